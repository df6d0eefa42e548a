/** Quiet hours and the number of posts an hour, as people write them. */
import type { QuietHours } from '../../core/subscription.ts';
import { readTime } from './read-time.ts';

const NONE = ['none', 'off', 'no', 'aucune', 'non', '无', '关'];

/** `22:00-07:00`, «22h à 7h», 22:00至07:00; `off` is none. Undefined when it is not to be read, or the whole day. */
export function readQuietHours(text: string): QuietHours | null | undefined {
  const plain = text.trim();
  if (NONE.includes(plain.toLowerCase())) return null;
  const [from, to, ...more] = plain
    .split(/\s*(?:[-–—~〜]|\bto\b|\bà\b|(?<=\s)à(?=\s)|至|到)\s*/u)
    .map(readTime);
  if (from === undefined || from === null || to === undefined || to === null || more.length > 0)
    return undefined;
  return from === to ? undefined : { from, to };
}

/** 1 to 60; null otherwise. */
export function readMaxPerHour(text: string): number | null {
  const plain = text.trim();
  const number = /^\d{1,2}$/.test(plain) ? Number(plain) : 0;
  return number >= 1 && number <= 60 ? number : null;
}
