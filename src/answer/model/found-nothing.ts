/** Whether a sentence states what its source says nothing was found of: «no sign that a state was behind it». */
import type { AnswerLang } from '../../core/answer.ts';
import { fold } from '../../lexicon/fold.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { type Vocabulary, vocabularyOf } from '../../reading/read-text.ts';

/** A finding of none, in folded text; what follows it was not found. */
const NONE =
  /\bno (?:\w+ )?(?:signs?|evidence|indications?|proofs?|traces?|links?|reason)\b|\b(?:aucune?s?|pas d[e']|sans) ?(?:\w+ )?(?:signes?|preuves?|indices?|elements?|traces?|liens?)\b|(?:没有|未|无|并无)(?:发现)?(?:任何)?(?:迹象|证据|线索|痕迹)?(?:表明|显示|证明|证实)/u;
/** Any word of denying in a sentence is taken for the source's own. */
const NEGATED =
  /\b(?:no|not|none|nothing|never|neither|nor|without|lacks?|cannot|\w+n't|den(?:y|ies|ied)|ne|n'\w*|pas|aucune?s?|jamais|rien|sans|ni|nie\w*|dement\w*|manque)\b|不|没|未|无|否|非/u;
/** Share of what was not found that the sentence must have to be about it. */
const ABOUT = 0.6;

export function statesWhatWasNotFound(
  text: string,
  lang: AnswerLang,
  source: { readonly text: string; readonly lang: string },
  lexicon: Lexicon,
): boolean {
  const found = NONE.exec(fold(source.text));
  if (found === null || NEGATED.test(fold(text))) return false;
  const rest = source.text.slice(source.text.length - restLength(source.text, found));
  const missing = vocabularyOf([lexicon.analyze(rest, source.lang)], lexicon);
  const said = vocabularyOf([lexicon.analyze(text, lang)], lexicon);
  return shareOf(missing, said, source.lang === lang) >= ABOUT;
}

/** Folding changes the length of few words; what follows is counted from the end. */
function restLength(text: string, found: RegExpExecArray): number {
  const behind = fold(text).length - found.index - found[0].length;
  return Math.min(text.length, behind);
}

function shareOf(missing: Vocabulary, said: Vocabulary, sameLanguage: boolean): number {
  const concepts = [...missing.concepts];
  const stems = sameLanguage ? [...missing.stems] : [];
  const had =
    concepts.filter((id) => said.general.has(id)).length +
    stems.filter((stem) => said.stems.has(stem)).length;
  return had / Math.max(1, concepts.length + stems.length);
}
