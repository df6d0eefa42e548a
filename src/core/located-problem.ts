/** A problem in a file, with the line that an editor can jump to. */

export interface LocatedProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** `corpus/x.md:12: claims[2].source: s9 is not one of the sources`. */
export function formatProblem(file: string, { line, message }: LocatedProblem): string {
  return `${file}:${line}: ${message}`;
}

/** A place in structured data as a person writes it: `claims[2].source`. */
export function formatPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${String(key)}`))
    .join('');
}
