/**
 * Who may import whom (docs/architecture.md explains it). Default deny: an import that no line of `table` allows is an
 * error, whether it leads to a folder of ours, to a package or to a part of Node.
 */

/** Folder or file of ours → what it may import: ours as paths under src, packages and Node's parts by name. */
const table = {
  'core/': { ours: ['core/'] },
  'lexicon/': {
    ours: ['lexicon/', 'core/', 'package-cache.ts'],
    packages: ['snowball-stemmers', 'tinyld', 'world-countries', 'yaml', 'zod'],
    node: ['crypto', 'fs', 'module', 'path', 'url'],
  },
  // Case files and the file of subscriptions tell the line of a mistake alike.
  'yaml/': { ours: ['core/'], packages: ['yaml'] },
  'corpus/': {
    ours: ['corpus/', 'core/', 'lexicon/', 'yaml/'],
    packages: ['@mozilla/readability', 'linkedom', 'unpdf', 'zod'],
    node: [
      'crypto',
      'fs',
      'fs/promises',
      'path',
      'readline',
      'stream',
      'url',
      'util',
      'worker_threads',
      'zlib',
    ],
  },
  // The one place that opens connections to addresses which somebody else chose.
  'fetch/': {
    ours: ['fetch/', 'core/'],
    node: ['dns', 'dns/promises', 'http', 'https', 'net', 'stream', 'zlib'],
  },
  // How a database file is opened, what its errors say, and Kysely on Node's SQLite.
  'sqlite/': { ours: ['sqlite/', 'core/'], packages: ['kysely'], node: ['sqlite'] },
  // How our tables in PostgreSQL are opened, what its errors say, when trying again is safe.
  'postgres/': { ours: ['postgres/', 'core/'], packages: ['kysely', 'pg'], node: ['timers/promises'] },
  'index/': {
    ours: ['index/', 'core/', 'lexicon/', 'sqlite/', 'postgres/'],
    packages: ['@langchain/core', 'hnswlib-node', 'kysely', 'zod'],
    node: [
      'crypto',
      'fs',
      'fs/promises',
      'module',
      'os',
      'path',
      'sqlite',
      'timers/promises',
      'url',
      'util',
      'worker_threads',
      'zlib',
    ],
  },
  // Which databases, of which schema, is a parameter.
  'backup/': {
    ours: [
      'backup/',
      'core/',
      'index/finish-restore.ts',
      'index/write-file-atomically.ts',
      'sqlite/sqlite-errors.ts',
    ],
    packages: ['tar', 'zod'],
    node: ['crypto', 'fs', 'fs/promises', 'path', 'sqlite', 'stream/promises'],
  },
  // Texts to vectors by a neural model. It knows nothing of the index, but the port by which vectors are stored.
  'embed/': {
    ours: ['embed/', 'core/'],
    packages: ['@langchain/core', '@langchain/mistralai', '@langchain/ollama', '@langchain/openai'],
    node: ['crypto', 'fs', 'path', 'timers/promises', 'worker_threads'],
  },
  'state/': {
    // The ports that it fills.
    ours: [
      'state/',
      'core/',
      'bot/bot-store.ts',
      'bot/corrections/correction-book.ts',
      'answer/model/budget-ledger.ts',
      'news/delivery-book.ts',
      'news/feed-book.ts',
      'news/feed-item.ts',
      'news/feed-trouble.ts',
      'news/judgement.ts',
      'news/story-book.ts',
      'news/story-posts.ts',
      'news/story.ts',
      'news/subscription-book.ts',
      'postgres/',
      'sqlite/',
    ],
    packages: ['kysely'],
    // crypto: addresses and marks are kept as hashes, which every index takes.
    node: ['crypto', 'timers/promises'],
  },
  // The hash is for the ids of exported objects.
  'cases/': { ours: ['cases/', 'core/', 'lexicon/'], packages: ['lru-cache'], node: ['crypto'] },
  'reading/': { ours: ['reading/', 'core/', 'lexicon/'] },
  'verify/': { ours: ['verify/', 'core/', 'lexicon/', 'reading/'] },
  'claims/': { ours: ['claims/', 'core/', 'lexicon/', 'reading/', 'verify/'], packages: ['zod'] },
  'pictures/': {
    ours: ['pictures/', 'core/'],
    packages: ['@resvg/resvg-wasm'],
    node: ['fs', 'module', 'worker_threads'],
  },
  'answer/': {
    ours: ['answer/', 'core/', 'lexicon/', 'reading/', 'verify/', 'cases/'],
    packages: [
      '@langchain/anthropic',
      '@langchain/core',
      '@langchain/mistralai',
      '@langchain/ollama',
      '@langchain/openai',
      'langchain',
      'yaml',
      'zod',
    ],
    node: ['crypto', 'fs', 'fs/promises', 'path', 'url'],
  },
  'bot/': {
    ours: ['bot/', 'core/', 'lexicon/'],
    packages: ['lru-cache', 'p-queue', 'rate-limiter-flexible'],
    node: ['crypto', 'timers/promises'],
  },
  'adapters/console/': { ours: ['adapters/console/', 'core/', 'bot/registry.ts'], node: ['stream', 'util'] },
  'adapters/discord/': {
    ours: ['adapters/discord/', 'core/', 'bot/command.ts', 'bot/registry.ts'],
    packages: ['discord.js'],
    // crypto: a notice's key becomes a nonce.
    node: ['crypto', 'timers/promises'],
  },
  'adapters/slack/': {
    ours: ['adapters/slack/', 'core/', 'bot/command.ts', 'bot/registry.ts'],
    packages: ['@slack/bolt'],
    // crypto: a notice's key becomes a mark in its metadata.
    node: ['crypto', 'http', 'timers/promises'],
  },
  'adapters/web/': {
    ours: ['adapters/web/', 'core/', 'bot/registry.ts'],
    packages: ['hono', '@hono/node-server', 'lru-cache'],
    node: ['crypto', 'fs', 'fs/promises', 'http', 'net', 'path', 'url', 'zlib'],
  },
  // The nouns of the news stand at the folder's root; each of its folders sees them and its own files.
  'news/feed-book.ts': { ours: ['news/feed-item.ts', 'news/feed-trouble.ts'] },
  'news/feed-trouble.ts': { ours: ['core/'] },
  // The hash is for the keys of items.
  'news/feed/': {
    ours: ['news/feed/', 'news/feed-item.ts', 'core/decode-entities.ts', 'core/tracking-parameters.ts'],
    packages: ['feedsmith'],
    node: ['crypto'],
  },
  // Fetching is a parameter: nothing here opens a connection.
  'news/poll/': {
    ours: [
      'news/poll/',
      'news/feed-book.ts',
      'news/feed-item.ts',
      'news/feed-trouble.ts',
      'news/story-book.ts',
      'core/',
    ],
    node: ['crypto', 'timers/promises'],
  },
  'news/judgement.ts': { ours: ['claims/extracted-claim.ts', 'core/'] },
  'news/story-book.ts': { ours: ['news/feed-item.ts', 'news/judgement.ts', 'news/story.ts'] },
  'news/delivery-book.ts': { ours: ['news/story-book.ts', 'core/'] },
  'news/source-note.ts': { ours: ['core/'] },
  'news/subscription-book.ts': { ours: ['core/'] },
  // The nouns of the news, the lexicon for filters; the hash is for the ids of what stands in a file.
  'news/subscribe/': {
    ours: [
      'news/subscribe/',
      'news/feed-book.ts',
      'news/judgement.ts',
      'news/story.ts',
      'news/subscription-book.ts',
      'core/',
      'lexicon/',
      'yaml/',
    ],
    packages: ['croner', 'zod'],
    node: ['crypto'],
  },
  // What people type is read by the folder above; the other stages are functions that are handed in. What a subscription
  // may see is the same for whoever asks why.
  'news/desk/': {
    ours: [
      'news/desk/',
      'news/subscribe/',
      'news/delivery-book.ts',
      'news/feed-book.ts',
      'news/feed-trouble.ts',
      'news/judgement.ts',
      'news/newsroom/visible-reports.ts',
      'news/source-note.ts',
      'news/story-book.ts',
      'news/story.ts',
      'news/subscription-book.ts',
      'core/',
      'lexicon/',
    ],
  },
  // Joins judging, placing and posting: what it does with a story is a pure function of another folder.
  'news/newsroom/': {
    ours: [
      'news/newsroom/',
      'news/story/join-story.ts',
      'news/story/place-report.ts',
      'news/delivery-book.ts',
      'news/feed-book.ts',
      'news/judgement.ts',
      'news/source-note.ts',
      'news/story-book.ts',
      'news/story-posts.ts',
      'news/story.ts',
      'news/subscription-book.ts',
      'core/',
    ],
  },
  // Which digest or notice a post is, its key says, which the newsroom made.
  'news/deliver/': {
    ours: [
      'news/deliver/',
      'news/newsroom/ask-digests.ts',
      'news/newsroom/ask-notices.ts',
      'news/newsroom/visible-reports.ts',
      'news/render/news-view.ts',
      'news/delivery-book.ts',
      'news/feed-book.ts',
      'news/feed-trouble.ts',
      'news/story-book.ts',
      'news/story-posts.ts',
      'news/story.ts',
      'news/subscription-book.ts',
      'core/',
    ],
  },
  // The noun holds a judgement with its claims.
  'news/story.ts': { ours: ['core/', 'news/judgement.ts'] },
  'news/story/': {
    ours: ['news/story/', 'news/judgement.ts', 'news/story.ts', 'claims/', 'core/', 'lexicon/', 'reading/'],
  },
  // What a story's new claims are is known by their keys; a claim is told as in the case book.
  'news/render/': {
    ours: [
      'news/render/',
      'news/story/claim-key.ts',
      'news/story/trusted-speaker.ts',
      'news/judgement.ts',
      'news/story.ts',
      'cases/',
      'claims/',
      'core/',
      'lexicon/sentences.ts',
      'reading/',
    ],
  },
  'news/relevance/': {
    ours: ['news/relevance/', 'news/judgement.ts', 'claims/', 'core/', 'lexicon/', 'reading/'],
    packages: ['zod'],
  },
  'eval/': { ours: ['eval/', 'core/', 'lexicon/', 'reading/', 'verify/'], packages: ['zod'] },
  // http: the port for probes and metrics.
  'ops/': {
    ours: ['ops/', 'core/'],
    packages: [
      '@opentelemetry/api',
      '@opentelemetry/exporter-trace-otlp-http',
      '@opentelemetry/resources',
      '@opentelemetry/sdk-trace',
      'pino',
      'prom-client',
    ],
    node: ['fs', 'fs/promises', 'http', 'net', 'path', 'stream', 'util'],
  },
  'cli/': {
    ours: [
      'cli/',
      'core/',
      'app.ts',
      'app-backup.ts',
      'app-migrate-data.ts',
      'app-corpus-check.ts',
      'app-doctor.ts',
      'app-export.ts',
      'app-manifest.ts',
      'app-search-filter.ts',
      'app-feedback.ts',
      'app-explain.ts',
      'app-standing.ts',
      'app-corpus-review.ts',
      'app-pictures.ts',
      'app-workspace-commands.ts',
      'compile-cache.ts',
      'eval/',
      'config.ts',
      'ops/report-error.ts',
      'require-node.ts',
    ],
    packages: ['cli-progress'],
    node: ['fs', 'fs/promises', 'os', 'path', 'readline', 'stream/consumers', 'util'],
  },
  // A mistake in FETCH_ALLOW or EMBEDDING_MODEL is told with the other settings.
  'settings/': { ours: ['settings/', 'embed/embedding-spec.ts', 'fetch/fetch-allow.ts'], packages: ['zod'] },
  'settings.ts': { ours: ['settings/'], packages: ['zod'] },
  'secret-files.ts': { ours: ['core/', 'settings.ts'], node: ['fs', 'path'] },
  'operation-config.ts': { ours: ['settings.ts', 'settings/'] },
  'platform-config.ts': { ours: ['settings.ts', 'settings/'] },
  'database-config.ts': { ours: ['settings.ts'] },
  'missing-key.ts': { ours: ['settings.ts'] },
  'web-config.ts': { ours: ['settings.ts'], node: ['net'] },
  'embedding-config.ts': { ours: ['embed/embedding-spec.ts', 'settings.ts'], node: ['path'] },
  'config.ts': {
    ours: [
      'settings/',
      'settings.ts',
      'database-config.ts',
      'embedding-config.ts',
      'missing-key.ts',
      'operation-config.ts',
      'platform-config.ts',
      'web-config.ts',
      'secret-files.ts',
      'core/',
    ],
    packages: ['dotenv', 'zod'],
    node: ['fs', 'path'],
  },
  'package-cache.ts': { node: ['path'] },
  'compile-cache.ts': { ours: ['package-cache.ts'], node: ['module'] },
  'require-node.ts': {},
  // The composition root joins everything; main.ts is the process entry.
  'app.ts': { ours: [''], packages: ['.+'], node: ['.+'] },
  // Articles are read when they are stored: the store is the index, the reading is the claims'.
  'app-claims.ts': {
    ours: [
      'answer/model/prompt-data.ts',
      'app-answering.ts',
      'app-model.ts',
      'app-rounds.ts',
      'bot/bot-log.ts',
      'claims/',
      'config.ts',
      'core/',
      'corpus/',
      'index/',
      'lexicon/',
    ],
    node: ['crypto', 'timers/promises'],
  },
  'app-answering.ts': {
    ours: [
      'answer/',
      'app-model.ts',
      'bot/bot-log.ts',
      'config.ts',
      'core/',
      'index/index-ports.ts',
      'lexicon/',
      'verify/',
    ],
    node: ['crypto'],
  },
  // A workspace that took the app out is forgotten in the state and in the index.
  'app-workspaces.ts': {
    ours: ['app-rounds.ts', 'app-state.ts', 'bot/bot-log.ts', 'core/', 'index/index-ports.ts', 'state/'],
  },
  'app-workspace-doctor.ts': {
    ours: ['app-state.ts', 'core/', 'ops/check.ts', 'platform-config.ts', 'state/'],
  },
  // What operators see of workspaces, and do to them.
  'app-workspace-commands.ts': {
    ours: ['app-state.ts', 'app-workspaces.ts', 'core/', 'index/index-ports.ts', 'state/'],
  },
  'start-platforms.ts': {
    ours: [
      'app-news.ts',
      'app-state.ts',
      'app-workspaces.ts',
      'platform-config.ts',
      'adapters/',
      'bot/',
      'core/',
      'state/',
      'config.ts',
      'index/index-ports.ts',
    ],
    node: ['timers/promises'],
  },
  'sync-corpus.ts': { ours: ['core/', 'corpus/', 'index/'], node: ['fs/promises'] },
  // How claims fall to sides is the same in reports and in the balance of the corpus.
  'read-overview.ts': { ours: ['core/', 'bot/', 'cases/corpus-balance.ts', 'index/'] },
  'app-export.ts': { ours: ['cases/', 'core/', 'index/write-file-atomically.ts'], node: ['fs', 'path'] },
  'app-corpus-review.ts': {
    ours: [
      'app-state.ts',
      'core/',
      'index/index-client.ts',
      'index/reading-ports.ts',
      'index/review-ports.ts',
    ],
  },
  // Each stage of the news sees its own files; what it needs of another it is handed here.
  'app-news-stages.ts': {
    ours: [
      'app-claims.ts',
      'app-news-corpus.ts',
      'app-news-fetch.ts',
      'app-news-judge.ts',
      'bot/bot-log.ts',
      'bot/describe-error.ts',
      'config.ts',
      'core/',
      'index/index-ports.ts',
      'lexicon/',
      'news/',
      'state/state.ts',
    ],
  },
  'app-news-judge.ts': {
    ours: [
      'answer/model/prompt-data.ts',
      'app-model.ts',
      'bot/bot-log.ts',
      'claims/',
      'config.ts',
      'core/',
      'lexicon/',
      'news/',
    ],
    node: ['crypto'],
  },
  'app-news-find.ts': { ours: ['core/', 'news/'] },
  'app-news-preview.ts': { ours: ['app-news-stages.ts', 'core/', 'lexicon/', 'news/', 'state/state.ts'] },
  'app-news-file.ts': {
    ours: ['config.ts', 'core/', 'lexicon/', 'news/', 'state/state.ts'],
    node: ['crypto', 'fs/promises', 'path'],
  },
  'app-news.ts': {
    ours: [
      'app-news-file.ts',
      'app-news-find.ts',
      'app-news-preview.ts',
      'app-news-stages.ts',
      'app-rounds.ts',
      'core/',
      'news/',
    ],
    node: ['os'],
  },
  'app-news-doctor.ts': {
    ours: [
      'app-news-file.ts',
      'app-state.ts',
      'config.ts',
      'core/',
      'lexicon/',
      'news/feed-book.ts',
      'ops/check.ts',
      'state/state.ts',
    ],
  },
  'app-news-dry-run.ts': { ours: ['app-state.ts', 'state/'], node: ['fs', 'os', 'path'] },
  'app-news-round.ts': {
    ours: ['app-news-stages.ts', 'core/', 'news/', 'state/state.ts'],
    node: ['timers/promises'],
  },
  'app-news-commands.ts': {
    ours: [
      'app-news-dry-run.ts',
      'app-news-file.ts',
      'app-news-find.ts',
      'app-news-preview.ts',
      'app-news-round.ts',
      'app-news-stages.ts',
      'app-state.ts',
      'core/',
      'news/',
      'state/state.ts',
    ],
  },
  // The index searches with vectors that a model makes elsewhere.
  'app-embedding.ts': {
    ours: ['app-rounds.ts', 'bot/bot-log.ts', 'config.ts', 'core/', 'embed/', 'index/'],
    node: ['crypto', 'timers/promises'],
  },
  'app-embedding-doctor.ts': {
    ours: ['app-state.ts', 'config.ts', 'core/', 'embed/', 'index/', 'ops/check.ts'],
    node: ['timers/promises'],
  },
  'app-rounds.ts': { node: ['timers/promises'] },
  'app-bot.ts': {
    ours: ['app-answering.ts', 'app-telemetry.ts', 'bot/', 'config.ts', 'core/', 'index/index-ports.ts'],
  },
  // A report of a story is stored as an article is.
  'app-news-corpus.ts': {
    ours: [
      'app-claims.ts',
      'core/',
      'corpus/',
      'index/index-ports.ts',
      'news/judgement.ts',
      'news/newsroom/feed-corpus.ts',
      'news/story.ts',
    ],
  },
  // A word on a publication goes into the index; what it changes for answers, into the state.
  'app-standing.ts': {
    ours: [
      'app-state.ts',
      'bot/corrections/check-sources.ts',
      'config.ts',
      'core/',
      'index/index-client.ts',
      'state/',
    ],
  },
  // Where the settings keep the state, for all that opens it.
  'app-state.ts': {
    ours: [
      'config.ts',
      'index/data-folder.ts',
      'index/finish-restore.ts',
      'index/worker-protocol.ts',
      'state/state-database.ts',
    ],
    node: ['fs'],
  },
  // Both databases of both parts are open at once.
  'app-migrate-data.ts': {
    ours: ['app-state.ts', 'config.ts', 'core/', 'index/', 'lexicon/', 'state/'],
    packages: ['kysely'],
    node: ['fs', 'path'],
  },
  'app-backup.ts': {
    ours: ['backup/', 'config.ts', 'core/', 'index/', 'state/'],
    node: ['fs', 'path'],
  },
  // What the state has of an answer, beside the words that the index has now.
  'app-explain.ts': { ours: ['app-state.ts', 'core/', 'index/index-client.ts', 'state/'] },
  'app-feedback.ts': { ours: ['app-state.ts', 'state/'] },
  'app-model.ts': {
    ours: [
      'answer/',
      'app-state.ts',
      'bot/bot-log.ts',
      'cases/written-summary.ts',
      'config.ts',
      'core/',
      'lexicon/',
      'state/',
      'verify/',
    ],
    // url: where the shipped prompts are.
    node: ['url'],
  },
  'app-pictures.ts': {
    ours: ['bot/pictures.ts', 'core/', 'index/write-file-atomically.ts', 'pictures/'],
    packages: ['lru-cache'],
    node: ['crypto'],
  },
  // A page is fetched by one folder and read by another.
  'app-fetch.ts': {
    ours: ['config.ts', 'corpus/ingest-pages.ts', 'corpus/pdf/pdf-limits.ts', 'fetch/'],
  },
  // As `app-fetch.ts`, for feeds and the articles that they name.
  'app-news-fetch.ts': {
    ours: [
      'config.ts',
      'corpus/html/page-limits.ts',
      'corpus/html/page-reader.ts',
      'corpus/web-page.ts',
      'fetch/',
      'news/feed-item.ts',
      'news/poll/news-fetch.ts',
    ],
  },
  'app-search-filter.ts': {
    ours: ['app-answering.ts', 'config.ts', 'core/', 'lexicon/'],
  },
  'app-manifest.ts': {
    ours: [
      'adapters/discord/manifest.ts',
      'adapters/slack/manifest.ts',
      'bot/registry.ts',
      'config.ts',
      'core/',
    ],
  },
  // What parts tell is told to nobody's liking: their ports are theirs, joining them is the root's.
  'app-telemetry.ts': {
    ours: ['app-model.ts', 'app-news-stages.ts', 'bot/message-observer.ts', 'core/chat.ts'],
  },
  'app-ops.ts': {
    ours: [
      'app-telemetry.ts',
      'bot/bot-log.ts',
      'bot/message-observer.ts',
      'config.ts',
      'core/',
      'index/index-ports.ts',
      'ops/',
      'start-platforms.ts',
    ],
    node: ['fs', 'timers/promises'],
  },
  'app-log.ts': { ours: ['bot/bot-log.ts', 'config.ts', 'core/errors.ts', 'ops/logging.ts'] },
  'app-reload.ts': { ours: ['app.ts', 'app-model.ts', 'bot/bot-log.ts', 'config.ts', 'core/', 'ops/'] },
  'app-corpus-check.ts': { ours: ['corpus/'] },
  'app-doctor.ts': { ours: [''], node: ['.+'] },
  'main.ts': { ours: ['compile-cache.ts', 'require-node.ts', 'serve.ts'] },
  'serve.ts': {
    ours: [
      'app.ts',
      'app-log.ts',
      'app-ops.ts',
      'app-reload.ts',
      'bot/bot-log.ts',
      'config.ts',
      'web-config.ts',
      'core/',
      'ops/',
    ],
    node: ['.+'],
  },
};

