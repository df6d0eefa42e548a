/**
 * `npm run audit`: known vulnerabilities of the production packages, as the registry tells them. It needs the registry, and
 * one that answers such questions: it is no part of `validate`, which works offline. Exit codes: 0 none, or nobody to ask;
 * 1 some.
 */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { auditWords } from './supply/audit-words.ts';

const { stdout, error } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
  cwd: resolve(import.meta.dirname, '..'),
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
});
const { lines, exitCode } = auditWords(error === undefined ? stdout : '');
console.log(lines.join('\n'));
process.exitCode = exitCode;
