/** The chat model that the settings name, joined with the log and with what is kept of its use. */
import { fileURLToPath } from 'node:url';
import type { AnswerModel, ModelReport } from './answer/model/answer-model.ts';
import type { TokenCount } from './answer/model/budget-ledger.ts';
import { type StateConfig, statePlace } from './app-state.ts';
import type { BotLog } from './bot/bot-log.ts';
import type { WriteSummary } from './cases/written-summary.ts';
import { type Config, passToLangSmith } from './config.ts';
import type { Lexicon } from './lexicon/lexicon.ts';

type ModelConfig = StateConfig & Pick<Config, 'chatModel' | 'langSmith' | 'modelTokensPerDay' | 'promptsDir'>;

/** Whoever counts what the model does; must not throw. */
export interface ModelWatch {
  onUse(tokens: TokenCount): void;
  onWritten(report: Pick<ModelReport, 'outcome' | 'dropped' | 'repaired'>): void;
  onFailure(kind: string): void;
  onResting(rests: boolean): void;
  /** Where to ask for the tokens of the day against their limit; null where there is none. */
  watchBudget(ask: () => Promise<{ readonly used: number; readonly limit: number } | null>): void;
}

interface OpenedModel {
  readonly model: AnswerModel;
  close(): Promise<void>;
}

/** One for each configuration: budget and rest are the model's, whatever it is asked for. */
const opened = new WeakMap<ModelConfig, Promise<OpenedModel>>();

/** The folder of the prompts that come with Casebook. */
export function shippedPrompts(): string {
  return fileURLToPath(new URL('../prompts', import.meta.url));
}

const watches = new WeakMap<ModelConfig, ModelWatch>();

/** To be called before the model is opened. */
export function watchModel(config: ModelConfig, watch: ModelWatch): void {
  watches.set(config, watch);
}

/**
 * Reads the prompt files again; a model that nobody has asked for reads them when it is opened.
 *
 * @returns whether any has changed. @throws OperatorError that names file and line; the prompts from before stay.
 */
export async function reloadPrompts(config: ModelConfig): Promise<boolean> {
  return (await opened.get(config))?.model.reloadPrompts() ?? false;
}

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
  const watch = watches.get(config);
  passToLangSmith(config);
  const model = createAnswerModel(chatModel, {
    verify: createVerifier(lexicon),
    ...(config.promptsDir === null ? {} : { promptsDir: config.promptsDir }),
    tokensPerDay: config.modelTokensPerDay,
    ledger: kept?.ledger ?? null,
    onUse: (tokens) => watch?.onUse(tokens),
    onReport({ failure, answerId: referenceId, ...report }) {
      watch?.onWritten(report);
      if (failure === null) log.info({ referenceId, ...report }, 'the model wrote an answer');
      else {
        watch?.onFailure(failure.kind);
        log.warn({ referenceId, ...report, reason: failure.message }, 'the model failed');
      }
    },
    onFailure({ kind, message }) {
      watch?.onFailure(kind);
      log.warn(
        { kind, reason: message },
        'the model failed at a summary, a translation or the like: done without it',
      );
    },
    onBreaker(state, reason) {
      watch?.onResting(state === 'open');
      if (state === 'open') log.warn({ state, reason }, 'the model is left alone for a while');
      else log.info({ state, reason }, 'the model is tried again');
    },
    onLedgerTrouble: (reason) => log.warn({ reason }, 'the tokens of the day cannot be kept'),
  });
  watch?.watchBudget(async () => {
    const limit = config.modelTokensPerDay;
    return limit === 0 ? null : { used: await model.spentToday(), limit };
  });
  return {
    model,
    async close() {
      if (config.langSmith !== null) await flushTraces();
      await kept?.close();
    },
  };
}

/** Lets LangSmith's client send what waits. Never rejects. */
async function flushTraces(): Promise<void> {
  const { flushLangSmith } = await import('./answer/model/flush-langsmith.ts');
  await flushLangSmith();
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
