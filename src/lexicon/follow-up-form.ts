/** The follow-ups that need no search of their own: «montre la source 2», "in English please", 更多. */
import type { AnswerLang } from '../core/answer.ts';

type FollowUpForm =
  /** `n`: a citation number, -1 for the last; null for all of them. */
  | { readonly kind: 'source'; readonly n: number | null }
  | { readonly kind: 'translate'; readonly lang: AnswerLang }
  | { readonly kind: 'more' }
  | { readonly kind: 'who-said' }
  | { readonly kind: 'how-sure' };

const ORDINALS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['premier première first 一 1er 1ère 1st', 1],
    ['deuxième second seconde 二 2e 2ème 2nd', 2],
    ['troisième third 三 3e 3ème 3rd', 3],
    ['quatrième fourth 四 4e 4ème 4th', 4],
    ['cinquième fifth 五 5e 5ème 5th', 5],
    ['sixième sixth 六', 6],
    ['septième seventh 七', 7],
    ['huitième eighth 八', 8],
    ['dernier dernière last 最后一 最後一', -1],
  ].flatMap(([words, n]) =>
    String(words)
      .split(' ')
      .map((word) => [word, Number(n)]),
  ),
);
const ORDINAL = Object.keys(ORDINALS)
  .sort((a, b) => b.length - a.length)
  .join('|');

/** «Montre-moi», "could you open the link of", 打开: what may stand before a source. */
const SHOW = String.raw`(?:(?:tu peux|peux-tu|pouvez-vous|je (?:veux|voudrais) voir|can you|could you|i want to see)\s*)?(?:m['’]|me )?(?:montrer?|affiche|ouvrir|ouvre|donner?|voir|vois|cite|lis|show|open|display|see|view|give|read|quote|显示|顯示|打开|打開|查看|看看|看|展示|给我看|給我看)?(?:z|r)?(?:[- ]moi|\s+me)?(?:一下)?\s*`;
const LINK = String.raw`(?:(?:le |the )?(?:lien|texte|extrait|link|text|excerpt|url|address)\s+(?:vers|de|of|to|from|for)\s*)?`;
const NOUN = '(?:sources?|références?|citations?|references?|refs?)';
const PATTERNS: readonly RegExp[] = [
  new RegExp(
    `^(?:et\\s+|and\\s+)?${SHOW}${LINK}(?:la\\s+|les\\s+|le\\s+|the\\s+)?${NOUN}\\s*(?:n[°o]|numéro|no\\.?|number|#)?\\s*\\[?(\\d{1,2})\\]?$`,
    'iu',
  ),
  new RegExp(`^(?:et\\s+|and\\s+)?${SHOW}${LINK}(?:la\\s+|le\\s+|the\\s+)?(${ORDINAL})\\s+${NOUN}$`, 'iu'),
  new RegExp(
    `^(?:那么?)?${SHOW}(?:第)?(?:来源|來源|出处|出處|引用)\\s*\\[?(\\d{1,2}|${ORDINAL})?\\]?(?:的链接)?$`,
    'iu',
  ),
  new RegExp(
    `^(?:那么?)?${SHOW}第?\\s*(\\d{1,2}|${ORDINAL})\\s*(?:个|個|条|條)?(?:来源|來源|出处|出處|引用)$`,
    'iu',
  ),
  /^(?:(?:montre|ouvre|affiche|show|open)(?:z?[- ]moi| me)?\s+)?\[(\d{1,2})\]$/iu,
  /^(?:montre|ouvre|affiche|show|open|打开|打開|显示)(?:z?[- ]moi| me)?\s*(?:la |the |n[°o]\s*)?(\d{1,2})$/iu,
  new RegExp(
    `^(?:et\\s+|and\\s+)?${SHOW}(?:(?:quelles|what|which)\\s+(?:sont|are)\\s+)?(?:tes\\s+|vos\\s+|tes|les\\s+|the\\s+|your\\s+)?(?:quelles\\s+|which\\s+|what\\s+)?(?:sources|références|references)$`,
    'iu',
  ),
];

const LANGUAGES: readonly (readonly [AnswerLang, RegExp])[] = [
  ['fr', /français|francais|french|法文|法语|法語/iu],
  ['en', /anglais|english|英文|英语|英語/iu],
  ['zh', /chinois|chinese|mandarin|中文|汉语|漢語|华语|中国话/iu],
];
const TONGUE = '(?:français|francais|anglais|chinois|french|english|chinese|mandarin)';
const TRANSLATE: readonly RegExp[] = [
  new RegExp(
    String.raw`^(?:et\s+|(?:la\s+)?même\s+(?:réponse|chose)\s+|(?:peux-tu|pouvez-vous)\s+)?(?:(?:répond|tradui|répèt|redi|réécri|dire)\p{L}*(?:[- ](?:le|la|moi|ça|cela|la réponse))*\s+)?en\s+${TONGUE}$`,
    'iu',
  ),
  new RegExp(
    String.raw`^(?:(?:and|now|the same|same|again|can you|could you)\s+)?(?:(?:answer|translate|say|repeat|reply|write|give)(?:\s+(?:it|that|this|me|the answer|again))*\s+)?(?:in|into|to)\s+${TONGUE}$`,
    'iu',
  ),
  /^(?:请|請|能|可以)?(?:再)?(?:把.{0,6})?(?:用|以|翻译成|翻譯成|译成|翻成|改用|换成|说)(?:中文|英文|英语|英語|法文|法语|法語|汉语|漢語)(?:回答|说|說|再说一遍|说一遍|写|重复)?(?:一下|一遍)?(?:吗)?$/u,
];

