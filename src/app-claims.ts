/** Joins what reads claims out of articles: with ingest, so that they are stored together, and with the chat model. */
import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { loadAnswering } from './app-answering.ts';
import { openModel } from './app-model.ts';
import { type Rounds, startRounds } from './app-rounds.ts';
import type { BotLog } from './bot/bot-log.ts';
import type { CaseProfiles } from './claims/case-profiles.ts';
import type { ModelReading } from './claims/extract-with-model.ts';
import type { Config } from './config.ts';
import type { SourceText } from './core/retrieval.ts';
import type { SourceDocument } from './core/source.ts';
import type { CorpusStore, FailedInput, IngestReport } from './corpus/corpus-store.ts';
import type { IndexClient } from './index/index-ports.ts';
import type { ArticleReading } from './index/reading-ports.ts';
import type { Lexicon } from './lexicon/lexicon.ts';

export interface ArticleReader {
  /**
   * Does work that stores documents, and stores with each article what was read out of it, in one transaction. Of an
   * archive only the first articles: the others are read while more are stored, after that, and by whoever serves. Then
   * brings older readings in step: after a kill, an update, or a change of the cases.
   *
   * @param options.withModel has the model read the new articles once more, when one is set.
   */
  around(
    work: (store: IndexClient) => Promise<IngestReport>,
    options: { readonly signal: AbortSignal; readonly withModel: boolean },
  ): Promise<IngestReport>;
  /**
   * Reads, from now on and bit by bit, what is stored unread; for the process that serves.
   *
   * @param everyMs how often it looks; a minute by default.
   */
  keepReading(log: BotLog, everyMs?: number): void;
  /** Ends that. */
  stopReading(): Promise<void>;
  /** The articles of files and folders, as ingest would store them. */
  readFiles(
    inputs: readonly string[],
    signal: AbortSignal,
  ): Promise<{ documents: SourceDocument[]; failed: readonly FailedInput[] }>;
  /** Reads one text, without storing anything; with the model when one is set. */
  read(
    stored: SourceText,
    signal: AbortSignal,
  ): Promise<ArticleReading & Pick<ModelReading, 'dropped' | 'failure'>>;
}

/** Articles in one transaction when they are read after they were stored. */
const BATCH = 50;
/** Articles of one run that are stored together with their claims. Reading one takes some milliseconds. */
const READ_WITH = 300;
/** Unread articles that a command reads before it ends: some seconds. */
const READ_AFTER = 2_000;
/** How often the process that serves looks for unread articles, in milliseconds. */
const LOOK_EVERY = 60_000;

