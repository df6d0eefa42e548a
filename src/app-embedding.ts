/** The neural embedding model that the settings name, joined with the index: it makes vectors of passages and questions. */
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Rounds, startRounds } from './app-rounds.ts';
import type { BotLog } from './bot/bot-log.ts';
import type { Config } from './config.ts';
import { errorMessage } from './core/errors.ts';
import { createEmbedderPool } from './embed/embedder-pool.ts';
import { embeddingSpec, parseSpec, specName } from './embed/embedding-spec.ts';
import { modelFolder } from './embed/model-folder.ts';
import type { IndexClient } from './index/index-ports.ts';
import type { NeuralState } from './index/neural-ports.ts';
import { runningServer } from './index/server-lock.ts';

type EmbeddingConfig = Pick<Config, 'dataDir' | 'embedding' | 'embeddingAccess' | 'secrets'>;

export interface Embedding {
  /** The index, whose searches bring the vector of the question along. */
  readonly index: IndexClient;
  /**
   * Makes the vectors that are missing, which are made behind the writes: a command that ends leaves none to be made.
   * A model in trouble is told in the log.
   */
  embedNow(options: {
    readonly signal: AbortSignal;
    /** Told of passages that have their vector of the neural model. */
    readonly onProgress?: (progress: { done: number; total: number; input: string }) => void;
  }): Promise<void>;
  /** From now on vectors are made as passages come, for the process that serves. */
  keepEmbedding(): void;
  /** Ends what is under way. The index stays open. */
  close(): Promise<void>;
}

/** How often the process that serves looks for passages without a vector, in milliseconds. */
const LOOK_EVERY = 10_000;
/** How often it tells of its progress, in milliseconds. */
const TELL_EVERY = 30_000;

/** Loads nothing but what the settings want, and that when it is first needed. */
export function createEmbedding(config: EmbeddingConfig, index: IndexClient, log: BotLog): Embedding {
  const embedBuiltIn = async ({ signal }: { readonly signal: AbortSignal }): Promise<void> => {
    while (!signal.aborted && (await index.embedMore()) !== null);
  };
  if (config.embedding === null)
    return {
      index,
      embedNow: embedBuiltIn,
      keepEmbedding: () => undefined,
      close: async () => undefined,
    };
  const spec = embeddingSpec(config.embedding);
  const model = specName(spec);
  const embedders = createEmbedderPool({
    access: config.embeddingAccess,
    modelDir: modelFolder(config.dataDir),
    secrets: config.secrets,
    fetch: globalThis.fetch,
    sleep: (ms, signal) => sleep(ms, undefined, { signal }),
    random,
  });
  let rounds: Rounds | null = null;
  let toldAt = 0;
  let troubled = false;

  const vectors = import('./embed/query-vectors.ts').then(({ createQueryVectors }) =>
    createQueryVectors({
      store: index,
      now: Date.now,
      async open({ id, dimensions, spec: json }) {
        const stored = parseSpec(json);
        if (stored === null) return null;
        const embedder = await embedders.open(stored, AbortSignal.timeout(OPEN_TIMEOUT), dimensions);
        return embedder.model === id ? embedder : null;
      },
      onTrouble(failure) {
        if (failure === null) log.info({ model }, 'the embedding model gives vectors of questions again');
        else
          log.warn(
            { model, reason: failure.message },
            'the embedding model gives no vectors of questions: the built-in model takes its place',
          );
      },
    }),
  );

  const complete = ({ serving, next, done, total }: NeuralState): boolean =>
    next === null && serving?.spec === JSON.stringify(spec) && done >= total;
  const run = async (
    signal: AbortSignal,
    onProgress: (progress: { done: number; total: number }) => void,
  ): Promise<void> => {
    const before = await index.neuralState();
    if (complete(before)) return;
    const { embedCorpus } = await import('./embed/embed-corpus.ts');
    try {
      const embedder = await embedders.open(spec, signal);
      const state = await embedCorpus(index, embedder, spec, { signal, onProgress });
      (await vectors).forget();
      if (before.serving?.id !== state.serving?.id)
        log.info(
          { model, passages: state.total },
          'every passage has its vector: searches use them from now on',
        );
      if (troubled) log.info({ model }, 'the embedding model works again');
      troubled = false;
    } catch (error) {
      // The next try begins with a fresh connection, and asks again what the model is.
      await embedders.drop(spec);
      throw error;
    }
  };
  const tellTrouble = async (error: unknown): Promise<void> => {
    const { done, total, serving } = await index
      .neuralState()
      .catch(() => ({ done: 0, total: 0, serving: null }));
    const meanwhile =
      serving === null ? 'the built-in model serves meanwhile' : 'what has vectors is searched';
    log.warn(
      { model, reason: errorMessage(error), done, total },
      `vectors cannot be made by the embedding model: ${meanwhile}, the rest follows when it works`,
    );
  };

  return {
    index: {
      ...index,
      async search(query) {
        const embedded = query.embedded ?? (await (await vectors).embed(query.text));
        return index.search(embedded === null ? query : { ...query, embedded });
      },
    },
    async embedNow({ signal, onProgress = () => undefined }) {
      await embedBuiltIn({ signal });
      // It makes them itself, and every text is paid for once.
      if (runningServer(config.dataDir) !== null) return;
      try {
        await run(signal, (progress) => onProgress({ ...progress, input: model }));
      } catch (error) {
        if (signal.aborted) throw error;
        await tellTrouble(error);
      }
    },
    keepEmbedding() {
      rounds ??= startRounds({
        pauseMs: LOOK_EVERY,
        random,
        round: (signal) =>
          run(signal, ({ done, total }) => {
            if (Date.now() - toldAt < TELL_EVERY) return;
            toldAt = Date.now();
            log.info({ model, done, total }, 'vectors are being made');
          }),
        onError(error) {
          if (!troubled) void tellTrouble(error);
          troubled = true;
        },
      });
    },
    async close() {
      await rounds?.stop();
      await embedders.close();
    },
  };
}

/** Milliseconds for loading what embeds questions; a question itself waits less. */
const OPEN_TIMEOUT = 120_000;

/** 0 to below 1. */
function random(): number {
  return randomInt(1_000) / 1_000;
}
