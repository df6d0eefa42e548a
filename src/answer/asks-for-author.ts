/** Whether a question asks for the attacker, whom only an attribution names. */
import { isName } from '../lexicon/concept.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { AGAINST } from './question-parties.ts';
import type { Term } from './question-term.ts';
import type { QuestionWord } from './question-type.ts';

/** Concepts of attacking, which make of «qui» the question for the attacker. */
export const ATTACKING: ReadonlySet<string> = new Set([
  'attack',
  'cyberattack',
  'hack',
  'penetrate',
  'intrusion',
  'espionage',
  'spy',
  'sabotage',
  'behind',
  'responsible',
  'perpetrator',
  'theft',
]);

/** Behind «qui», "who": «… est derrière», "… was behind", "… carried out the attack". */
const DID_IT = new RegExp(
  [
    String.raw`^[^.?!]{0,60}?\b(?:behind|responsible for|to blame|perpetrat\w*|orchestrat\w*|mastermind\w*|did it|infiltrat\w*|derri[eè]re|[àa] l['’]origine|responsables? (?:de|du|des)|(?:est|sont|fut|furent|[ée]tai(?:t|ent)|serai(?:t|ent))\s(?:l['’]auteure?s?|les auteure?s)|commis|perp[ée]tr[ée]e?|orchestr[ée]e?)(?!\p{L})`,
    String.raw`^[^.?!]{0,40}?\b(?:carr(?:y|ied) out|mount(?:ed|s)|launch(?:ed|es)|stag(?:ed|es)|conduct(?:ed|s)|r[ua]ns?|men[ée]e?|lanc[ée]e?|conduit)\s(?!(?:\S+\s){0,2}(?:inquir|investigat|enqu[êe]t|prob))(?:\S+\s){0,4}?(?:cyber-?)?(?:attacks?|operations?|campaigns?|hacks?|intrusions?|raids?|attaques?|op[ée]rations?|campagnes?|piratages?)(?!\p{L})`,
    String.raw`^[^.?!]{0,40}?(?:^|\s)(?:a|ont|aurai(?:t|ent)) (?:pirat|attaqu|infiltr|espionn|vol|sabot|compromis|p[ée]n[ée]tr|parasit|paralys)`,
    String.raw`^[^.?!]{0,40}?(?<!\b(?:was|were|been|be|being|is|are|got)(?: \w+)?) (?:hacked|attacked|breached|compromised|penetrated|sabotaged|stole|spied)\b`,
  ].join('|'),
  'iu',
);

/** "Which country is blamed for …", «à qui attribue-t-on …», «le groupe mis en cause»: the accused is sought, and no accuser named. */
const BLAMED = new RegExp(
  [
    String.raw`\b(?:which|what|who|whom)\b[^.?!]{0,40}?\b(?:is|are|was|were|has been|have been|been|being)\s+(?:\p{L}+ly\s+)?(?:blamed|accused|suspected|held responsible)\b(?!\s+by\b)`,
    String.raw`\bto (?:whom|which|what)\b[^.?!]{0,80}\battribut|\b(?:attributed|ascribed|traced) to (?:whom|which|what|who)\b|\b(?:which|what|who)\b[^.?!]{0,60}\b(?:attributed|ascribed) to\s*\?`,
    String.raw`(?:^|\s)[àa] (?:qui|quel(?:le)?s?)(?!\p{L})[^.?!]{0,80}(?:attribu|imput)`,
    String.raw`\b(?:qui|quel(?:le)?s?)\b[^.?!]{0,40}?(?:est|sont|[ée]tait|[ée]taient|fut|a [ée]t[ée]|ont [ée]t[ée])(?:[- ](?:il|elle|ils|elles|ce))?\s+(?:\p{L}+ment\s+)?(?:accus[ée]|soup[çc]onn[ée]|mis(?:e?s?)? en cause|tenue?s? (?:pour )?responsable|d[ée]sign[ée])(?!\p{L}*\s+par(?!\p{L}))`,
    '(?:[谁誰]|哪(?:个|個|些)?(?:国家|國家|国|國|组织|組織|黑客组织|团伙|团体|机构))被(?:指|认为|認為|怀疑|懷疑|归咎|视为)(?!责谁)',
    '(?:归咎于|歸咎於|归因于|归于|归责于|算在)(?:[谁誰]|哪)|被(?:归咎|归因)',
  ].join('|'),
  'iu',
);

/** A Chinese attack verb right behind «谁», but for a place, a target or a means, or behind «被谁». */
const CHINESE_ATTACK =
  '(?:发动|發動|发起|發起|实施|實施|策划|策劃|攻击|攻擊|攻陷|入侵|侵入|黑|渗透|滲透|窃取|竊取|偷|盗|盜|破坏|破壞|瘫痪|癱瘓|干的|做的|所为|所為|制造|製造|植入|监听|監聽|监控)';
const CHINESE = new RegExp(
  `[谁誰](?:在[^，,。？]{1,20}?|[对對向给給从從利用把将將][^，,。？]{1,25}?|曾|又|最终|究竟|真的|可能|网络|网路){0,3}${CHINESE_ATTACK}|[被由是][谁誰]${CHINESE_ATTACK}|[谁誰].{0,6}(?:幕后|幕後|元凶|主使|真凶|黑手)|(?:幕后|幕後|元凶|主使|黑手)[^，。？]{0,8}(?:[谁誰]|哪)`,
  'u',
);

/**
 * «Qui a piraté …», "Who was behind …", «谁对…发动了攻击», "Which country is blamed for …": the attacker is sought, and
 * only an attribution answers.
 *
 * @param isParty the question word goes with a country, a government, a group.
 */
export function asksForAuthor(
  text: string,
  word: QuestionWord | null,
  terms: readonly Term[],
  isParty: boolean,
  lexicon: Lexicon,
): boolean {
  if (word === null) return false;
  if (BLAMED.test(text)) return true;
  if (word.type !== 'who' && !isParty) return false;
  const behind = terms.filter((term) => term.start >= word.end);
  // «Qui accuse la Chine d'être derrière …»: whoever accuses is sought.
  if (terms.some(({ concepts }) => concepts.some((id) => AGAINST.has(id)))) return false;
  if (CHINESE.test(text)) return true;
  if (DID_IT.test(text.slice(word.end))) return true;
  if (/\p{Script=Han}/u.test(text.slice(word.start, word.end))) return false;
  // «Qui, selon Londres, a piraté …»: names may be put in.
  const first = behind.find((term) => !isNamed(term, lexicon));
  return first?.concepts.some((id) => ATTACKING.has(id)) ?? false;
}

function isNamed({ isName: named, concepts }: Term, lexicon: Lexicon): boolean {
  return (
    named ||
    concepts.some((id) => {
      const concept = lexicon.concept(id);
      return concept !== undefined && isName(concept);
    })
  );
}
