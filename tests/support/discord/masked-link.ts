/** Discord's masked links, `[label](target)`, found as its clients find them: the label may hold brackets in pairs. */

export interface MaskedLink {
  readonly label: string;
  readonly target: string;
  /** Index after the closing bracket. */
  readonly end: number;
}

/** An address, in angle brackets or not, which may hold escapes and round brackets in pairs. */
const TARGET = /\(\s*<?((?:\([^)]*\)|\\.|[^\s\\])*?)>?(?:\s+["'][^"']*["'])?\s*\)/y;

/** @returns the link that begins at the square bracket at `start`; null when it is only a bracket. */
export function maskedLinkAt(source: string, start: number): MaskedLink | null {
  for (let i = start + 1; i < source.length; i++) {
    const sign = source[i];
    if (sign === '[') {
      const closed = source.indexOf(']', i);
      if (closed < 0) return null;
      i = closed;
    } else if (sign === ']') {
      const found = targetAt(source, i + 1);
      if (found !== null) return { label: source.slice(start + 1, i), ...found };
      // A closing bracket belongs to the label when another follows before the next opening one.
      const next = /[[\]]/.exec(source.slice(i + 1));
      if (next === null || next[0] === '[') return null;
    }
  }
  return null;
}

function targetAt(source: string, at: number): Pick<MaskedLink, 'target' | 'end'> | null {
  TARGET.lastIndex = at;
  const match = TARGET.exec(source);
  if (match === null) return null;
  const target = (match[1] ?? '').replace(/\\(.)/g, '$1');
  return /^(?:https?|discord|steam|mailto|tel|sms):/i.test(target)
    ? { target, end: at + match[0].length }
    : null;
}