const escapeRegExp = (text) => text.replace(/[.+*?^${}()|[\]\\]/g, '\\$&');
/** `core/` is a folder, `app.ts` a file, the empty word everything of ours. */
const oursPattern = (path) =>
  path.endsWith('/') || path === '' ? `^src/${escapeRegExp(path)}` : `^src/${escapeRegExp(path)}$`;
const packagePattern = (name) => `(^|/)node_modules/${name === '.+' ? name : escapeRegExp(name)}/`;
const nodePattern = (name) => `^(node:)?${name === '.+' ? name : escapeRegExp(name)}$`;

const allowed = [
  // Tests and scripts may use whatever they need; src may use neither.
  { from: { path: '^(tests|scripts)/' }, to: {} },
  // What is measured: the index and the knowledge that it rests on. Libraries to compare with are loaded by name.
  { from: { path: '^bench/' }, to: { path: ['^bench/', '^src/(core|index|lexicon)/'] } },
  { from: { path: '^bench/' }, to: { dependencyTypes: ['core'] } },
];
for (const [folder, { ours = [], packages = [], node = [] }] of Object.entries(table)) {
  const from = { path: oursPattern(folder) };
  if (ours.length > 0) allowed.push({ from, to: { path: ours.map(oursPattern) } });
  if (packages.length > 0) allowed.push({ from, to: { path: packages.map(packagePattern) } });
  if (node.length > 0) {
    allowed.push({ from, to: { path: node.map(nodePattern), dependencyTypes: ['core'] } });
  }
}

module.exports = {
  allowed,
  allowedSeverity: 'error',
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'Two modules that need each other are one module, or a third is missing (type imports count).',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-unresolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-package-in-src',
      comment: 'In production the dev dependencies are not installed.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    // Its packages are a project of their own.
    exclude: { path: '^bench/node_modules/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.mjs', '.cjs', '.json'],
    },
  },
};
