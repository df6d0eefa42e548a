/** Cuts a filter into its words, phrases, fields, operators and parentheses, each with its place. */
import { FilterError } from './filter-error.ts';
import { type FilterField, readField, readOperator } from './filter-words.ts';

export type FilterToken =
  | { readonly type: 'open' | 'close' | 'and' | 'or' | 'not'; readonly at: number; readonly text: string }
  | {
      readonly type: 'term';
      readonly at: number;
      readonly text: string;
      /** Null for a word or phrase. */
      readonly field: FilterField | null;
      /** Several where commas join them: one of them is enough. */
      readonly values: readonly string[];
      readonly quoted: boolean;
    };

const QUOTES: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '„': '“',
  '«': '»',
  '「': '」',
  '『': '』',
};
const ANY_QUOTE = /["“”„«»「」『』]/g;
/** A bare word or a field's name ends at white space, a parenthesis, a quotation mark, a comma or a colon. */
const WORD = /[^\s()（）:：,，、;；"“”„«»「」『』]+/uy;
/** The colon after a field's name; French puts a space before it. */
const COLON = /\s*[:：]\s*/uy;
const VALUE = /[^\s()（）"“”„«»「」『』]+/uy;

/** @throws FilterError */
export function readFilterTokens(text: string): FilterToken[] {
  const tokens: FilterToken[] = [];
  let at = 0;
  const take = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  /** A phrase in quotation marks, or what stands up to the next blank; null when neither is here. */
  const takeValue = (pattern: RegExp): { value: string; quoted: boolean } | null => {
    const close = QUOTES[text.charAt(at)];
    if (close === undefined) {
      const value = take(pattern);
      return value === null ? null : { value, quoted: false };
    }
    const end = text.indexOf(close, at + 1);
    if (end === -1) throw new FilterError('openQuote', at, text.slice(at));
    const value = text
      .slice(at + 1, end)
      .replace(ANY_QUOTE, ' ')
      .replace(/\s+/g, ' ')
      .trim();
    at = end + 1;
    return { value, quoted: true };
  };
  while (at < text.length) {
    const start = at;
    const char = text.charAt(at);
    if (/[\s,，、;；]/.test(char)) {
      at += 1;
      continue;
    }
    if (/[()（）]/.test(char)) {
      at += 1;
      tokens.push({ type: /[(（]/.test(char) ? 'open' : 'close', at: start, text: char });
      continue;
    }
    if (char === '-' && /[^\s-]/.test(text.charAt(at + 1))) {
      at += 1;
      tokens.push({ type: 'not', at: start, text: char });
      continue;
    }
    const word = takeValue(WORD);
    if (word === null) throw new FilterError('strayColon', at, char);
    const field = word.quoted ? null : readField(word.value);
    const direct = !word.quoted && /[:：]/.test(text.charAt(at));
    if (direct && field === null) throw new FilterError('unknownField', start, word.value);
    if (field !== null && take(COLON) !== null) {
      const value = takeValue(VALUE);
      if (value === null || value.value === '')
        throw new FilterError('noValue', start, text.slice(start, at).trim());
      const values = value.quoted
        ? [value.value]
        : value.value.split(/[,，、]/).filter((part) => part !== '');
      tokens.push({
        type: 'term',
        at: start,
        text: text.slice(start, at),
        field,
        values,
        quoted: value.quoted,
      });
      continue;
    }
    const operator = word.quoted ? null : readOperator(word.value);
    if (operator !== null) tokens.push({ type: operator, at: start, text: word.value });
    else
      tokens.push({
        type: 'term',
        at: start,
        text: text.slice(start, at),
        field: null,
        values: [word.value],
        quoted: word.quoted,
      });
  }
  return tokens;
}
