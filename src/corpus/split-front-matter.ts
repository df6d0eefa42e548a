/** Finds the YAML block on top of a Markdown file, without parsing it: cheap enough for every start. */

/** Of the file, above its front matter: the opening `---`. */
export const ABOVE_FRONT_MATTER = { linesAbove: 1 } as const;

export interface SplitFile {
  readonly yaml: string;
  /** Everything after the closing `---`. */
  readonly body: string;
  /** Line in the file, from 1, of the body's first line. */
  readonly bodyLine: number;
}

/** Splits a file with `\n` line ends into front matter and body; null when it has no front matter. */
export function splitFrontMatter(file: string): SplitFile | null {
  const match = /^---[ \t]*\n([\s\S]*?\n)?---[ \t]*(?:\n|$)/.exec(file);
  // A ruled line on top of plain prose is no front matter: that has a key.
  if (!match || !/^["']?[\w-]+["']?[ \t]*:/m.test(match[1] ?? '')) return null;
  return {
    yaml: match[1] ?? '',
    body: file.slice(match[0].length),
    bodyLine: match[0].replace(/\n$/, '').split('\n').length + 1,
  };
}

/** Whether a Markdown file is meant as a case: its front matter has claims, or victims and sources. */
export function isCaseFile(text: string): boolean {
  const yaml = splitFrontMatter(text.replace(/\r\n?/g, '\n'))?.yaml ?? '';
  return /^claims[ \t]*:/m.test(yaml) || (/^victims[ \t]*:/m.test(yaml) && /^sources[ \t]*:/m.test(yaml));
}
