/** Measures of text and shapes that Discord's rules for messages share. */

/** Any JSON object. */
export type Fields = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value as a list of objects; `problems` learns of everything that is none. */
export function objectsOf(value: unknown, path: string, problems: string[]): Fields[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    problems.push(`${path}: is not an array`);
    return [];
  }
  const entries: readonly unknown[] = value;
  if (!entries.every(isObject)) problems.push(`${path}: holds something that is no object`);
  return entries.filter(isObject);
}

/**
 * Checks a text and says how long it is.
 *
 * @param range least and greatest length. Discord does not document its unit; UTF-16 units are the strictest of those
 *   in use, so what passes here passes with code points too.
 * @returns the length of the text, 0 where there is none.
 */
export function checkText(
  value: unknown,
  path: string,
  [least, most]: readonly [number, number],
  problems: string[],
): number {
  if (value === undefined || value === null) {
    if (least > 0) problems.push(`${path}: is missing`);
    return 0;
  }
  if (typeof value !== 'string') {
    problems.push(`${path}: is not a string`);
    return 0;
  }
  // The server strips white space at both ends before it looks whether anything is left.
  if (value.trim().length < least) problems.push(`${path}: is empty`);
  if (value.length > most) problems.push(`${path}: has ${value.length} characters, more than ${most}`);
  if (!value.isWellFormed()) problems.push(`${path}: is not well-formed Unicode`);
  return value.length;
}

/** Checks an integer that may be absent. */
export function checkInteger(
  value: unknown,
  path: string,
  [least, most]: readonly [number, number],
  problems: string[],
): void {
  if (value === undefined || value === null) return;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < least || value > most)
    problems.push(`${path}: is not an integer from ${least} to ${most}`);
}

/** Whether Discord takes the value for a link: a whole URL of one of the schemes. */
export function isUrl(value: unknown, schemes: readonly string[]): boolean {
  if (typeof value !== 'string' || /[\s<>]/u.test(value) || !URL.canParse(value)) return false;
  return schemes.includes(new URL(value).protocol);
}
