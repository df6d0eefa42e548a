/** A picture as lines and letters, before it becomes pixels; and the parts that every picture is made of. */
import type { PictureFrame } from '../core/picture.ts';
import { escapeXml, safeText } from './safe-text.ts';
import { INK } from './tone-style.ts';
import { type WrapOptions, wrapText } from './wrap-text.ts';

export interface Sketch extends PictureFrame {
  readonly svg: string;
}

/** Pixels: three for each of a phone's 360. */
export const WIDTH = 1080;
/** Longer pictures are cut by chats, or shown too small to read. */
export const MAX_HEIGHT = 2_400;
export const MARGIN = 48;
/** A third of it reaches a phone's eye: 12 pixels, the least that can be read. */
export const TEXT_SIZE = 36;
export const LINE_HEIGHT = 48;
export const TITLE_SIZE = 50;
export const TITLE_LINE = 64;

/** UTF-16 code units: what platforms take as alternative text. */
const MAX_ALT = 1_000;

export interface TextStyle {
  readonly size?: number;
  readonly colour?: string;
  /** Emphasis is drawn as an outline: a second font would double what is loaded. */
  readonly strong?: boolean;
  readonly chinese: boolean;
  readonly anchor?: 'start' | 'middle' | 'end';
}

/** @param text must be safe already; it is escaped here. @param y the baseline. */
export function textAt(x: number, y: number, text: string, style: TextStyle): string {
  const { size = TEXT_SIZE, colour = INK, strong = false, chinese, anchor = 'start' } = style;
  const family = chinese ? 'Noto Sans SC, Noto Sans' : 'Noto Sans, Noto Sans SC';
  const outline = strong ? ` stroke="${colour}" stroke-width="${(size * 0.032).toFixed(2)}"` : '';
  const at = anchor === 'start' ? '' : ` text-anchor="${anchor}"`;
  return `<text x="${x}" y="${y}" font-family="${family}" font-size="${size}" fill="${colour}"${outline}${at}>${escapeXml(text)}</text>`;
}

/** The foreign text made safe and broken into lines. */
export function safeLines(text: string, options: WrapOptions): string[] {
  return wrapText(safeText(text), options);
}

/** @param parts elements, drawn in order. */
export function sketchOf(
  parts: readonly string[],
  { name, alt, height }: { readonly name: string; readonly alt: string; readonly height: number },
): Sketch {
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}">` +
    `<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>${parts.join('')}</svg>`;
  return { name, alt: cutAlt(safeText(alt)), width: WIDTH, height, svg };
}

function cutAlt(alt: string): string {
  if (alt.length <= MAX_ALT) return alt;
  // A character of two code units is not cut in half.
  return `${alt.slice(0, MAX_ALT - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
