/** The composition root: joins the parts into an application. What is heavy is loaded when it is first needed. */
import { randomUUID } from 'node:crypto';
import { Writable } from 'node:stream';
import { createAsk, createSharedVerifier, loadAnswering } from './app-answering.ts';
import { botMaker } from './app-bot.ts';
import { type ArticleReader, createArticleReader } from './app-claims.ts';
import { createEmbedding, type Embedding } from './app-embedding.ts';
import { createFetchPage } from './app-fetch.ts';
import { createLog, logTrouble } from './app-log.ts';
import { closeModel, createSummaries, watchModel } from './app-model.ts';
import type { NewsCommands } from './app-news-commands.ts';
import { createPictures } from './app-pictures.ts';
import { indexPlace } from './app-state.ts';
import type { Telemetry } from './app-telemetry.ts';
import type { BotLog } from './bot/bot-log.ts';
import type { Pictures } from './bot/pictures.ts';
import { createCaseBook } from './cases/create-case-book.ts';
import type { Config } from './config.ts';
import type { Answer, AnswerLang } from './core/answer.ts';
import type { AskQuestion } from './core/ask.ts';
import type { CaseBook } from './core/case-book.ts';
import type { ReplyEvent } from './core/chat.ts';
import type { OperatorError } from './core/errors.ts';
import type { Report } from './core/report.ts';
import type { IngestProgress, IngestReport } from './corpus/corpus-store.ts';
import { openIndex } from './index/index-client.ts';
import type { IndexClient, IndexProgress } from './index/index-ports.ts';
import { acquireServerLock, type ServerLock } from './index/server-lock.ts';
import { createReadOverview } from './read-overview.ts';
import type { RunningPlatforms } from './start-platforms.ts';
import type { NewsBooks } from './state/state.ts';
import { syncCorpus } from './sync-corpus.ts';
import type { VerifySentence } from './verify/verify-sentence.ts';

export interface OpenOptions {
  /** Level of the log when LOG_LEVEL is not set. */
  readonly defaultLogLevel: string;
  /** The log; one of its own when left out. */
  readonly log?: BotLog;
  /** Told what the parts do. */
  readonly telemetry?: Telemetry;
  /** True takes the data folder's lock: one server for each folder. */
  readonly server?: boolean;
  /** True loads what answering needs at once, while the index opens in its own thread. */
  readonly willAsk?: boolean;
  /** Told while passages are analyzed anew after an update. */
  readonly onProgress?: (progress: IndexProgress) => void;
}

export interface IngestOptions {
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: IngestProgress) => void;
  /** What is piped in, for the input `-`. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** The workspace that alone may see what is ingested; everybody may when left out. */
  readonly workspaceId?: string | undefined;
}

export interface App {
  readonly index: IndexClient;
  /** Reads claims out of articles. */
  readonly articles: Pick<ArticleReader, 'read' | 'readFiles'>;
  readonly log: BotLog;
  /** Brings the index in step with CORPUS_DIRS: folders no longer listed leave it, ingested ones stay. */
  syncCorpus(options: IngestOptions): Promise<IngestReport>;
  /** Adds files, folders and web pages for good. Aborting throws the signal's reason; what was stored stays. */
  ingest(inputs: readonly string[], options: IngestOptions): Promise<IngestReport>;
  /** Makes the vectors that are missing, as `ingest` does at its end; `syncCorpus` leaves them to who serves. */
  makeVectors(options: IngestOptions): Promise<void>;
  /**
   * Puts one question to the bot. What is said when it fails goes to stderr.
   *
   * @param out receives the printed reply; null for none.
   * @returns the reply's final event; null when `out` was closed before it came.
   */
  ask(
    question: string,
    lang: AnswerLang | undefined,
    out: NodeJS.WriteStream | null,
  ): Promise<ReplyEvent | null>;
  readonly cases: CaseBook;
  /** What the corpus holds. */
  corpusReport(lang: AnswerLang): Promise<Report>;
  readonly pictures: Pick<Pictures, 'draw'>;
  printReport(report: Report, out: NodeJS.WriteStream): Promise<void>;
  /** Answers without a platform around it: no queue, no limits. For evaluation. */
  asking(): Promise<AskQuestion>;
  /** The last event of `asking`, for who wants no more. */
  answer(question: string): Promise<Answer>;
  /** Tells whether a sentence is borne out by what it cites. */
  verifier(): Promise<VerifySentence>;
  /** What `npm run news` does; `dry` works on a copy. Close it before the application. */
  news(options: { readonly dry: boolean }): Promise<NewsCommands>;
  /**
   * Starts what the settings name: web chat, Slack, Discord.
   *
   * @param onFatal told when a platform refuses to go on for good.
   * @throws OperatorError when one of them cannot be started.
   */
  startPlatforms(onFatal: (error: OperatorError) => void): Promise<RunningPlatforms>;
  /** Finishes what is under way and gives the data folder back. */
  close(): Promise<void>;
}

