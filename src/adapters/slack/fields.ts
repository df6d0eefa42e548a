/** Reading what came from outside: a field has the type it should have, or it is not there. */

export type Fields = Readonly<Record<string, unknown>>;

const NONE: Fields = {};

/** The object; an empty one where the value is none. */
export function fields(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : NONE;
}

/** The text, where the value is one that says something. */
export function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
