/** What `doctor` checks, joined from the parts. Nothing here breaks on bad settings or a damaged database. */
import { existsSync } from 'node:fs';
import type { Config } from './config.ts';
import { createDeadline } from './core/deadline.ts';
import { errorMessage } from './core/errors.ts';
import { dataFolderPaths } from './index/data-folder.ts';
import { runningServer } from './index/server-lock.ts';
import { type CheckResult, type Finding, fail, ok, runChecks, warn } from './ops/check.ts';
import { checkDataFolder, checkNode, checkPort, checkSettings } from './ops/system-checks.ts';
import { MINIMUM_NODE } from './require-node.ts';
import { exposureWarning } from './web-config.ts';

export interface DiagnoseOptions {
  /** Also asks the chat model for a word, and the embedding model for a vector. */
  readonly online: boolean;
  readonly signal: AbortSignal;
}

/** How long the chat model may take for its word, in milliseconds. */
const PROBE_TIMEOUT = 30_000;

/** Runs every check. Never rejects, whatever is broken. */
export function diagnose(
  { config, problems }: { readonly config: Config; readonly problems: readonly string[] },
  options: DiagnoseOptions,
): Promise<CheckResult[]> {
  const exposure = exposureWarning(config);
  const warnings = exposure === null ? config.warnings : [...config.warnings, exposure];
  return runChecks([
    { name: 'settings', run: async () => checkSettings(problems, warnings) },
    { name: 'node', run: async () => checkNode(process.versions.node, MINIMUM_NODE) },
    { name: 'data folder', run: () => checkDataFolder(config.dataDir) },
    { name: 'database', run: () => checkDatabase(config) },
    { name: 'state', run: () => checkState(config) },
    ...(config.databaseUrl === null ? [{ name: 'vectors', run: checkVectorLibrary }] : []),
    { name: 'pictures', run: checkPictures },
    { name: 'corpus', run: () => checkCorpusDirs(config.corpusDirs) },
    { name: 'model', run: () => checkModel(config, options) },
    {
      name: 'embedding model',
      run: async () => (await import('./app-embedding-doctor.ts')).checkEmbedding(config, options),
    },
    {
      name: 'news',
      run: async () => (await import('./app-news-doctor.ts')).checkNews(config),
    },
    ...(config.slack === null ? [] : [{ name: 'slack', run: () => checkSlackSetup(config) }]),
    ...(config.discord === null ? [] : [{ name: 'discord', run: () => checkDiscordSetup(config) }]),
    ...listeningPorts(config).map(({ port, name }) => ({
      name: 'port',
      run: () => checkPort(config.host, port, runningServer(config.dataDir), { host: 'HOST', port: name }),
    })),
    ...(config.ops === null ? [] : [{ name: 'probes', run: () => checkOpsPort(config, config.ops) }]),
  ]);
}

async function checkOpsPort(config: Config, ops: Config['ops']): Promise<Finding[]> {
  if (ops === null) return [];
  if (runningServer(config.dataDir) !== null)
    return (await import('./ops/check-probes.ts')).checkProbes(ops, fetch);
  return checkPort(ops.host, ops.port, null, { host: 'OPS_HOST', port: 'OPS_PORT' });
}

async function checkDatabase(config: Config): Promise<Finding[]> {
  const { database } = dataFolderPaths(config.dataDir);
  if (config.databaseUrl === null && !existsSync(database)) return [ok('none yet; the first start makes it')];
  const [{ openIndex }, { indexPlace }] = await Promise.all([
    import('./index/index-client.ts'),
    import('./app-state.ts'),
  ]);
  const index = await openIndex(indexPlace(config, 0));
  try {
    const problems = await index.check();
    const { sources, passages, cases, vectorBackend, vectorNote, schemaVersion, analyzerVersion } =
      await index.stats();
    const holds = `${cases} cases, ${sources} sources, ${passages} passages`;
    const made = `schema ${schemaVersion}, analyzer ${analyzerVersion}, ${vectorBackend} vector search`;
    const findings = problems.map((problem) => fail(problem, null));
    if (sources === 0)
      findings.push(warn('the corpus is empty', 'npm run ingest -- FOLDER, or set CORPUS_DIRS'));
    // What is amiss with vectors in a file, the check says.
    if (config.databaseUrl !== null && vectorNote !== null)
      findings.push(warn(`no vectors in PostgreSQL: searches go by keywords alone (${holds})`, vectorNote));
    return findings.length > 0 ? findings : [ok(`${holds} (${made})`)];
  } finally {
    await index.close();
  }
}

