/** The words in which a sentence says how sure somebody is. They are copied, never weighed. */

const CERTAINTY: Readonly<Record<string, RegExp>> = {
  fr: /(?:avec (?:un )?(?:très )?haut degré de (?:certitude|confiance)|(?:un )?(?:très )?haut (?:degré|niveau) de (?:certitude|confiance)|(?:degré|niveau) de (?:certitude|confiance) (?:élevé|modéré|moyen|faible)|confiance (?:élevée|modérée|moyenne|faible)|avec (?:certitude|une quasi-certitude)|(?:presque|quasi(?:ment)?) certaine?(?:ment)?|quasi-certitude|(?:très|hautement|extrêmement|fort|peu) (?:probable(?:ment)?|vraisemblable(?:ment)?)|probablement|probables?|vraisemblablement|sans aucun doute|sans (?:le moindre )?doute|preuves? (?:préliminaires?|irréfutables?|irrécusables?|solides?)|peut-être|apparemment|présumée?s?|prétendument|soupçonne(?:nt|é|ée|és)?|selon toute vraisemblance)/iu,
  en: /(?:(?:with )?(?:a )?(?:very )?(?:high|moderate|medium|low) (?:degree|level) of (?:confidence|certainty)|(?:with )?(?:high|moderate|medium|low|full|great|strong) (?:confidence|certainty)|almost certain(?:ly)?|(?:nearly|virtually) certain(?:ly)?|(?:highly|very|most|extremely) (?:likely|probable|probably|unlikely|improbable)|beyond (?:any |reasonable )?doubt|without (?:a |any )?doubt|no doubt|likely|probabl[ey]|possibl[ey]|apparently|allegedly|presumabl[ey]|suspect(?:s|ed)?|irrefutable evidence|preliminary evidence|leading suspect)/iu,
  zh: /(?:几乎可以肯定|幾乎可以肯定|极有可能|極有可能|极可能|很可能|很有可能|高度(?:确信|可信|怀疑|可能)|中等(?:程度)?(?:确信|可信)|毫无疑问|确凿|疑似|涉嫌|可能|或许|大概|初步证据)/u,
};
/** What speaks of certainty itself, so that it counts from the sentence beside. */
const OF_CERTAINTY = /certitude|confian|confidence|certain(?!e?s? m)|doubt|确信|可信|肯定/iu;

/** The words of certainty of a sentence, verbatim; null when there are none. */
export function statedCertainty(text: string, lang: string): string | null {
  return CERTAINTY[lang]?.exec(text)?.[0] ?? null;
}

/** The same where the words are about certainty: «un haut degré de certitude», and not «peut-être». */
export function explicitCertainty(text: string, lang: string): string | null {
  const words = statedCertainty(text, lang);
  return words !== null && OF_CERTAINTY.test(words) ? words : null;
}
