/** Stops with one clear line where Node is too old. Imported before anything that needs a newer one. */

/** Major version that the code is written for. */
export const MINIMUM_NODE = 24;

const major = Number(process.versions.node.split('.')[0]);
if (major < MINIMUM_NODE) {
  process.stderr.write(
    `Casebook needs Node ${MINIMUM_NODE} or newer, this is ${process.versions.node}: ` +
      `run it through npm (npm start, npm run ask), which brings its own Node, or install Node ${MINIMUM_NODE}\n`,
  );
  process.exit(1);
}
