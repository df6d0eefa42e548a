/** How sure a speaker says it is, as a level that can be compared across languages. */

export type CertaintyLevel = 'low' | 'medium' | 'high';

const OF_CERTAINTY = '(?:certitude|confiance|confidence|certainty)';
/**
 * Only words about certainty itself count. «Présumé», "suspected", 涉嫌 are the caution of whoever writes, and change from
 * one paper to the next.
 */
const LEVELS: readonly (readonly [CertaintyLevel, RegExp])[] = [
  [
    'low',
    new RegExp(
      String.raw`\b(?:low|faible) (?:\p{L}+ (?:of|de) )?${OF_CERTAINTY}|${OF_CERTAINTY} faible|preliminary evidence|preuves? préliminaires?|初步证据`,
      'iu',
    ),
  ],
  [
    'medium',
    new RegExp(
      String.raw`\b(?:moderate|medium) (?:\p{L}+ (?:of|de) )?${OF_CERTAINTY}|${OF_CERTAINTY} (?:modérée?|moyenn?e?)|中等(?:程度)?(?:确信|可信)`,
      'iu',
    ),
  ],
  [
    'high',
    new RegExp(
      String.raw`\b(?:high|full|great|strong) (?:\p{L}+ (?:of|de) )?${OF_CERTAINTY}|haut (?:degré|niveau) de ${OF_CERTAINTY}|${OF_CERTAINTY} élevée?|(?:almost|nearly|virtually) certain|quasi-certitude|(?:presque|quasi(?:ment)?) certain|avec certitude|(?:beyond|without|no|sans) (?:any |a |aucun |le moindre )?(?:reasonable )?(?:doubt|doute)|irrefutable|irréfutable|几乎可以肯定|幾乎可以肯定|高度(?:确信|可信)|毫无疑问|确凿`,
      'iu',
    ),
  ],
];

/** @param stated the speaker's words, as they were read; null where there are none. */
export function certaintyLevel(stated: string | null): CertaintyLevel | null {
  if (stated === null) return null;
  return LEVELS.find(([, words]) => words.test(stated))?.[0] ?? null;
}