const MORE =
  /^(?:(?:(?:donne|dis|montre)[zr]?[- ]moi |(?:give|show|tell) me |any )?(?:et\s+)?(?:la suite|plus|encore|davantage|continue[rz]?|(?:un peu )?plus (?:de détails?|d['’]infos?|d['’]informations?)|d['’]autres(?: sources| éléments)?|(?:et )?quoi d['’]autre|autre chose|(?:dis|dites)-m['’]en plus|en savoir plus)|(?:and )?(?:(?:any|give me|show me) )?(?:more|(?:some )?more (?:details?|info|information|sources|on (?:that|this)|about (?:that|this|it))|tell me more|show(?: me)? more|continue|go on|what else|anything else|other sources|next)|(?:请)?(?:更多(?:信息|来源|内容|细节)?|继续|繼續|还有(?:吗|呢|什么|别的吗)?|還有(?:嗎|呢)|(?:再)?(?:说|講|讲)?(?:详细|詳細)(?:一点|点|些)?|多说一点|再多一些))$/iu;

const WHO_SAID =
  /^(?:(?:et |mais )?(?:qui (?:le (?:dit|prétend)|l['’](?:a dit|affirme|a affirmé)|(?:a dit|dit|affirme|a affirmé|prétend) (?:ça|cela|ceci))|(?:selon|d['’]après) qui|c['’]est qui qui le dit)|(?:and |but )?(?:who (?:says?|said|claims?|claimed|told) (?:so|that|this|it|you(?: that)?)|according to wh(?:om|o)|says who)|(?:这|這|那)?(?:是|话是)?(?:谁|誰)(?:说|說|讲|声称)的|(?:谁|誰)(?:这么|這麼|这样|這樣)(?:说|說)(?:的)?|(?:根据|据)(?:谁|誰)(?:说|的说法)?)$/iu;

const HOW_SURE =
  /^(?:(?:et |mais )?(?:avec (?:quelle|quel (?:degré|niveau) de) (?:certitude|confiance)|à quel point (?:en )?(?:sont|est)-(?:ils|elles|il|elle|on|ce) (?:sûr|certain)\p{L}*|(?:en )?(?:sont|est)-(?:ils|elles|il|elle|on) (?:sûr|certain)\p{L}*|est-ce (?:que c['’]est )?(?:bien )?(?:sûr|certain|prouvé)|c['’]est (?:sûr|certain|prouvé)|quel(?:le)? (?:est (?:leur|le|la) )?(?:degré de |niveau de )?(?:certitude|confiance))|(?:and |but )?(?:how (?:sure|certain|confident)(?: (?:are|were|is|was) (?:they|he|she|it|that|this|we|you))?(?: (?:of|about) (?:that|this|it))?|(?:are|were) they (?:sure|certain)(?: (?:of|about) (?:that|this|it))?|is (?:that|it|this) (?:certain|sure|proven)|(?:with|at) what (?:level of |degree of )?(?:certainty|confidence))|(?:他们|她们|它们|对此)?(?:有)?(?:多|多么|多麼)(?:确定|確定|肯定|大把握|大的把握)|(?:他们)?(?:确定|確定|肯定)(?:吗|嗎)|(?:有)?(?:多大)?把握(?:有)?多大|可信度(?:如何|多高)|(?:确定|确信)程度(?:如何|有多高)?)$/iu;

const POLITE =
  /(?:^|[\s,，])(?:please|pls|thanks?(?: you)?|merci|svp|stp|s['’]il (?:te|vous) pla[iî]t)(?=$|[\s,，.!?])|谢谢|謝謝|^请|^請/giu;

/** The form of a follow-up; null for a question. */
export function readFollowUpForm(question: string): FollowUpForm | null {
  const text = plain(question);
  if (text === '' || text.length > 80) return null;
  for (const pattern of PATTERNS) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const written = match[1]?.toLowerCase();
    return { kind: 'source', n: written === undefined ? null : (ORDINALS[written] ?? Number(written)) };
  }
  if (TRANSLATE.some((pattern) => pattern.test(text))) {
    const lang = LANGUAGES.find(([, name]) => name.test(text))?.[0];
    if (lang !== undefined) return { kind: 'translate', lang };
  }
  if (MORE.test(text)) return { kind: 'more' };
  if (WHO_SAID.test(text)) return { kind: 'who-said' };
  return HOW_SURE.test(text) ? { kind: 'how-sure' } : null;
}

/** Without courtesies and the punctuation around. */
function plain(question: string): string {
  return question
    .normalize('NFC')
    .replace(POLITE, ' ')
    .replace(/[\s\u00a0\u202f]+/gu, ' ')
    .replace(/^[\s,，.:：;；!！«"“]+|[\s,，.。?？!！;；…»"”]+$/gu, '')
    .trim();
}
