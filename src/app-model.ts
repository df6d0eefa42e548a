/** The chat model that the settings name, joined with the log and with what is kept of its use. */

import type { AnswerModel } from './answer/model/answer-model.ts';
import { type StateConfig, statePlace } from './app-state.ts';
import type { BotLog } from './bot/bot-log.ts';
import type { WriteSummary } from './cases/written-summary.ts';
import type { Config } from './config.ts';
import type { Lexicon } from './lexicon/lexicon.ts';

type ModelConfig = StateConfig & Pick<Config, 'chatModel' | 'modelTokensPerDay' | 'promptsDir'>;

interface OpenedModel {
  readonly model: AnswerModel;
  close(): Promise<void>;
}

/** One for each configuration: budget and rest are the model's, whatever it is asked for. */
const opened = new WeakMap<ModelConfig, Promise<OpenedModel>>();

/**
 * @returns null when no model is set.
 * @throws OperatorError for a prompt file that cannot be used, or a state file that cannot be opened.
 */
export async function openModel(
  config: ModelConfig,
  log: BotLog,
  lexicon: Lexicon,
): Promise<AnswerModel | null> {
  if (config.chatModel === null) return null;
  const opening = opened.get(config) ?? join(config, config.chatModel, log, lexicon);
  opened.set(config, opening);
  return (await opening).model;
}

/** Gives the state back. */
export async function closeModel(config: ModelConfig): Promise<void> {
  const opening = opened.get(config);
  opened.delete(config);
  await opening?.then(({ close }) => close()).catch(() => undefined);
}

/** Writes the summaries of reports; undefined when no model is set. */
export function createSummaries(
  config: ModelConfig,
  log: BotLog,
  lexicon: () => Promise<Lexicon>,
): WriteSummary | undefined {
  if (config.chatModel === null) return undefined;
  let creating: Promise<WriteSummary> | undefined;
  const create = async (): Promise<WriteSummary> => {
    const [{ createWriteSummary }, words] = await Promise.all([
      import('./answer/model/write-summary.ts'),
      lexicon(),
    ]);
    const model = await openModel(config, log, words);
    return model === null ? async () => [] : createWriteSummary(model, words);
  };
  return async (...report) => {
    creating ??= create();
    return (await creating)(...report);
  };
}

async function join(
  config: ModelConfig,
  chatModel: NonNullable<Config['chatModel']>,
  log: BotLog,
  lexicon: Lexicon,
): Promise<OpenedModel> {
  const [{ createAnswerModel }, { createVerifier }] = await Promise.all([
    import('./answer/model/answer-model.ts'),
    import('./verify/verify-sentence.ts'),
  ]);
  const kept = config.modelTokensPerDay === 0 ? null : await openLedger(config);
  const model = createAnswerModel(chatModel, {
    verify: createVerifier(lexicon),
    ...(config.promptsDir === null ? {} : { promptsDir: config.promptsDir }),
    tokensPerDay: config.modelTokensPerDay,
    ledger: kept?.ledger ?? null,
    onReport({ failure, ...report }) {
      if (failure === null) log.info({ ...report }, 'the model wrote an answer');
      else log.warn({ ...report, reason: failure.message }, 'the model failed');
    },
    onFailure({ kind, message }) {
      log.warn(
        { kind, reason: message },
        'the model failed at a summary, a translation or the like: done without it',
      );
    },
    onBreaker(state, reason) {
      if (state === 'open') log.warn({ state, reason }, 'the model is left alone for a while');
      else log.info({ state, reason }, 'the model is tried again');
    },
    onLedgerTrouble: (reason) => log.warn({ reason }, 'the tokens of the day cannot be kept'),
  });
  return { model, close: async () => kept?.close() };
}

/** A connection of its own: the model is also used where no platform is started. */
async function openLedger(config: StateConfig) {
  const [{ openStateAt }, { createBudgetLedger }] = await Promise.all([
    import('./state/state-database.ts'),
    import('./state/budget-ledger.ts'),
  ]);
  // A statement for each answer: two connections are plenty beside those of the state.
  const few = { ...config, databasePoolSize: Math.min(config.databasePoolSize, 2) };
  const database = await openStateAt(statePlace(few));
  return { ledger: createBudgetLedger(database), close: () => database.close() };
}
