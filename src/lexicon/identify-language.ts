/** Which language a text is in, from an article down to a question of four words. */
import { detectAll } from 'tinyld/light';
import { fold } from './fold.ts';
import { stopwords } from './stopwords.ts';

/** tinyld's own score under which its answer on a short text is little better than chance (measured on questions). */
const LEAST_ACCURACY = 0.1;
/** Enough of a long text to be sure. */
const SAMPLE = 2_000;

/**
 * ISO 639-1 code of the text's language, or null when the text is too short or unclear.
 *
 * Script decides for Chinese, Japanese and Korean. French and English are told apart by their function words, which
 * even a short question has and which statistics over letters get wrong when it is full of names.
 */
export function identifyLanguage(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  const byScript = scriptLanguage(sample);
  if (byScript !== null) return byScript;
  const words = sample.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length === 0) return null;
  const french = words.filter((word) => stopwords('fr').has(fold(word))).length;
  // English function words have no accents: «à» is not its article.
  const english = words.filter((word) => stopwords('en').has(word)).length;
  const best = detectAll(sample)[0];
  const most = Math.max(french, english);
  const leader = french > english ? 'fr' : 'en';
  if (most / words.length >= 0.25 && most >= 1.5 * Math.min(french, english) + 1) {
    // Related languages share function words («que», «de»); the letters may veto, clearly, on a longer text.
    const vetoed = best !== undefined && best.lang !== leader && best.accuracy > 0.5 && words.length > 12;
    return vetoed ? best.lang : leader;
  }
  if (best !== undefined && best.accuracy >= LEAST_ACCURACY && words.length >= 3) return best.lang;
  return french === english ? null : leader;
}

function scriptLanguage(text: string): string | null {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) return null;
  const share = (script: RegExp): number => (text.match(script)?.length ?? 0) / letters;
  if (share(/\p{Script=Hangul}/gu) > 0.2) return 'ko';
  const han = share(/\p{Script=Han}/gu);
  const kana = share(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  if (kana > 0.1 && han + kana > 0.2) return 'ja';
  return han > 0.2 ? 'zh' : null;
}
