/** What one workspace was given for itself is looked for from others, by every command and every page: none shows it. */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, openApp } from '../../src/app.ts';
import { exportCases } from '../../src/app-export.ts';
import { removeDocuments } from '../../src/app-workspaces.ts';
import { COMMANDS } from '../../src/bot/registry.ts';
import { loadConfig } from '../../src/config.ts';
import type { ChatDesk } from '../../src/core/chat.ts';
import { createReadOverview } from '../../src/read-overview.ts';
import { createState, type State } from '../../src/state/state.ts';
import { collector, message, type TestBot, testBot } from '../support/bot-kit.ts';
import { newFolder, SHIPPED_CORPUS } from '../support/run-process.ts';

const CASE = '2007-estonia-ddos';
/** In the workspace's own documents alone, and in no question. */
const SECRET = /Ketterling|workspace:T1|Sealed note/i;
const REPORT =
  'On 1 May 2007 the foreign minister of Estonia, Urmas Paet, said that computers of the Russian presidential administration ' +
  'had taken part in the attacks on Estonian web sites. A spokesman of the Kremlin denied any part in the attacks on Estonia. ' +
  'Banks and newspapers in Tallinn could not be reached for hours, and the government closed its sites to visitors from abroad.';
const OWN = [
  {
    id: 'note',
    title: 'Sealed note on Estonia',
    publisher: 'Ketterling Desk',
    date: '2010-05-10',
    lang: 'en',
    text: 'The consultancy Ketterling accused Russia of the attacks on Estonia on 9 May 2007. Russia denied the accusation of Ketterling. The quillfeather botnet was named in the note.',
  },
  {
    id: 'copy',
    title: 'Sealed note, copied',
    publisher: 'Ketterling Daily',
    date: '2007-05-02',
    lang: 'en',
    text: REPORT,
  },
];
const PUBLIC = [
  {
    id: 'public',
    title: 'Estonia under attack',
    publisher: 'The Harbour Post',
    date: '2007-05-02',
    lang: 'en',
    text: REPORT,
  },
];

let app: App;
let state: State;
let bot: TestBot;
let desk: ChatDesk;
const platform = collector();
const folder = newFolder();

beforeAll(async () => {
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  copyFileSync(join(SHIPPED_CORPUS, `${CASE}.md`), join(corpus, `${CASE}.md`));
  const lines = (rows: readonly object[]) => rows.map((row) => `${JSON.stringify(row)}\n`).join('');
  const [own, everybodys] = [join(folder, 'own.jsonl'), join(folder, 'public.jsonl')];
  writeFileSync(own, lines(OWN));
  writeFileSync(everybodys, lines(PUBLIC));
  const env = { CASEBOOK_DATA_DIR: join(folder, 'data'), CORPUS_DIRS: corpus, LOG_LEVEL: 'warn' };
  app = await openApp(loadConfig(env, folder), { defaultLogLevel: 'warn', willAsk: true });
  const { signal } = new AbortController();
  await app.syncCorpus({ signal });
  // Its own first: everybody's copy of it comes later.
  expect(await app.ingest([own], { signal, workspaceId: 'T1' })).toMatchObject({ added: 2, failed: [] });
  expect(await app.ingest([everybodys], { signal })).toMatchObject({ added: 1, failed: [] });
  state = createState({ path: ':memory:', now: Date.now });
  bot = testBot({
    store: state,
    ask: await app.asking(),
    cases: app.cases,
    readOverview: createReadOverview(app.index),
  });
  desk = bot.deskFor(platform);
}, 120_000);

afterAll(async () => {
  await bot.stop(100);
  await state.close();
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

/** All that the workspace is shown by one message, progress included. */
async function shown(workspaceId: string, command: string | null, text: string): Promise<string> {
  const said = message({
    platform: 'slack',
    workspaceId,
    channelId: 'C1',
    threadId: `${workspaceId} ${command}`,
    command,
    text,
  });
  await bot.handle(platform, said);
  return JSON.stringify(platform.replies.at(-1)?.events);
}

const QUESTIONS = [
  'Who attacked Estonia in 2007?',
  'What does the quillfeather botnet do?',
  'quillfether',
  'Who denied the attacks on Estonia?',
  'and the sources?',
  'show source 1',
  CASE,
  'Estonia',
  'note',
  'own.jsonl',
];

describe.each(['T2', 'local'])('from the workspace «%s»', (workspaceId) => {
  it('no question finds another workspace’s documents', async () => {
    for (const question of QUESTIONS)
      expect(await shown(workspaceId, null, question), question).not.toMatch(SECRET);
  });

  it.each(COMMANDS.map(({ name }) => name))('/%s shows none of them', async (name) => {
    const subcommands = COMMANDS.find((command) => command.name === name)?.subcommands ?? [];
    const texts = [
      '',
      ...QUESTIONS,
      `${CASE} --with ${CASE}`,
      ...subcommands.map((sub) => `${sub.name} Estonia`),
    ];
    for (const text of texts) expect(await shown(workspaceId, name, text), text).not.toMatch(SECRET);
  });

  it('no page shows them', async () => {
    for (const lang of ['fr', 'en', 'zh'] as const) {
      const pages = await Promise.all([
        desk.viewSources(lang, workspaceId),
        desk.about(workspaceId, lang),
        desk.findCases('Estonia', lang),
        desk.suggestCases('quill', lang, workspaceId),
        ...(['case', 'timeline', 'sides'] as const).map((view) =>
          desk.viewCase({ id: CASE, view, lang }, workspaceId),
        ),
      ]);
      expect(JSON.stringify(pages)).not.toMatch(SECRET);
    }
    const passages = async (id: string) => (await desk.about(id, 'en')).passages;
    expect(await passages('T1')).toBe((await app.index.size()).passages);
    expect(await passages(workspaceId)).toBeLessThan(await passages('T1'));
  });
});

it('the exports hold none of them', async () => {
  for (const format of ['eurepoc', 'stix'] as const)
    expect(JSON.stringify(await exportCases(app.cases, { format, ids: [] }))).not.toMatch(SECRET);
});

it('the workspace that they belong to is answered from them, until it is forgotten', async () => {
  const asked = 'What does the quillfeather botnet do?';
  expect(await shown('T1', null, asked)).toMatch(/Ketterling/);
  expect(JSON.stringify(await desk.viewSources('en', 'T1'))).toMatch(/Sealed note/);
  expect(await removeDocuments(app.index, new Set(['T1', 'global']))).toBe(2);
  expect(await shown('T1', null, 'And which botnet was named quillfeather?')).not.toMatch(SECRET);
  expect(JSON.stringify(await desk.viewSources('en', 'T1'))).not.toMatch(SECRET);
});
