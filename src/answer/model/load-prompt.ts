/** Reads a prompt file: front matter that lists its variables, a system part and a user part. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isScalar, isSeq, LineCounter, parseDocument } from 'yaml';
import { errorMessage, OperatorError } from '../../core/errors.ts';

export interface PromptMessages {
  readonly system: string;
  readonly user: string;
}

export interface Prompt<Name extends string> {
  /** SHA-256 (hex) of the file, for the record of what was asked. */
  readonly hash: string;
  /** Puts the values in. They are never read again: braces and `$&` in a value stay as they are. */
  fill(values: Readonly<Record<Name, string>>): PromptMessages;
}

const PLACEHOLDER = /\{\{\s*([\w-]+)\s*\}\}/g;
/** A placeholder that somebody began and did not finish: it would reach the model as it stands. */
const BROKEN_PLACEHOLDER = /\{\{(?!\s*[\w-]+\s*\}\})/;
const FRONT_MATTER = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m;

/**
 * Reads the prompt and checks that front matter, text and code speak of the same variables.
 *
 * @param variables what the code will fill in.
 * @throws OperatorError that names the file and the line.
 */
export function loadPrompt<const Name extends string>(
  path: string,
  variables: readonly Name[],
): Prompt<Name> {
  const file = read(path);
  const fail = (line: number, message: string): never => {
    throw new OperatorError(`${path}:${line}: ${message}`);
  };
  const match = FRONT_MATTER.exec(file);
  if (match === null || match.index !== 0)
    return fail(1, 'begin the prompt with front matter between two lines "---" (purpose, variables)');
  const declared = readHead(match[1] ?? '', fail);
  const bodyAt = match[0].length;
  const lineAt = (offset: number): number => file.slice(0, offset).split('\n').length;

  const broken = BROKEN_PLACEHOLDER.exec(file.slice(bodyAt));
  if (broken !== null)
    fail(
      lineAt(bodyAt + broken.index),
      'a placeholder is a name between two braces on each side: {{question}}',
    );
  const used = new Map<string, number>();
  for (const found of file.slice(bodyAt).matchAll(PLACEHOLDER)) {
    const name = found[1] ?? '';
    if (!used.has(name)) used.set(name, lineAt(bodyAt + found.index));
  }
  for (const [name, line] of declared.names) {
    if (!(variables as readonly string[]).includes(name))
      fail(line, `nothing fills the variable "${name}"; known are ${variables.join(', ')}`);
    if (!used.has(name)) fail(line, `the variable "${name}" is listed, but the text has no {{${name}}}`);
  }
  for (const [name, line] of used)
    if (!declared.names.has(name)) fail(line, `{{${name}}} is not among the variables of the front matter`);
  for (const name of variables)
    if (!declared.names.has(name)) fail(declared.line, `list the variable "${name}" and use it in the text`);

  const parts = splitParts(file, bodyAt, (offset, message) => fail(lineAt(offset), message));
  return {
    hash: createHash('sha256').update(file).digest('hex'),
    fill: (values) => ({ system: fill(parts.system, values), user: fill(parts.user, values) }),
  };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .replace(/\r\n?/g, '\n');
  } catch (error) {
    throw new OperatorError(`${path} cannot be read (${errorMessage(error)}); restore the prompt file`);
  }
}

/** The variables with the lines they stand on, and the line of the list itself. */
function readHead(
  yaml: string,
  fail: (line: number, message: string) => never,
): { names: Map<string, number>; line: number } {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { lineCounter: lines, prettyErrors: false });
  const lineOf = (offset: number): number => lines.linePos(offset).line + 1;
  const error = document.errors[0];
  if (error !== undefined) fail(lineOf(error.pos[0]), `not valid YAML: ${error.message.split('\n')[0]}`);
  if (String(document.get('purpose') ?? '') === '') fail(1, 'say in "purpose" what the prompt is for');
  const list: unknown = document.get('variables', true);
  if (!isSeq(list)) return fail(1, 'list the variables of the text: variables: [question]');
  const line = lineOf(list.range?.[0] ?? 0);
  const names = new Map<string, number>();
  for (const item of list.items) {
    if (!isScalar(item) || typeof item.value !== 'string') return fail(line, 'a variable is a plain word');
    names.set(item.value, lineOf(item.range?.[0] ?? 0));
  }
  return { names, line };
}

/** The texts below the headings «# System» and «# User», which stand once each, in this order. */
function splitParts(
  file: string,
  bodyAt: number,
  fail: (offset: number, message: string) => never,
): PromptMessages {
  const headings = [...file.slice(bodyAt).matchAll(/^# (.*)$/gm)];
  const [system, user, more] = headings;
  if (system?.[1]?.trim() !== 'System' || user?.[1]?.trim() !== 'User' || more !== undefined) {
    const wrong = system?.[1]?.trim() !== 'System' ? system : user?.[1]?.trim() !== 'User' ? user : more;
    return fail(bodyAt + (wrong?.index ?? 0), 'the text has two parts, "# System" and then "# User"');
  }
  const part = (heading: RegExpExecArray, end: number): string => {
    const text = file.slice(bodyAt + heading.index + heading[0].length, end).trim();
    return text === '' ? fail(bodyAt + heading.index, `nothing stands below "${heading[0]}"`) : text;
  };
  return { system: part(system, bodyAt + user.index), user: part(user, file.length) };
}

/** One pass with a function: a value is neither searched for placeholders nor read as a replacement pattern. */
function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(PLACEHOLDER, (_, name: string) => values[name] ?? '');
}
