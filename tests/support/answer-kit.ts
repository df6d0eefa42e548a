/** A small corpus of our own, in three languages, behind the real ingest and the real index, and questions put to it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createAnswerer } from '../../src/answer/answer-question.ts';
import { type Answer, type AnswerLang, answerText, brokenPromises } from '../../src/core/answer.ts';
import type { AskEvent, AskQuestion, AskRequest } from '../../src/core/ask.ts';
import type { Source } from '../../src/core/source.ts';
import { ingest } from '../../src/corpus/ingest.ts';
import { openIndex } from '../../src/index/index-client.ts';
import type { IndexClient } from '../../src/index/index-ports.ts';
import { type Lexicon, loadLexicon } from '../../src/lexicon/lexicon.ts';
import { splitSentences } from '../../src/lexicon/sentences.ts';
import { type ReadText, readText } from '../../src/reading/read-text.ts';

export interface AnswerKit {
  readonly index: IndexClient;
  readonly lexicon: Lexicon;
  readonly ask: AskQuestion;
  /** Every stored source by id. */
  readonly sources: ReadonlyMap<string, { readonly source: Source; readonly text: string }>;
  /** The final answer, after its events and its promises have been checked. */
  answer(question: string, more?: Omit<AskRequest, 'question'>): Promise<Answer>;
  close(): Promise<void>;
}

/** The instant at which every answer of a kit is given. */
const NOW = '2031-06-01T08:00:00.000Z';

/** Ingests the files, by path, into an index in a folder of its own. */
export async function openAnswerKit(files: Readonly<Record<string, string>>): Promise<AnswerKit> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-answer-'));
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(corpus, path)), { recursive: true });
    writeFileSync(join(corpus, path), content);
  }
  return openKitOn(folder, [corpus]);
}

/** The same over files that are there already. `folder` holds the data and is removed at the end. */
export async function openKitOn(folder: string, inputs: readonly string[]): Promise<AnswerKit> {
  const dataDir = join(folder, 'data');
  const index = await openIndex({ dataDir });
  const report = await ingest(inputs, { store: index, origin: 'ingested' });
  if (report.failed.length > 0) throw new Error(`not ingested: ${JSON.stringify(report.failed)}`);
  // The index has compiled the labels by now.
  const lexicon = loadLexicon(dataDir);
  const ids = (await index.listSources()).map(({ id }) => id);
  const sources = new Map((await index.readSources(ids)).map((stored) => [stored.source.id, stored]));
  let asked = 0;
  const ask = createAnswerer({
    retriever: index,
    reader: index,
    lexicon,
    now: () => new Date(NOW),
    newId: () => `ref-${++asked}`,
  });
  return {
    index,
    lexicon,
    ask,
    sources,
    async answer(question, more = {}) {
      const events: AskEvent[] = [];
      for await (const event of ask({ question, ...more })) events.push(event);
      const last = events.at(-1);
      if (last?.type !== 'answer') throw new Error(`«${question}» ended without an answer`);
      const broken = [...brokenEvents(events, last.answer), ...brokenAnswer(last.answer, sources)];
      if (last.audit === undefined) broken.push('the answer has no record');
      if (broken.length > 0)
        throw new Error(`«${question}»: ${broken.join('; ')}\n${answerText(last.answer)}`);
      return last.answer;
    },
    async close() {
      await index.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What the promises of the core leave to whoever makes the answer: addresses, labels, words. */
function brokenAnswer(answer: Answer, sources: AnswerKit['sources']): string[] {
  const broken = brokenPromises(answer, (id) => sources.get(id)?.text);
  const shown = answerText(answer);
  for (const { n, sourceId, excerpt, ...cited } of answer.citations) {
    const source = sources.get(sourceId)?.source;
    if (source === undefined) continue;
    if (cited.url !== source.url) broken.push(`[${n}] has an address that its source has not`);
    if (cited.title !== source.title || cited.publisher !== source.publisher)
      broken.push(`[${n}] is named otherwise than its source`);
    if (cited.date !== source.publishedAt) broken.push(`[${n}] is dated otherwise than its source`);
    if (cited.excerptKind !== source.textKind || cited.excerptLang !== source.textLang)
      broken.push(`[${n}] is labelled otherwise than its source`);
    if (excerpt.trim() === '') broken.push(`[${n}] has an empty excerpt`);
  }
  for (const { sourceId, url } of answer.nearest)
    if (url !== sources.get(sourceId)?.source.url) broken.push(`${sourceId} is near at another address`);
  const known = new Set(
    [...sources.values()].flatMap(({ source, text }) => [source.url ?? '', ...links(text)]),
  );
  for (const link of links(shown)) if (!known.has(link)) broken.push(`${link} is stored nowhere`);
  // An extractive sentence is a sentence of every source that it cites, with a lead before it.
  for (const { text, citations } of answer.sentences)
    for (const { n, sourceId, excerpt } of answer.citations.filter(({ n }) => citations.includes(n))) {
      const stored = sources.get(sourceId);
      const spans = stored === undefined ? [] : splitSentences(stored.text, stored.source.textLang);
      const words = spans.map(({ start, end }) => stored?.text.slice(start, end) ?? '');
      if (!words.some((one) => text.includes(one) && excerpt.includes(one)))
        broken.push(`«${text}» is no sentence of [${n}]`);
    }
  if (answer.asOf !== NOW) broken.push('the answer is dated by another clock');
  if (answer.status === 'answered' && (answer.nearest.length > 0 || answer.searched !== null))
    broken.push('an answer lists what would have been near');
  if (answer.status === 'unanswered' && answer.searched === null && answer.lead === undefined)
    broken.push('a refusal hides what was searched');
  return broken;
}

function links(text: string): string[] {
  return text.match(/https?:\/\/[^\s<>"'«»“”)\]]+/gu) ?? [];
}

function brokenEvents(events: readonly AskEvent[], answer: Answer): string[] {
  const broken: string[] = [];
  if (events.filter(({ type }) => type === 'answer').length !== 1) broken.push('not exactly one answer');
  const sent = events.flatMap((event) => (event.type === 'sentence' ? [event] : []));
  if (JSON.stringify(sent.map(({ sentence }) => sentence)) !== JSON.stringify(answer.sentences))
    broken.push('the sentences sent are not those of the answer');
  if (JSON.stringify(sent.flatMap((s) => s.newCitations)) !== JSON.stringify(answer.citations))
    broken.push('the citations sent are not those of the answer');
  return broken;
}

/** A text of one paragraph, read as the answer reads it. */
export function readWords(
  lexicon: Lexicon,
  text: string,
  lang: string,
  change: Partial<Source> = {},
): ReadText {
  return readText({ source: sourceOf({ lang, textLang: lang, ...change }), text, passages: [] }, lexicon);
}

export function sourceOf(change: Partial<Source> = {}): Source {
  return {
    id: 'gazette',
    title: 'Ferries',
    titleIsDescriptive: true,
    publisher: 'La Gazette du quai',
    publishedAt: '2031-04-02',
    url: 'https://gazette.example/ferries',
    lang: 'fr',
    textLang: 'fr',
    textKind: 'original',
    authority: 'media',
    kind: 'news',
    caseIds: [],
    scope: 'global',
    reviewed: true,
    contentHash: 'hash',
    ...change,
  };
}

/** A question, the language it is asked in, and what its answer must say; null where it must be refused. */
export interface Expected {
  readonly question: string;
  readonly lang: AnswerLang;
  readonly says: RegExp | null;
}
