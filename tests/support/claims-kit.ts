/** Articles of our own, and what is read out of them, as one line for each claim. */

import { extractClaims } from '../../src/claims/extract-claims.ts';
import type { ExtractedClaim } from '../../src/claims/extracted-claim.ts';
import type { Source } from '../../src/core/source.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { sourceOf } from './answer-kit.ts';

export const lexicon = loadLexicon();

/** An article whose title tells that it is about a cyberattack. */
export function article(text: string, lang: string, change: Partial<Source> = {}) {
  const title = { fr: 'Cyberattaque', zh: '网络攻击' }[lang] ?? 'Cyberattack';
  return { source: sourceOf({ title, lang, textLang: lang, ...change }), text, passages: [] };
}

/** `accusation CZ>CN APT31`: kind, country that speaks, state and group accused. */
export function shortly({ kind, speakerCountry, against }: ExtractedClaim): string {
  const accused =
    against === null ? '' : `>${against.state ?? '?'}${against.actor === null ? '' : ` ${against.actor}`}`;
  return `${kind} ${speakerCountry ?? '?'}${accused}`;
}

export function claimsIn(text: string, lang: string, change: Partial<Source> = {}): ExtractedClaim[] {
  return extractClaims(article(text, lang, change), lexicon);
}
