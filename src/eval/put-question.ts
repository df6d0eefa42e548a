/** Puts one question to the bot, with what was asked before it, and tells what came when. */
import type { Answer } from '../core/answer.ts';
import type { AskQuestion } from '../core/ask.ts';
import type { AnswerAudit } from '../core/audit.ts';
import type { Turn } from '../core/thread.ts';

export interface Reply {
  readonly answer: Answer;
  readonly audit: AnswerAudit | null;
  /** Milliseconds from the question to the first sentence; null when there was none. */
  readonly firstSentence: number | null;
  /** Milliseconds from the question to the whole answer. */
  readonly milliseconds: number;
}

/** The questions that came before are asked first, each with those before it; only the last one is timed. */
export async function putQuestion(
  ask: AskQuestion,
  { question, history }: { readonly question: string; readonly history: readonly string[] },
  now: () => number,
): Promise<Reply> {
  const turns: Turn[] = [];
  for (const earlier of history) {
    const { answer } = await once(ask, earlier, turns, now);
    turns.push({ question: earlier, answer });
  }
  return once(ask, question, turns, now);
}

async function once(
  ask: AskQuestion,
  question: string,
  turns: readonly Turn[],
  now: () => number,
): Promise<Reply> {
  const started = now();
  let firstSentence: number | null = null;
  for await (const event of ask({ question, ...(turns.length === 0 ? {} : { history: [...turns] }) })) {
    if (event.type === 'sentence') firstSentence ??= now() - started;
    if (event.type === 'answer')
      return {
        answer: event.answer,
        audit: event.audit ?? null,
        firstSentence,
        milliseconds: now() - started,
      };
  }
  throw new Error('the question ended without an answer');
}
