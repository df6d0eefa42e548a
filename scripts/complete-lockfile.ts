/**
 * Adds to `package-lock.json` the packages for other platforms that `npm install` left out because the registry it
 * asked did not offer them: without them `npm ci` refuses the file. Run it after each change of dependencies.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface LockedPackage {
  version?: string;
  optional?: boolean;
  dev?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

const FILE = 'package-lock.json';
const lock = JSON.parse(readFileSync(FILE, 'utf8')) as { packages: Record<string, LockedPackage> };
const paths = Object.keys(lock.packages);
const added: string[] = [];
for (const owner of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
    if (paths.some((path) => path === `node_modules/${name}` || path.endsWith(`/node_modules/${name}`)))
      continue;
    // Such packages are pinned exactly by the one that needs them; anything else is not ours to choose.
    const platform = /-(android|darwin|freebsd|linux|openharmony|win32)-([a-z0-9]+)/.exec(name);
    if (platform === null || !/^\d+\.\d+\.\d+$/.test(version))
      throw new Error(`${name}@${version} is not in ${FILE} and cannot be added`);
    const [, os = '', cpu = ''] = platform;
    lock.packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(owner.dev === true ? { dev: true } : {}),
      ...(os === 'linux' ? { libc: [name.includes('musl') ? 'musl' : 'glibc'] } : {}),
      optional: true,
      os: [os],
    };
    added.push(name);
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? `${FILE} is complete` : `${FILE}: added ${added.join(', ')}`);
