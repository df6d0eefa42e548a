/** Whether a question wants more than one sentence: what either side says, or everything of a kind. */
import type { QuestionType, QuestionWord } from './question-type.ts';

/** `sides`: who says so and who does not; `list`: all there are. */
export type QuestionForm = 'sides' | 'list';

/** Several versions are asked for, or whether one is agreed on. */
const SIDES = new RegExp(
  [
    String.raw`\bversions?\b|\bcontradict\w*|\bcontredi\w*|\btout et son contraire\b|\b(?:both|two|all|each|either) sides?\b|\bles deux (?:camps|c[ôo]t[ée]s|parties)\b|\b(?:disput|contest)(?:ed|[ée]e?s?)(?!\p{L})|\bcontrovers\w*`,
    String.raw`\b(?:dis)?agreed? (?:on|about|over|that|with)\b|\bin agreement\b|\bd['’]accord (?:sur|avec|pour)\b|\bfont-ils consensus\b|\bconsensus\b`,
    String.raw`\bwho says\b.{0,40}\bwho (?:doesn|does not|won|will not|denies|says)|\bqui (?:dit|affirme)\b.{0,40}\bqui (?:ne|le nie|nie|d[ée]ment|dit)\b`,
    String.raw`(?:,|\bor|\bou)\s+(?:not|pas|non)\s*[?？!.]*$|\boui ou non\b|\byes or no\b`,
    String.raw`\b(?:is|was|are|were) (?:it|that|this) (?:certain|proven|proved|established|confirmed|sure|settled|true)\b|\b(?:est|[ée]tait)[- ](?:ce|il|elle)(?: \p{L}+)? (?:s[ûu]r|certain|prouv[ée]|[ée]tabli|confirm[ée]|av[ée]r[ée])e?(?!\p{L})|\bsait-on avec certitude\b`,
    '各方|双方|雙方|各执一词|各(?:自|方|国)?(?:有|是)?(?:怎么|如何|什么)|(?:不同|两种|哪些|几种)说法|说法不一|争议|能确定|确定吗|有没有份|是不是|还是.{1,20}[？?]',
  ].join('|'),
  'iu',
);

/** «coree du nord ou russie», "the services or a gang": one or the other of two that are named side by side. */
const EITHER = /(?<!\p{L})(?:ou|or)(?!\p{L})(?! (?:not|pas|non)(?!\p{L}))/iu;

/** An order to list, at the question's beginning. */
export const LISTING =
  /^\W*(?:please )?(?:list|enumerate|name all|give (?:me )?(?:a list|all)|liste[rz]?|[ée]num[èe]re[rz]?|cite[rz]?|donne[rz]?(?:[- ]moi)? la liste)(?!\p{L})/iu;

/** Everything of a kind. */
const LIST = new RegExp(
  [
    LISTING.source,
    String.raw`\bquel(?:le)?s (?!(?:est|sont|[ée]tai|fu|ont|a|aur)\b)|\blesquel(?:le)?s\b|\bqui (?:sont|ont)\b|\b(?:which|what) (?:other |else )?(?:\p{L}+(?:an|ese|ish|ic|al|ern|ch|ab|ed|ing) ){0,2}(?!(?:does|is|was|has)\b)\p{L}+[^s\W]s\b|\bwho (?:else|all|has|have|were|are)\b|\bwhat else\b|\bqui d['’]autre\b|\bquoi d['’]autre\b`,
    '哪些|哪几|有谁|还有谁|列出|列举',
  ].join('|'),
  'iu',
);

/** One date, number, reason or statement is asked for. */
const NO_LIST: ReadonlySet<QuestionType> = new Set(['count', 'when', 'why', 'statement', 'name']);

/** Null for a question that one sentence may answer. */
export function formOf(text: string, word: QuestionWord | null): QuestionForm | null {
  if (SIDES.test(text)) return 'sides';
  if (word !== null && NO_LIST.has(word.type)) return null;
  // «qui, les services ou un gang»; "who hacked X or Y" asks for one.
  if (EITHER.test(text) && word === null) return 'sides';
  return LIST.test(text) ? 'list' : null;
}
