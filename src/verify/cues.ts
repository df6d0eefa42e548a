/** Finds the words that turn, weaken, strengthen or attribute a statement; the table beside this file lists them. */
import { readTable } from '../lexicon/glossary.ts';
import type { Token } from '../lexicon/tokenize.ts';

export interface Cue {
  /** `hedge:3`, `not`, `act:deny`. */
  readonly group: string;
  /** Indices of the first and the last token. */
  readonly first: number;
  readonly last: number;
}

/** The cues of a tokenized text, in order of their groups and places. */
export type FindCues = (text: string, tokens: readonly Token[], lang: string) => readonly Cue[];

/** Reads the table; synchronous. */
export function loadCues(): FindCues {
  const byLang = new Map<string, { group: string; pattern: RegExp }[]>();
  for (const { group = '', lang = '', cues = '' } of readTable(new URL('data/cues.tsv', import.meta.url))) {
    const list = cues.split(';').map((cue) => cue.trim());
    const known = byLang.get(lang) ?? [];
    known.push({ group, pattern: lang === 'zh' ? hanPattern(list) : wordPattern(list) });
    byLang.set(lang, known);
  }
  return (text, tokens, lang) => {
    const groups = byLang.get(lang) ?? [];
    return lang === 'zh' ? inHan(text, tokens, groups) : inWords(tokens, groups);
  };
}

const longestFirst = (list: readonly string[]): string[] => [...list].sort((a, b) => b.length - a.length);

function hanPattern(list: readonly string[]): RegExp {
  return new RegExp(longestFirst(list).join('|'), 'gu');
}

function wordPattern(list: readonly string[]): RegExp {
  return new RegExp(`(?<= )(?:${longestFirst(list).join('|').replaceAll('*', '[^ ]*')})(?= )`, 'gu');
}

type Groups = readonly { readonly group: string; readonly pattern: RegExp }[];

function inWords(tokens: readonly Token[], groups: Groups): Cue[] {
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  let flow = ' ';
  for (const [i, token] of tokens.entries()) {
    starts.set(flow.length, i);
    flow += `${token.folded} `;
    ends.set(flow.length - 1, i);
  }
  return groups.flatMap(({ group, pattern }) =>
    [...flow.matchAll(pattern)].map((match) => {
      const first = starts.get(match.index) ?? 0;
      return { group, first, last: ends.get(match.index + match[0].length) ?? first };
    }),
  );
}

function inHan(text: string, tokens: readonly Token[], groups: Groups): Cue[] {
  return groups.flatMap(({ group, pattern }) =>
    [...text.matchAll(pattern)].map((match) => {
      const end = match.index + match[0].length;
      const first = tokens.findIndex((token) => token.end > match.index);
      const last = tokens.findLastIndex((token) => token.start < end);
      return { group, first: Math.max(0, first), last: Math.max(first, last) };
    }),
  );
}
