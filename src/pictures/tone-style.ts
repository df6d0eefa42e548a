/** How the tones look: a colour that differs in hue for the colour-blind, and a shape that needs no colour at all. */
import type { SectionTone } from '../core/report.ts';

export const INK = '#1b1b1b';
/** Contrast with white 7:1. */
export const QUIET_INK = '#555555';
export const RULE = '#c8c8c8';

/** Dark shades of Okabe and Ito's palette: each has a contrast with white above 5:1. */
export const TONE_COLOURS: Readonly<Record<SectionTone, string>> = {
  plain: '#4a4a4a',
  accusation: '#a83a00',
  reply: '#005a9c',
  measure: '#00664a',
  contest: '#7b2d7b',
};

/** A mark of about 36 pixels around a point: triangle, disc, square, diamond, ring. */
export function toneMark(tone: SectionTone, x: number, y: number): string {
  const style = `fill="${TONE_COLOURS[tone]}"`;
  if (tone === 'accusation') return `<path d="M${x} ${y - 19}l21 36h-42z" ${style}/>`;
  if (tone === 'reply') return `<circle cx="${x}" cy="${y}" r="17" ${style}/>`;
  if (tone === 'measure') return `<rect x="${x - 16}" y="${y - 16}" width="32" height="32" ${style}/>`;
  if (tone === 'contest') return `<path d="M${x} ${y - 21}l21 21l-21 21l-21 -21z" ${style}/>`;
  return `<circle cx="${x}" cy="${y}" r="13" fill="#ffffff" stroke="${TONE_COLOURS.plain}" stroke-width="6"/>`;
}
