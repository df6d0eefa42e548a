/** An answer in the sources' own sentences, or a refusal that helps. */
import type { Answer, NoticeCode } from '../core/answer.ts';
import type { Hit, SourceReader } from '../core/retrieval.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ReadSentence } from '../reading/read-text.ts';
import { type AnswerStamp, composeAnswer } from './compose-answer.ts';
import { findDispute } from './disputes.ts';
import type { Evidence } from './evidence.ts';
import { explainRefusal } from './explain-refusal.ts';
import type { Gathered } from './gather-stories.ts';
import { LEADS } from './leads.ts';
import { withNotices } from './notices.ts';
import { asRecorded, findOtherSide, replies } from './other-side.ts';
import type { Question } from './question.ts';
import { refuse } from './refuse.ts';
import { suggest } from './suggest.ts';

/** What the corpus has to do with a question. */
export interface Grounds {
  readonly stamp: AnswerStamp;
  readonly question: Question;
  /** Whose own documents are searched besides the global ones. */
  readonly scope: string;
  /** The bot's own verdict was asked for. */
  readonly wantsVerdict: boolean;
  readonly hits: readonly Hit[];
  readonly gathered: Gathered;
  /** Best first. */
  readonly evidence: readonly Evidence[];
  /** The sentences that answer, best first; may be empty. */
  readonly chosen: readonly Evidence[];
}

export interface RefusalDeps {
  readonly reader: SourceReader;
  readonly lexicon: Lexicon;
}

/** Sentences of an answer with the other side and what is disputed. */
const MOST = 5;

/** The sentences without the last ones that are nobody's reply. */
function atMost(most: number, sentences: readonly ReadSentence[]): ReadSentence[] {
  const kept = [...sentences];
  while (kept.length > most) {
    const last = kept.findLastIndex((sentence) => !replies(sentence));
    if (last < 1) break;
    kept.splice(last, 1);
  }
  return kept;
}

export async function answerFromSources(grounds: Grounds, deps: RefusalDeps): Promise<Answer> {
  const { chosen, evidence, gathered, question, stamp } = grounds;
  const [best] = chosen;
  if (best === undefined) return refuseFor(grounds, deps);
  const other = findOtherSide(chosen, evidence);
  const codes: NoticeCode[] = other.replyMissing ? ['no-denial-found'] : [];
  const sentences = chosen.map(asRecorded);
  const beside = other.sentence === null ? [] : [other.sentence];
  const dispute = findDispute(best.story, [...sentences, ...beside], evidence);
  if (dispute !== null) beside.push(dispute);
  const told = [...atMost(MOST - beside.length, sentences), ...beside];
  return addNotices(composeAnswer(question, told, codes, gathered.texts, stamp), grounds);
}

/** For a model's answer, too. */
export function addNotices(answer: Answer, { gathered, wantsVerdict }: Grounds): Answer {
  return withNotices(answer, { ...gathered, wantsVerdict });
}

export async function refuseFor(grounds: Grounds, { reader, lexicon }: RefusalDeps): Promise<Answer> {
  const { question, scope, hits, gathered, stamp, wantsVerdict } = grounds;
  const { lead, story, isOffTopic } = explainRefusal(question, gathered.stories, lexicon);
  const suggestions = suggest(question.text, question.answerLang, gathered, lexicon, story);
  const answer = refuse(
    question,
    { hits: isOffTopic ? [] : hits, size: await reader.size(scope), suggestions },
    stamp,
  );
  const said = wantsVerdict ? LEADS[question.answerLang].to.verdict : lead;
  return said === null || answer.notices.length > 0 ? answer : { ...answer, lead: said };
}

/** Whether what is known of the question leaves nothing to answer, whatever sentences were found. */
export function isRefused({ question, gathered, chosen }: Grounds, lexicon: Lexicon): boolean {
  const { isFinal, isOffTopic } = explainRefusal(question, gathered.stories, lexicon);
  return isFinal && (!isOffTopic || chosen.length === 0);
}
