/** Rules of this code base that no linter knows: size, opening sentence, names, and words that may not be there. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative } from 'node:path';

/** A file over this many lines is asking to be two. */
const MAX_LINES = 250;

/** Written in pieces, so that this file does not break its own rules. */
const FORBIDDEN: readonly { readonly pattern: RegExp; readonly message: string }[] = [
  { pattern: /@ts-(ignore|expect-error|nocheck)/, message: 'silences the compiler' },
  { pattern: new RegExp(`${'biome'}-ignore`), message: 'silences the linter' },
  { pattern: new RegExp(`\\b(${'TO'}DO|${'FIX'}ME|X{3})\\b`), message: 'holds a note to finish later' },
  {
    pattern: /^export (?:type )?(?:\*|\{[^}]*\}) from /m,
    message: 're-exports; import from the declaring file',
  },
  {
    pattern: /AbortSignal\.any\([^;]*AbortSignal\.timeout/,
    message: 'leaves signals in memory where work hands its own on; use createDeadline',
  },
  { pattern: /^export default /m, message: 'has a default export; exports have names' },
];

/** TypeScript files of a folder, as paths relative to the root with forward slashes; none when it does not exist. */
export function sourceFiles(root: string, folder: string): string[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((file) => !file.includes('/node_modules/'))
    .sort();
}

/** One line for each broken rule. */
export function houseRuleProblems(root: string): string[] {
  const problems: string[] = [];
  for (const file of ['src', 'scripts', 'bench', 'tests'].flatMap((folder) => sourceFiles(root, folder))) {
    const text = readFileSync(join(root, file), 'utf8');
    const lines = text.split('\n').length - 1;
    const isTest = file.startsWith('tests/');
    if (lines > MAX_LINES && !isTest) problems.push(`${file}: ${lines} lines, more than ${MAX_LINES}`);
    // A test's name says what it is about.
    if (!file.endsWith('.test.ts') && !/^(#!.*\n)?\/\*\*/.test(text))
      problems.push(`${file}: does not open with a sentence of purpose (/** … */)`);
    if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.slow)?(\.test)?(\.d)?\.ts$/.test(basename(file)))
      problems.push(`${file}: the name is not kebab-case`);
    if (basename(file) === 'index.ts') problems.push(`${file}: files are named after what they hold`);
    for (const { pattern, message } of FORBIDDEN) {
      if (pattern.test(text)) problems.push(`${file}: ${message} (${pattern.exec(text)?.[0].trim()})`);
    }
  }
  return problems;
}
