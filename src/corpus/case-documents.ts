/** A checked case file to what is stored: the case record, and one document for each of its sources. */
import type { CaseRecord } from '../core/case-record.ts';
import type { Passage, SharedSentence, Source, SourceDocument, Standing } from '../core/source.ts';
import type { ProseSentence } from './case-prose.ts';
import type { CaseFrontMatter, CaseSource } from './case-schema.ts';
import { MAX_PASSAGE_LENGTH, PASSAGE_SENTENCES } from './split.ts';

/** A sentence at its place in a source's stored text. */
interface Placed {
  readonly sentence: ProseSentence;
  readonly start: number;
  readonly end: number;
}

/** The stored text of each source, and where each sentence stands in it. */
type Layout = ReadonlyMap<string, { readonly text: string; readonly placed: readonly Placed[] }>;

/** The case record of a file's front matter; claims name their sources by full id. */
export function toCaseRecord(record: CaseFrontMatter): CaseRecord {
  const { fr, en, zh } = record.title;
  return {
    id: record.id,
    title: zh === undefined ? { fr, en } : { fr, en, zh },
    victims: record.victims,
    period: record.period,
    claims: record.claims.map(({ source, ...claim }) => ({ ...claim, sourceId: `${record.id}/${source}` })),
  };
}

/** One document a source, in the order of the front matter. */
export function toDocuments(
  record: CaseFrontMatter,
  sentences: readonly ProseSentence[],
  contentHash: string,
): SourceDocument[] {
  const layout: Layout = new Map(record.sources.map(({ id }) => [id, layOut(id, sentences)]));
  return record.sources.map((source) => ({
    source: toSource(record, source, contentHash),
    text: layout.get(source.id)?.text ?? '',
    passages: toPassages(record, source, layout),
  }));
}

function toSource(record: CaseFrontMatter, source: CaseSource, contentHash: string): Source {
  return {
    id: `${record.id}/${source.id}`,
    title: source.title,
    titleIsDescriptive: source.titleIsDescriptive,
    publisher: source.publisher,
    publishedAt: source.date,
    url: source.url,
    lang: source.lang,
    textLang: record.lang,
    textKind: 'digest',
    authority: source.authority,
    kind: source.kind,
    caseIds: [record.id],
    scope: 'global',
    reviewed: true,
    ...standingOf(source),
    contentHash,
  };
}

/** What became of the publication; nothing while it stands as it was. */
function standingOf({ corrected, withdrawn, note }: CaseSource): { standing?: Standing } {
  if (withdrawn !== null) return { standing: { status: 'withdrawn', date: withdrawn, note } };
  return corrected === null ? {} : { standing: { status: 'corrected', date: corrected, note } };
}

/** The sentences footnoted to a source, joined by a space, or by a blank line where the prose has a break. */
function layOut(sourceId: string, sentences: readonly ProseSentence[]): { text: string; placed: Placed[] } {
  const placed: Placed[] = [];
  let text = '';
  for (const sentence of sentences.filter(({ sources }) => sources.includes(sourceId))) {
    const before = placed.at(-1)?.sentence.paragraph;
    if (before !== undefined) text += before === sentence.paragraph ? ' ' : '\n\n';
    placed.push({ sentence, start: text.length, end: text.length + sentence.text.length });
    text += sentence.text;
  }
  return { text, placed };
}

/** Passages over the runs of sentences that this source owns: those whose first footnote is its own. */
function toPassages(record: CaseFrontMatter, source: CaseSource, layout: Layout): Passage[] {
  const { text = '', placed = [] } = layout.get(source.id) ?? {};
  const groups: Placed[][] = [];
  let previous: Placed | null = null;
  for (const place of placed) {
    const owned = place.sentence.sources[0] === source.id;
    const group = groups.at(-1);
    const first = group?.[0];
    const joins =
      previous !== null &&
      group?.at(-1) === previous &&
      previous.sentence.paragraph === place.sentence.paragraph &&
      group.length < PASSAGE_SENTENCES &&
      first !== undefined &&
      place.end - first.start <= MAX_PASSAGE_LENGTH;
    if (owned && joins) group?.push(place);
    else if (owned) groups.push([place]);
    previous = place;
  }
  const sourceId = `${record.id}/${source.id}`;
  return groups.map((group, ordinal) => {
    const start = group[0]?.start ?? 0;
    const end = group.at(-1)?.end ?? 0;
    return {
      id: `${sourceId}#${ordinal}`,
      sourceId,
      ordinal,
      text: text.slice(start, end),
      lang: record.lang,
      start,
      end,
      context: caseContext(record, source),
      alsoIn: group.flatMap((place) => sharedWith(place, record.id, source.id, layout)),
    };
  });
}

function sharedWith(
  { sentence, start, end }: Placed,
  caseId: string,
  own: string,
  layout: Layout,
): SharedSentence[] {
  return sentence.sources.flatMap((id) => {
    const other =
      id === own ? undefined : layout.get(id)?.placed.find((place) => place.sentence === sentence);
    return other === undefined ? [] : [{ start, end, sourceId: `${caseId}/${id}`, otherStart: other.start }];
  });
}

/** Titles of the case in the prose's language and in English, and the source's title, publisher and date. */
function caseContext({ lang, title }: CaseFrontMatter, source: CaseSource): string {
  const own = lang === 'zh' ? title.zh : lang === 'fr' ? title.fr : undefined;
  const parts = [own, title.en, source.title, source.publisher, source.date];
  return [...new Set(parts.filter((part) => part !== null && part !== undefined))].join(' · ');
}
