/** Terms that fit every case alike: a question made of them alone is about the case talked of. */
import type { Question } from '../question.ts';
import type { Term } from '../question-term.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** Concepts of attacks, of what is said of them and of what follows, as every case has them. */
export const GENERIC = set(`
  attack cyberattack cyber-operation malicious-activity campaign hack hacker intrusion intruder compromise breach
  data-leak data-theft theft penetrate malware malicious-code vulnerability zero-day vulnerability-exploit data
  threat-actor threat-actor-group apt-group victim target incident investigation evidence technical-evidence
  lack-of-evidence certainty confidence-level accuse attribute public-attribution blame suspicion suspect behind
  responsible perpetrator carry-out involve motive aim deny reject contest condemn criticise protest respond
  official-reaction retaliate comment admit acknowledge claim-responsibility demand say announce reveal publish describe
  believe statement source-article measure countermeasure sanction indict prosecute arrest convict guilty trial court prove
  diplomatic-measure summon expel government country number:1 according-to authorities official person individual group date year damage
  impact consequence loss server computer account email file document hit-affect follow adopt impose decide disrupt destroy use exploit discover identify obtain begin end happen duration method tool cost
  amount stop-cease confirm alleged
`);

export const REPLY = set(
  'respond answer-question deny categorically-deny reject contest official-reaction retaliate decline-comment silence comment',
);

/** «attaque», "group", "arrested". */
export function isGeneric({ isName, concepts, kind, text }: Term): boolean {
  if (isName) return false;
  if (concepts.length === 0) return kind === 'word' && LIGHT.test(text);
  return concepts.some((id) => GENERIC.has(id));
}

/** "The UK *one*". */
export function isAside({ isName, concepts, text }: Term): boolean {
  return !isName && concepts.length === 0 && LIGHT.test(text);
}

/** «répondre», "deny": what the accused do. */
export function isReply({ concepts, text, isName }: Term): boolean {
  return !isName && (concepts.some((id) => REPLY.has(id)) || REPLYING.test(text));
}

/** Asks for what the accused answer. */
export function asksForReply({ text, terms }: Pick<Question, 'text' | 'terms'>): boolean {
  return terms.some(isReply) || REPLYING.test(text);
}

const REPLYING =
  /r[ée]pond|r[ée]pli[qc]|r[ée]torqu|d[ée]men|\bni(?:e|ent|er|é)\b|r[ée]ag[iu]|respon|repl(?:y|ie)|answer|\bden(?:y|ie)|react|回应|回應|反应|反應|否认|否認|答复|答覆/iu;

/** Verbs and adverbs without a matter of their own. */
const LIGHT =
  /^(?:utilis\p{L}*|servi\p{L}*|pass[ée]\p{L}*|arriv[ée]\p{L}*|dur[ée]\p{L}*|ensuite|exactement|vraiment|d[ée]but\p{L}*|ones?|basis|c[ao]me|fondement|prise?s?|prend\p{L}*|used?|using|any(?:one|body)|some(?:one|body)|quelqu|suivi\p{L}*|followed|有人|happen\p{L}*|last(?:ed)?|exactly|really|next|start\p{L}*|began|begin|used|involved|还|還|发生|發生|使用|用|后来|後來|然后|呢|做|干|事|方|依据|依據|个|的|那|这)$/iu;
