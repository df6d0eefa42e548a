/** The reply to a message that asks the corpus nothing: a few fitting words, and what could be asked. */
import type { Answer, AnswerLang } from '../core/answer.ts';
import type { AskRequest } from '../core/ask.ts';
import type { Retriever } from '../core/retrieval.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { AnswerStamp } from './compose-answer.ts';
import type { StoryReader } from './gather-stories.ts';
import type { Intent } from './intent.ts';
import { LEADS } from './leads.ts';
import { PHRASES } from './phrases.ts';
import { analyzeQuestion } from './question.ts';
import { suggest } from './suggest.ts';

export interface TurnAwayDeps {
  readonly retriever: Retriever;
  readonly lexicon: Lexicon;
}

/** Passages among which cases are looked for that could be asked about. */
const PASSAGES = 12;

export async function turnAway(
  intent: Intent,
  { question, lang, clientLang, scope, history }: AskRequest,
  stamp: AnswerStamp,
  deps: TurnAwayDeps,
  stories: StoryReader,
): Promise<Answer> {
  const spoken = history?.at(-1)?.answer.lang;
  const { answerLang } = analyzeQuestion(question, deps.lexicon, lang, spoken ?? clientLang);
  return {
    id: stamp.id,
    status: 'unanswered',
    method: 'extractive',
    lang: answerLang,
    asOf: stamp.now.toISOString(),
    sentences: [],
    citations: [],
    notices: [],
    nearest: [],
    searched: null,
    suggestions: intent === 'thanks' ? [] : await offer(answerLang, scope, deps, stories),
    lead: LEADS[answerLang].to[intent],
  };
}

/** Questions that the corpus answers, whatever was said. */
async function offer(
  lang: AnswerLang,
  scope: string | undefined,
  { retriever, lexicon }: TurnAwayDeps,
  stories: StoryReader,
): Promise<string[]> {
  const text = PHRASES[lang].anyQuestion;
  const hits = await retriever.search({ text, k: PASSAGES, lang, ...(scope === undefined ? {} : { scope }) });
  return suggest('', lang, await stories.gather(hits, scope), lexicon);
}
