/** An ingested article: its claims are read and shown in its case, whatever comes first, the article or the case. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type App, openApp } from '../src/app.ts';
import { loadConfig } from '../src/config.ts';
import { reportText } from '../src/core/report.ts';
import { newFolder, SHIPPED_CORPUS } from './support/run-process.ts';

const CASE = '2025-czech-mfa-apt31';
/** Our own words about a shipped case. */
const ARTICLE = `---
title: Prague accuse APT31
lang: fr
date: 2025-05-29
---
Prague a mis en cause la Chine jeudi : la République tchèque a attribué à APT31, groupe chinois, l’intrusion informatique au ministère tchèque des Affaires étrangères.

Pékin a démenti toute implication.
`;
const signal = new AbortController().signal;

async function open(): Promise<{ app: App; corpus: string; article: string }> {
  const folder = newFolder();
  const corpus = join(folder, 'corpus');
  const article = join(folder, 'prague.md');
  mkdirSync(corpus);
  writeFileSync(article, ARTICLE);
  const env = { CASEBOOK_DATA_DIR: join(folder, 'data'), CORPUS_DIRS: corpus };
  const app = await openApp(loadConfig(env, folder), { defaultLogLevel: 'silent' });
  onTestFinished(() => app.close());
  return { app, corpus, article };
}

async function addCase(app: App, corpus: string): Promise<void> {
  cpSync(join(SHIPPED_CORPUS, `${CASE}.md`), join(corpus, `${CASE}.md`));
  expect((await app.syncCorpus({ signal })).failed).toEqual([]);
}

async function card(app: App): Promise<string> {
  const outcome = await app.cases.report({ kind: 'case', text: CASE, lang: 'fr', scope: 'local' });
  return outcome.type === 'report' ? reportText(outcome.report) : outcome.type;
}

test('is found in the card of its case, as read and not reviewed', async () => {
  const { app, corpus, article } = await open();
  await addCase(app, corpus);
  expect((await app.ingest([article], { signal })).failed).toEqual([]);
  const [id = ''] = await app.index.listArticles();
  expect(await app.index.readClaims(id)).toMatchObject({
    links: [{ caseId: CASE, status: 'linked', byHand: false }],
  });
  const shown = await card(app);
  expect(shown).toContain('Pékin a démenti toute implication.');
  expect(shown).toContain('lue automatiquement, non relue');

  await app.index.decideLink(id, CASE, 'rejected');
  expect(await card(app)).not.toContain('Pékin a démenti toute implication.');
});

test('proposes a new case while there is none, and finds it once there is', async () => {
  const { app, corpus, article } = await open();
  await app.ingest([article], { signal });
  const [id = ''] = await app.index.listArticles();
  expect((await app.index.readClaims(id)).links).toMatchObject([
    { caseId: 'new:2025-cz-apt31', status: 'proposed' },
  ]);
  await addCase(app, corpus);
  expect((await app.index.readClaims(id)).links).toMatchObject([{ caseId: CASE, status: 'linked' }]);
});

test('is read anew when it was read under other rules, as after an update or a kill', async () => {
  const { app, corpus, article } = await open();
  await app.ingest([article], { signal });
  const [id = ''] = await app.index.listArticles();
  const before = await app.index.readClaims(id);
  await app.index.putReadings(new Map([[id, { claims: [], links: [] }]]));
  await app.index.setReadingState({ rules: 'older', cases: '' });
  await addCase(app, corpus);
  expect((await app.index.readClaims(id)).claims).toEqual(before.claims);
});

test('is read from a file without being stored', async () => {
  const { app, article } = await open();
  const { documents } = await app.articles.readFiles([article], signal);
  const [document] = documents;
  if (document === undefined) throw new Error('no document was read');
  const { claims, failure } = await app.articles.read(document, signal);
  expect(claims.map(({ kind, speakerCountry }) => `${kind} ${speakerCountry}`)).toContain('accusation CZ');
  expect(failure).toBe(null);
  expect(await app.index.listArticles()).toEqual([]);
});