/** @throws OperatorError when the data folder or the database cannot be used, or another server has the folder. */
export async function openApp(config: Config, options: OpenOptions): Promise<App> {
  const lock = options.server === true ? acquireServerLock(config.dataDir) : null;
  const logging = options.log ?? createLog(config, options.defaultLogLevel);
  const told = { onProgress: options.onProgress, onTrouble: logTrouble(logging) };
  const opening = openIndex({ ...indexPlace(config), ...told });
  try {
    const [index, log] = await Promise.all([
      opening,
      logging,
      options.willAsk === true ? loadAnswering(config.dataDir) : null,
    ]);
    if (options.telemetry !== undefined) watchModel(config, options.telemetry.model);
    return joinApp(config, createEmbedding(config, index, log), log, lock, options.telemetry);
  } catch (error) {
    // Whichever of them failed, the index may have opened meanwhile.
    await opening.then((index) => index.close()).catch(() => undefined);
    lock?.release();
    throw error;
  }
}

function joinApp(
  config: Config,
  embedding: Embedding,
  log: BotLog,
  lock: ServerLock | null,
  telemetry: Telemetry | undefined,
): App {
  const { index } = embedding;
  const articles = createArticleReader(config, index, log);
  const readOverview = createReadOverview(index);
  const newId = () => randomUUID();
  const pictures = createPictures(log);
  const cases = createCaseBook({
    index,
    lexicon: async () => (await loadAnswering(config.dataDir)).lexicon,
    now: () => new Date(),
    writeSummary: createSummaries(config, log, async () => (await loadAnswering(config.dataDir)).lexicon),
  });
  let creating: Promise<AskQuestion> | undefined;
  const asking = () => {
    creating ??= createAsk(config, index, log);
    return creating;
  };
  const newsParts = async () => {
    const [{ thisProcess }, { lexicon }] = await Promise.all([
      import('./app-news.ts'),
      loadAnswering(config.dataDir),
    ]);
    const draw = (report: Report) => pictures.draw(report);
    const watch = telemetry === undefined ? {} : { watch: telemetry.news };
    return { config, index, articles, lexicon, log, draw, ...watch, ...thisProcess(newId) };
  };
  const createNews = async (books: NewsBooks) => {
    const [news, parts] = await Promise.all([import('./app-news.ts'), newsParts()]);
    return news.createNews({ ...parts, books });
  };
  const createBot = botMaker({ config, index, log, cases, pictures, readOverview, newId, telemetry });
  return {
    index,
    articles,
    log,
    syncCorpus: (options) =>
      articles.around((store) => syncCorpus(config.corpusDirs, store, options), {
        ...options,
        withModel: false,
      }),
    async ingest(inputs, ingestOptions) {
      const { ingest } = await import('./corpus/ingest.ts');
      const fetchPage = createFetchPage(config);
      const work = (store: IndexClient) =>
        ingest(inputs, { store, origin: 'ingested', fetchPage, ...ingestOptions });
      const report = await articles.around(work, { ...ingestOptions, withModel: true });
      await embedding.embedNow(ingestOptions);
      return report;
    },
    makeVectors: (options) => embedding.embedNow(options),
    async ask(question, lang, out) {
      const { createConsoleAdapter } = await import('./adapters/console/console-adapter.ts');
      const bot = await createBot({ askerIsOperator: true, store: null, news: null });
      const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
      const terminal = createConsoleAdapter({
        out: out ?? nowhere,
        err: process.stderr,
        color: out?.hasColors?.() ?? false,
        newId,
      });
      await terminal.start(bot.deskFor(terminal));
      return terminal.ask(question, lang);
    },
    cases,
    async corpusReport(lang) {
      const { corpusReport } = await import('./bot/corpus-report.ts');
      return corpusReport(await readOverview('local'), lang);
    },
    pictures,
    async printReport(report, out) {
      const [{ reportLines }, { createPainter }] = await Promise.all([
        import('./adapters/console/report-lines.ts'),
        import('./adapters/console/painter.ts'),
      ]);
      const lines = reportLines(report, createPainter(out.hasColors?.() ?? false));
      out.write(`${lines.join('\n')}\n`);
    },
    asking,
    async answer(question) {
      const ask = await asking();
      for await (const event of ask({ question })) if (event.type === 'answer') return event.answer;
      throw new Error('the question ended without an answer');
    },
    verifier: () => createSharedVerifier(config.dataDir),
    async news(options) {
      const [commands, parts] = await Promise.all([import('./app-news-commands.ts'), newsParts()]);
      return commands.openNewsCommands(parts, options);
    },
    async startPlatforms(onFatal) {
      const { startPlatforms } = await import('./start-platforms.ts');
      const running = await startPlatforms({
        config,
        index,
        log,
        newId,
        readOverview,
        createBot: (store, news) => createBot({ askerIsOperator: false, store, news }),
        createNews: config.news.enabled ? createNews : null,
        onFatal,
        ...(telemetry === undefined ? {} : { watched: telemetry.watched }),
      });
      articles.keepReading(log);
      embedding.keepEmbedding();
      lock?.announce(running.webUrl === null ? running.places.join(', ') : `at ${running.webUrl}`);
      return running;
    },
    async close() {
      await articles.stopReading();
      await embedding.close();
      await pictures.close();
      await closeModel(config);
      await index.close();
      lock?.release();
    },
  };
}
