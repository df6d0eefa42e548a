/** `/sources`: what the corpus holds, how old it is, and how it is spread over publishers, languages and countries. */
import type { AnswerLang } from '../core/answer.ts';
import type { CorpusOverview, CountryClaims } from '../core/corpus-overview.ts';
import { countryName } from '../core/country-name.ts';
import { formatDate } from '../core/format-date.ts';
import { LABELS } from '../core/labels.ts';
import type { Report, ReportLine, ReportSection, SectionTone } from '../core/report.ts';
import { CORPUS_WORDS, type CorpusWords } from './corpus-words.ts';
import { PHRASES } from './phrases.ts';

/** More would be a page, not a reply. */
const MOST_RECENT_SHOWN = 5;
/** Countries by name; the others are one line. */
const MAX_COUNTRIES = 10;
/** State media by name. */
const MAX_PUBLISHERS = 8;

export function corpusReport(overview: CorpusOverview, lang: AnswerLang): Report {
  const words = CORPUS_WORDS[lang];
  const labels = LABELS[lang];
  const { balance } = overview;
  const counted = (label: string, count: number, notes: readonly string[] = []): ReportLine => ({
    ...fact(label, words.sourceCount(count), lang, notes),
    count,
  });
  const languages = new Intl.DisplayNames([lang], { type: 'language' });
  const countries = (heading: string, tone: SectionTone, claims: readonly CountryClaims[], none: string) => ({
    heading,
    tone,
    lines: countryLines(claims, { lang, none }),
  });
  const recent = overview.mostRecent.slice(0, MOST_RECENT_SHOWN);
  const sections: ReportSection[] = [
    { heading: words.holds, tone: 'plain', lines: holdLines(overview, lang) },
    {
      heading: words.publishers,
      tone: 'plain',
      lines: balance.authorities.map(({ authority, sources }) =>
        counted(
          authority === null ? labels.authorityUnknown : labels.authority[authority],
          sources,
          authority === 'state-media' ? [stateMedia(overview, words, labels.publisherUnknown)] : [],
        ),
      ),
    },
    {
      heading: words.languages,
      tone: 'plain',
      lines: overview.languages.map(({ lang: code, sources }) =>
        counted(languages.of(code) ?? code, sources),
      ),
    },
    countries(words.accusing, 'accusation', balance.accusing, words.noCountry),
    countries(words.accused, 'plain', balance.accused, words.noState),
    countries(words.replying, 'reply', balance.replying, words.noCountry),
    {
      heading: words.years,
      tone: 'plain',
      lines: balance.years.map(({ year, sources }) => ({
        ...counted('', sources),
        date: year,
        label: null,
      })),
    },
    {
      heading: words.latest,
      tone: 'plain',
      lines: recent.map(({ title, lang: textLang, publisher, date, authority, titleIsDescriptive }, i) => ({
        date,
        label: publisher ?? labels.publisherUnknown,
        text: title,
        lang: textLang,
        notes: [
          authority === null ? labels.authorityUnknown : labels.authority[authority],
          ...(titleIsDescriptive ? [labels.descriptiveTitle] : []),
        ],
        citations: [i + 1],
      })),
    },
  ];
  return {
    kind: 'sources',
    lang,
    title: words.title,
    cases: [],
    sections: sections.filter(({ lines }) => lines.length > 0),
    sources: recent.map((source, i) => ({ n: i + 1, ...source })),
    notices: overview.sources === 0 ? [PHRASES[lang].corpusEmpty] : [words.countsAreNoVerdicts],
  };
}

function holdLines({ sources, passages, balance }: CorpusOverview, lang: AnswerLang): ReportLine[] {
  const words = CORPUS_WORDS[lang];
  const number = new Intl.NumberFormat(lang);
  const share = new Intl.NumberFormat(lang, { style: 'percent', maximumFractionDigits: 1 });
  const amount = (n: number) => (n === 0 ? '0' : `${number.format(n)} (${share.format(n / sources)})`);
  const dated = (label: string, date: string | null) =>
    date === null ? [] : [fact(label, formatDate(date, lang), lang)];
  const texts = balance.textKinds.map(
    ({ kind, sources: count }) => `${number.format(count)} ${words.textKinds[kind]}`,
  );
  return [
    fact(words.sources, number.format(sources), lang),
    fact(words.cases, number.format(balance.cases), lang),
    fact(words.passages, number.format(passages), lang),
    ...(texts.length === 0 ? [] : [fact(words.texts, texts.join(words.separator), lang)]),
    ...dated(words.oldest, balance.oldest),
    ...dated(words.newest, balance.newest),
    ...dated(words.median, balance.median),
    fact(words.undated, amount(balance.undated), lang),
    fact(words.unreviewed, amount(balance.unreviewed), lang),
  ];
}

function countryLines(
  claims: readonly CountryClaims[],
  { lang, none }: { readonly lang: AnswerLang; readonly none: string },
): ReportLine[] {
  const words = CORPUS_WORDS[lang];
  const line = (label: string, count: number): ReportLine => ({
    ...fact(label, words.claimCount(count), lang),
    count,
  });
  const named = claims.filter(({ country }) => country !== null);
  const shown = named.length > MAX_COUNTRIES ? named.slice(0, MAX_COUNTRIES - 1) : named;
  const rest = named.slice(shown.length);
  const total = rest.reduce((sum, { claims: count }) => sum + count, 0);
  const unnamed = claims.find(({ country }) => country === null);
  return [
    ...shown.map(({ country, claims: count }) => line(countryName(country ?? '', lang), count)),
    ...(rest.length === 0 ? [] : [line(words.others(rest.length), total)]),
    ...(unnamed === undefined ? [] : [line(none, unnamed.claims)]),
  ];
}

/** Names and numbers, so that a reader knows whose word it is. */
function stateMedia(
  { balance }: CorpusOverview,
  { separator, others }: CorpusWords,
  unknown: string,
): string {
  const names = balance.stateMedia.map(({ publisher, sources }) => `${publisher ?? unknown} (${sources})`);
  const shown = names.length > MAX_PUBLISHERS ? names.slice(0, MAX_PUBLISHERS - 1) : names;
  const rest = names.length - shown.length;
  return [...shown, ...(rest === 0 ? [] : [others(rest)])].join(separator);
}

function fact(label: string, text: string, lang: AnswerLang, notes: readonly string[] = []): ReportLine {
  return { date: null, label, text, lang, notes, citations: [] };
}
