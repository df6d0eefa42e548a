/** `npm run doctor`: is everything in order, and if not, what to do. */
import '../require-node.ts';
import { styleText } from 'node:util';
import { printJson, runCommand } from './run-command.ts';

const HELP = `
Check settings, data folder, database, pictures, corpus, models, Slack, Discord and port, and say what to fix.

  npm run doctor

  --online   also ask the chat model for one word and the embedding model for a vector, to see that they work
  --json     print {"ok", "checks": [{check, status, message, fix}]}

Exit code 1 when a check fails. Nothing is changed.`;

const COLORS = { ok: 'green', warn: 'yellow', fail: 'red' } as const;

await runCommand({
  help: HELP,
  options: { online: { type: 'boolean' } },
  async run({ values, signal }) {
    const [{ diagnose }, { inspectConfig }] = await Promise.all([
      import('../app-doctor.ts'),
      import('../config.ts'),
    ]);
    const checks = await diagnose(inspectConfig(), { online: values.online === true, signal });
    const ok = checks.every(({ status }) => status !== 'fail');
    if (values.json === true) {
      printJson({ ok, checks });
      return ok ? 0 : 1;
    }
    for (const { check, status, message, fix } of checks) {
      // styleText looks at the stream and at NO_COLOR itself.
      const mark = styleText(COLORS[status], status.padEnd(4), { stream: process.stdout });
      process.stdout.write(`${mark} ${check}: ${message}\n`);
      if (fix !== null) process.stdout.write(`     → ${fix}\n`);
    }
    return ok ? 0 : 1;
  },
});
