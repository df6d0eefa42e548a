/** The language that a request asks for. */
import type { Context } from 'hono';
import { accepts } from 'hono/accepts';
import { ANSWER_LANGS, type AnswerLang } from '../../core/answer.ts';

/** The language of ours that the browser prefers; English when it names none. */
export function preferredLang(c: Context): AnswerLang {
  const chosen = accepts(c, {
    header: 'Accept-Language',
    supports: [...ANSWER_LANGS],
    default: 'en',
    match: (wanted, { default: otherwise }) => {
      const byWeight = wanted.filter(({ q }) => q > 0).sort((a, b) => b.q - a.q);
      const tags = byWeight.map(({ type }) => type.slice(0, 2).toLowerCase());
      return tags.find((tag) => toLang(tag) !== null) ?? otherwise;
    },
  });
  return toLang(chosen) ?? 'en';
}

/** @returns null when it is none of ours. */
export function toLang(code: string | undefined): AnswerLang | null {
  return ANSWER_LANGS.find((known) => known === code) ?? null;
}
