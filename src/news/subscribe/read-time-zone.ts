/** Time zones as people write them. */
import { fold } from '../../lexicon/fold.ts';
import { nearest } from './nearest.ts';

/** Cities that people think of first and that have no zone of their name. */
const CITIES: ReadonlyMap<string, string> = new Map([
  ['beijing', 'Asia/Shanghai'],
  ['pekin', 'Asia/Shanghai'],
  ['北京', 'Asia/Shanghai'],
  ['上海', 'Asia/Shanghai'],
  ['washington', 'America/New_York'],
  ['geneva', 'Europe/Zurich'],
  ['geneve', 'Europe/Zurich'],
]);

let zones: ReadonlyMap<string, string> | undefined;
/** By the folded name, and by the city in it. */
function known(): ReadonlyMap<string, string> {
  zones ??= new Map(
    Intl.supportedValuesOf('timeZone').flatMap((zone) => [
      [fold(zone), zone],
      [fold(zone.split('/').at(-1) ?? zone), zone],
    ]),
  );
  return zones;
}

/**
 * An IANA name in any case, or the city in it: «paris» is `Europe/Paris`. Offsets and abbreviations are refused: they know
 * of no summer time.
 */
export function readTimeZone(
  text: string,
):
  | { readonly ok: true; readonly timeZone: string }
  | { readonly ok: false; readonly near: readonly string[] } {
  const wanted = fold(text.trim()).replace(/\s+/g, '_');
  if (wanted === 'utc' || wanted === 'gmt') return { ok: true, timeZone: 'UTC' };
  const found = known().get(wanted) ?? CITIES.get(wanted) ?? (wanted.includes('/') ? alias(wanted) : null);
  if (found !== null && found !== undefined) return { ok: true, timeZone: found };
  const near = nearest(wanted, [...known().keys(), ...CITIES.keys()]);
  return { ok: false, near: [...new Set(near.map((name) => known().get(name) ?? CITIES.get(name) ?? name))] };
}

/** An older name, such as `Asia/Calcutta`, which is as good; null when it is none. */
function alias(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
