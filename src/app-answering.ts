/** Joins what answers questions: lexicon, answerer, chat model, verifier. Loaded when the first question comes. */
import { randomUUID } from 'node:crypto';
import { openModel } from './app-model.ts';
import type { BotLog } from './bot/bot-log.ts';
import type { Config } from './config.ts';
import type { AskQuestion } from './core/ask.ts';
import { errorMessage } from './core/errors.ts';
import type { IndexClient } from './index/index-ports.ts';
import type { VerifySentence } from './verify/verify-sentence.ts';

/** What answering needs besides the index: some hundred milliseconds, once. */
export async function loadAnswering(dataDir: string) {
  const [{ createAnswerer }, { loadLexicon }] = await Promise.all([
    import('./answer/answer-question.ts'),
    import('./lexicon/lexicon.ts'),
  ]);
  return { createAnswerer, lexicon: loadLexicon(dataDir) };
}

export async function createAsk(config: Config, index: IndexClient, log: BotLog): Promise<AskQuestion> {
  const { createAnswerer, lexicon } = await loadAnswering(config.dataDir);
  const model = await openModel(config, log, lexicon);
  return createAnswerer({
    retriever: index,
    reader: index,
    lexicon,
    now: () => new Date(),
    newId: () => randomUUID(),
    onTrouble: (error) =>
      log.warn({ error: errorMessage(error) }, 'an answer does not say who else printed its sources'),
    ...(model === null ? {} : { model }),
  });
}

/** Tells whether a sentence is borne out by what it cites. */
export async function createSharedVerifier(dataDir: string): Promise<VerifySentence> {
  const [{ createVerifier }, { lexicon }] = await Promise.all([
    import('./verify/verify-sentence.ts'),
    loadAnswering(dataDir),
  ]);
  return createVerifier(lexicon);
}
