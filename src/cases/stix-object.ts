/** STIX 2.1 objects whose ids follow from what they say. */
import { createHash } from 'node:crypto';

export interface StixObject {
  readonly type: string;
  readonly id: string;
  readonly [property: string]: unknown;
}

/**
 * Our own namespace for UUIDs of version 5: the standard's is reserved for its observables. It recommends version 4 for all
 * else (section 2.9) and allows others; a random id would make every export of the same case another one.
 */
const NAMESPACE = '7c1f6c7e-5a0b-4a86-9d6b-2f7d3f1f0a51';

/**
 * When what has no date of its own (who speaks, who is accused, the markings) counts as created: the same in every
 * case, so that one party is one object in all bundles.
 */
export const UNDATED = '2026-01-01T00:00:00.000Z';

/**
 * @param body the properties that follow type and id, in a fixed order; `undefined` ones are left out.
 * @returns the same id for the same words, and another as soon as a word changes: a version of an object never changes
 *   under its id, which the standard forbids unless `modified` grows.
 */
export function stixObject(type: string, body: Readonly<Record<string, unknown>>): StixObject {
  const kept = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  return { type, id: `${type}--${uuid5(JSON.stringify([type, kept]))}`, ...kept };
}

/** UUID of version 5 (RFC 9562, section 5.5). */
function uuid5(name: string): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(name)
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/**
 * @param dates ISO 8601 of year, month or day precision.
 * @returns the beginning of the first date that is one, in UTC; {@link UNDATED} when none is.
 */
export function timestamp(...dates: readonly (string | null)[]): string {
  for (const date of dates) {
    const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date ?? '');
    if (match === null) continue;
    const time = `${match[1]}-${match[2] ?? '01'}-${match[3] ?? '01'}T00:00:00.000Z`;
    // JavaScript takes 31 April for 1 May.
    if (!Number.isNaN(Date.parse(time)) && new Date(time).toISOString() === time) return time;
  }
  return UNDATED;
}
