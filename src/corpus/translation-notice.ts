/** Recognises the notice that an article was translated by a machine: it is about the page, not part of the story. */

/** That a machine did it. */
const BY_MACHINE =
  /automatically (?:generated|translated)|machine[- ](?:translated|translation)|(?:translated|generated) (?:automatically )?(?:by|with|using) (?:an? |the )?(?:ai\b|artificial intelligence|machine|google translate|deepl)|traduit\w* (?:automatiquement|par (?:une? )?(?:ia\b|intelligence artificielle|machine|google|deepl))|générée?s? (?:automatiquement|par (?:une? |l['’])?(?:ia\b|intelligence artificielle))|traduction automatique|机器翻译|自动翻译|机翻|人工智能翻译|(?:ai|人工智能)(?:自动)?(?:翻译|生成)/iu;
/** That the notice speaks about the page itself. */
const ABOUT_THE_PAGE =
  /\bthis (?:article|page|text|story|translation|version)\b|\b(?:english|french|chinese|foreign[- ]language)\b[\p{L}, ]{0,60}\bversions?\b|\bc(?:et article|ette page|e texte|ette traduction|ette version)\b|本文|本页|此文|本译文|此翻译|该译文/iu;
/** That it may be wrong, or where the original is. */
const DISCLAIMER =
  /inaccura|may contain (?:errors|mistakes)|\berrors\b|not (?:been )?(?:checked|reviewed)|please (?:always )?(?:see|refer|read)|original (?:article|version|text|language)|main language|imprécision|inexactitude|erreurs|version originale|article original|relu|不准确|错误|仅供参考|原文|以.{1,6}为准/iu;
/** The bare label, as a whole line. */
const LABEL =
  /^[[(（]?\s*(?:traduction automatique|traduit (?:automatiquement|par deepl|par google)|(?:machine|automatic|automated|ai) translation|machine[- ]translated|translated by (?:ai|deepl|google)|机器翻译|自动翻译|ai翻译)\s*[\])）.]?$/iu;

/** Somebody speaks: a report about a translated text, not a notice. */
const REPORTED =
  /[«»“”]|\b(?:said|says|told|according to|reported|selon|d['’]après|déclaré|affirmé|indiqué|a dit)\b|表示|指出|称|说/iu;

/** Longest notice, in UTF-16 code units; longer paragraphs are prose about translation. */
const LONGEST_NOTICE = 500;

/**
 * Whether the line is such a notice: a bare label, or a line that says both that a machine made this text and that
 * it may be wrong. A report about automatic translation says neither of this page.
 */
export function isTranslationNotice(line: string): boolean {
  if (line.length > LONGEST_NOTICE) return false;
  if (LABEL.test(line)) return true;
  if (REPORTED.test(line)) return false;
  return BY_MACHINE.test(line) && ABOUT_THE_PAGE.test(line) && (DISCLAIMER.test(line) || line.length <= 120);
}
