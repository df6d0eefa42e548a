/** Checks everything that needs no running: types, lint and format, imports, house rules, licences, unused code. */
import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { houseRuleProblems, sourceFiles } from './house-rules.ts';
import { supplyProblems } from './supply/third-party.ts';

interface Check {
  readonly name: string;
  /** Problems in words; an empty list when all is well. */
  run(root: string): string[];
}

const checks: readonly Check[] = [
  { name: 'types', run: (root) => runTool(root, 'tsc', ['--noEmit']) },
  { name: 'page types', run: (root) => runTool(root, 'tsc', ['--noEmit', '-p', 'tsconfig.web.json']) },
  { name: 'lint', run: (root) => runTool(root, 'biome', ['check', '--error-on-warnings', '.']) },
  { name: 'imports', run: importProblems },
  { name: 'house', run: houseRuleProblems },
  { name: 'licences', run: supplyProblems },
  { name: 'unused', run: (root) => runTool(root, 'knip', ['--no-progress']) },
];

const { values } = parseArgs({ options: { root: { type: 'string' }, only: { type: 'string' } } });
const root = resolve(values.root ?? '.');
const only = values.only?.split(',');
const unknown = only?.filter((name) => !checks.some((check) => check.name === name)) ?? [];
if (unknown.length > 0) {
  console.error(`Unknown check ${unknown.join(', ')}; there are: ${checks.map((c) => c.name).join(', ')}`);
  process.exit(2);
}

let failed = 0;
for (const check of checks) {
  if (only !== undefined && !only.includes(check.name)) continue;
  const started = performance.now();
  const problems = check.run(root);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${problems.length === 0 ? 'ok  ' : 'FAIL'} ${check.name} (${seconds} s)`);
  for (const problem of problems) console.log(problem);
  if (problems.length > 0) failed += 1;
}
process.exit(failed === 0 ? 0 : 1);

/** Runs a tool of `node_modules/.bin`; its whole output is the one problem when it fails. */
function runTool(cwd: string, name: string, args: readonly string[]): string[] {
  const { status, stdout, stderr, error } = spawnTool(cwd, name, args);
  if (error !== undefined) return [`${name} does not run: ${error.message}`];
  return status === 0 ? [] : [`${stdout}${stderr}`.trimEnd() || `${name} ended with exit code ${status}`];
}

function spawnTool(cwd: string, name: string, args: readonly string[]) {
  const bin = resolve(import.meta.dirname, '..', 'node_modules', '.bin', name);
  return spawnSync(bin, args, { cwd, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 });
}

interface Cruise {
  readonly modules: readonly { readonly source: string }[];
  readonly summary: { readonly violations: readonly Violation[] };
}
interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
  readonly cycle?: readonly { readonly name: string }[];
}

/**
 * Applies `.dependency-cruiser.cjs`. A cruise that sees fewer modules than there are files is a failure: with a
 * compiler that it does not know, dependency-cruiser sees none and reports success.
 */
function importProblems(cwd: string): string[] {
  const folders = ['src', 'scripts', 'bench', 'tests'].filter(
    (folder) => sourceFiles(cwd, folder).length > 0,
  );
  const { stdout, stderr } = spawnTool(cwd, 'depcruise', ['--output-type', 'json', ...folders]);
  let cruise: Cruise;
  try {
    cruise = JSON.parse(stdout) as Cruise;
  } catch {
    return [`depcruise printed no report: ${stderr.trim()}`];
  }
  const seen = new Set(cruise.modules.map((module) => module.source));
  const unseen = sourceFiles(cwd, 'src').filter((file) => !seen.has(file));
  return [
    ...unseen.map((file) => `${file}: not cruised, so its imports are unchecked`),
    ...cruise.summary.violations.map(({ rule, from, to, cycle }) => {
      const path = cycle === undefined ? to : cycle.map((step) => step.name).join(' → ');
      return `${from}: ${rule.name}: ${path}`;
    }),
  ];
}