export function createArticleReader(config: Config, index: IndexClient, log: BotLog): ArticleReader {
  async function tools() {
    const [{ lexicon }, reading, profiling, cases] = await Promise.all([
      loadAnswering(config.dataDir),
      import('./claims/read-article.ts'),
      import('./claims/case-profiles.ts'),
      index.listCases(),
    ]);
    return { lexicon, ...reading, profiles: profiling.profileCases(cases, lexicon) };
  }

  /** @param onRead told the ids of the articles that were stored. */
  function readingStore(onRead: (ids: readonly string[]) => void): IndexClient {
    let loading: ReturnType<typeof tools> | undefined;
    let taken = 0;
    const put: CorpusStore['put'] = async (root, origin, documents) => {
      const articles = documents.filter(({ source }) => source.caseIds.length === 0);
      if (articles.length === 0) return index.put(root, origin, documents);
      loading ??= tools();
      const { readArticle, profiles, lexicon } = await loading;
      const readings = new Map<string, ArticleReading>();
      const readUntil = async (isEnough: () => boolean): Promise<void> => {
        for (const one of articles) {
          if (isEnough()) return;
          readings.set(one.source.id, readArticle(one, profiles, lexicon));
          await nextTurn();
        }
      };
      taken += articles.length;
      if (taken <= READ_WITH) {
        await readUntil(() => false);
        await index.put(root, origin, documents, readings);
      } else {
        let stored = false;
        const storing = index.put(root, origin, documents).finally(() => {
          stored = true;
        });
        await Promise.all([storing, readUntil(() => stored)]);
        await index.putReadings(readings);
      }
      onRead(articles.map(({ source }) => source.id));
    };
    return { ...index, put };
  }

  /** Reads articles that were stored unread, at most so many; returns whether there are more. */
  async function readUnread(most: number, signal: AbortSignal): Promise<boolean> {
    for (let done = 0; ; done += BATCH) {
      const ids = await index.listUnread(BATCH);
      if (ids.length === 0 || done >= most) return ids.length > 0;
      const { readArticle, profiles, lexicon } = await tools();
      const readings = new Map<string, ArticleReading>();
      for (const stored of await index.readSources(ids)) {
        signal.throwIfAborted();
        readings.set(stored.source.id, readArticle(stored, profiles, lexicon));
        await nextTurn();
      }
      await index.putReadings(readings);
    }
  }

  /** Reads all articles anew under new rules, or finds their cases anew among other cases. */
  async function refresh(signal: AbortSignal): Promise<void> {
    const [state, cases] = await Promise.all([index.readingState(), index.listCases()]);
    const { CLAIM_RULES } = await import('./claims/read-article.ts');
    const now = {
      rules: String(CLAIM_RULES),
      cases: createHash('sha256').update(JSON.stringify(cases)).digest('hex').slice(0, 16),
    };
    if (state.rules === now.rules && state.cases === now.cases) return;
    const ids = await index.listArticles();
    const loaded = ids.length === 0 ? null : await tools();
    for (let i = 0; loaded !== null && i < ids.length; i += BATCH) {
      signal.throwIfAborted();
      const { readArticle, profiles, lexicon } = loaded;
      const readings = new Map<string, ArticleReading>();
      for (const stored of await index.readSources(ids.slice(i, i + BATCH))) {
        const kept =
          state.rules === now.rules ? (await index.readClaims(stored.source.id)).claims : undefined;
        readings.set(stored.source.id, readArticle(stored, profiles, lexicon, kept));
        await nextTurn();
      }
      await index.putReadings(readings);
    }
    await index.setReadingState(now);
  }

  async function readByModel(
    stored: SourceText,
    lexicon: Lexicon,
    profiles: CaseProfiles,
    signal: AbortSignal,
  ) {
    const [{ extractWithModel }, { readArticle }, model] = await Promise.all([
      import('./claims/extract-with-model.ts'),
      import('./claims/read-article.ts'),
      openModel(config, log, lexicon),
    ]);
    if (model === null) return null;
    const { asData } = await import('./answer/model/prompt-data.ts');
    const reading = await extractWithModel(
      stored,
      lexicon,
      {
        write: (messages, stop) => model.caller.complete(messages, { signal: stop }),
        prompt: (article) => model.prompts['extract-claims'].fill({ article: asData(article) }),
      },
      signal,
    );
    if (reading.failure !== null)
      log.warn({ reason: reading.failure }, 'rules read an article for the model');
    else log.info({ claims: reading.claims.length, dropped: reading.dropped }, 'the model read an article');
    return { ...reading, ...readArticle(stored, profiles, lexicon, reading.claims) };
  }

  let rounds: Rounds | null = null;

  return {
    readFiles,
    keepReading(log, everyMs = LOOK_EVERY) {
      rounds ??= startRounds({
        pauseMs: everyMs,
        random: Math.random,
        round: async (signal) => void (await readUnread(Number.POSITIVE_INFINITY, signal)),
        onError: (error) => log.error({ err: error }, 'articles stay unread for now: it is tried again'),
      });
    },
    async stopReading() {
      await rounds?.stop();
    },
    async around(work, { signal, withModel }) {
      const fresh: string[] = [];
      const report = await work(readingStore((ids) => void fresh.push(...ids)));
      await refresh(signal);
      await readUnread(READ_AFTER, signal);
      if (!withModel || config.chatModel === null || fresh.length === 0) return report;
      const { lexicon, profiles } = await tools();
      for (const stored of await index.readSources(fresh)) {
        const reading = await readByModel(stored, lexicon, profiles, signal);
        if (reading?.by === 'model') await index.putReadings(new Map([[stored.source.id, reading]]));
      }
      return report;
    },
    async read(stored, signal) {
      const { lexicon, profiles, readArticle } = await tools();
      const reading = config.chatModel === null ? null : await readByModel(stored, lexicon, profiles, signal);
      return reading ?? { ...readArticle(stored, profiles, lexicon), dropped: {}, failure: null };
    },
  };
}

/** Lets everything else have its turn: reading an archive must not hold up replies. */
function nextTurn(): Promise<void> {
  return setImmediate();
}

/** The articles of files, as ingest would store them; case files are left out. */
async function readFiles(inputs: readonly string[], signal: AbortSignal) {
  const { ingest } = await import('./corpus/ingest.ts');
  const documents: SourceDocument[] = [];
  const store: CorpusStore = {
    listRoot: async () => new Map(),
    ownersOf: async () => new Map(),
    put: async (_root, _origin, more) =>
      void documents.push(...more.filter(({ source }) => source.caseIds.length === 0)),
    remove: async () => undefined,
    putCases: async () => undefined,
  };
  const { failed } = await ingest(inputs, { store, origin: 'ingested', signal });
  return { documents, failed };
}