async function checkState(config: Config): Promise<Finding[]> {
  const [{ existingState }, { describeState }] = await Promise.all([
    import('./app-state.ts'),
    import('./state/describe-state.ts'),
  ]);
  // How it is now: a database that is starting is not waited for.
  const place = existingState(config, 0);
  if (place === null) return [ok('none yet; the first start makes it')];
  return [ok(await describeState(place))];
}

async function checkVectorLibrary(): Promise<Finding[]> {
  const { loadHnswLibrary } = await import('./index/hnsw-vectors.ts');
  const library = await loadHnswLibrary();
  if (typeof library !== 'string') return [ok('hnswlib-node is installed')];
  const fix =
    'harmless for a small corpus; otherwise install a C++ compiler, make and python3, and run npm ci again';
  return [warn(`hnswlib-node does not load (${library}): vectors are searched one by one`, fix)];
}

async function checkPictures(): Promise<Finding[]> {
  const { whyNoPictures } = await import('./app-pictures.ts');
  const reason = await whyNoPictures();
  if (reason === null) return [ok('can be drawn')];
  return [warn(`cannot be drawn (${reason}): reports come without`, 'npm ci installs the fonts anew')];
}

async function checkCorpusDirs(dirs: readonly string[]): Promise<Finding[]> {
  if (dirs.length === 0) return [ok('no folder is kept in step; what was ingested is searched')];
  const { checkCorpus } = await import('./corpus/check-corpus.ts');
  const findings: Finding[] = [];
  for (const dir of dirs) {
    const { cases, problems } = await checkCorpus(dir);
    findings.push(...problems.map((problem) => fail(problem, 'correct the file; it is left out until then')));
    if (problems.length === 0) findings.push(ok(`${dir}: ${cases} case files, all valid`));
  }
  return findings;
}

async function checkModel(
  { chatModel, promptsDir }: Pick<Config, 'chatModel' | 'promptsDir'>,
  { online, signal }: DiagnoseOptions,
): Promise<Finding[]> {
  if (chatModel === null) return [ok('none is set: answers are made of the sources’ own sentences')];
  const [{ createChatModel }, { loadPrompts }, { toModelFailure }] = await Promise.all([
    import('./answer/model/chat-model.ts'),
    import('./answer/model/load-prompts.ts'),
    import('./core/model-failure.ts'),
  ]);
  try {
    loadPrompts(promptsDir ?? undefined);
  } catch (error) {
    return [fail(errorMessage(error), 'correct the prompt, or empty PROMPTS_DIR')];
  }
  const model = createChatModel(chatModel);
  await model.load();
  if (!online) return [ok(`${model.name} is set and its package loads; --online asks it for a word`)];
  const deadline = createDeadline(PROBE_TIMEOUT, signal);
  try {
    const asked = { system: 'Answer with one word.', user: 'Say OK.' };
    for await (const _ of await model.stream(asked, deadline.signal)) break;
    return [ok(`${model.name} answers`)];
  } catch (error) {
    // Servers repeat the key that they refuse.
    const { message } = toModelFailure(error, chatModel.apiKey === null ? [] : [chatModel.apiKey]);
    return [
      fail(`${model.name} does not answer (${message})`, 'check the key, the address and the model’s name'),
    ];
  } finally {
    deadline.end();
  }
}

/** The ports that the server would listen on. */
function listeningPorts({ web, port, slack }: Config): { port: number; name: string }[] {
  const forSlack = slack?.mode === 'http' || slack?.install != null;
  return [
    ...(web ? [{ port, name: 'PORT' }] : []),
    ...(forSlack ? [{ port: slack.port, name: 'SLACK_PORT' }] : []),
  ];
}

async function checkSlackSetup(config: Config): Promise<readonly Finding[]> {
  const { slack } = config;
  if (slack === null) return [];
  const { checkSlack } = await import('./adapters/slack/check-slack.ts');
  const findings = await checkSlack(slack);
  if (slack.install === null) return findings;
  const { checkInstallations } = await import('./app-workspace-doctor.ts');
  return [...findings, ...(await checkInstallations(config, slack.install))];
}

async function checkDiscordSetup({ discord, commandPrefix }: Config): Promise<readonly Finding[]> {
  if (discord === null) return [];
  const { checkDiscord } = await import('./adapters/discord/check-discord.ts');
  return checkDiscord({ ...discord, commandPrefix });
}
