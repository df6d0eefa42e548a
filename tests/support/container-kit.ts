/** What is said in the files by which Casebook is installed, as data. */
import { readFileSync } from 'node:fs';
import { parseAllDocuments } from 'yaml';

export const ROOT = new URL('../../', import.meta.url);

export const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

export const pkg = JSON.parse(read('package.json')) as {
  readonly version: string;
  readonly scripts: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
};

/** What `npm start` runs: flags of Node and the file. */
export const START = (pkg.scripts.start ?? '').split(' ').slice(1);

interface Instruction {
  readonly word: string;
  readonly rest: string;
}

/** The instructions of the Dockerfile, continued lines joined, comments left out. */
export function dockerfile(): Instruction[] {
  return read('Dockerfile')
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ word: line.split(' ')[0] ?? '', rest: line.replace(/^\S+ +/, '') }));
}

/** Values of one kind of instruction. */
export const said = (word: string): string[] =>
  dockerfile()
    .filter((instruction) => instruction.word === word)
    .map(({ rest }) => rest);

/** Variables that the image sets. */
export function imageVariables(): Record<string, string> {
  const last = said('ENV').at(-1) ?? '';
  return Object.fromEntries(last.split(/\s+/).map((pair) => pair.split('=') as [string, string]));
}

/** Documents of a YAML file. @throws when one is not valid. */
export function yamlOf(path: string): unknown[] {
  return parseAllDocuments(read(path)).map((document) => {
    const [error] = document.errors;
    if (error !== undefined) throw error;
    return document.toJS() as unknown;
  });
}
