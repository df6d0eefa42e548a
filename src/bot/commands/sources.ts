/** `/sources`: what the corpus holds, or the sources of one case. */
import { LABELS, sourceLabel } from '../../core/labels.ts';
import type { Command, CommandContext } from '../command.ts';
import { CASE_ARGUMENT, PRIVATE_ARGUMENT } from '../common-arguments.ts';
import { PHRASES } from '../phrases.ts';

/** More would be a page, not a reply. */
const MOST_RECENT_SHOWN = 5;
const CASES_OFFERED = 5;

export const sourcesCommand: Command = {
  name: 'sources',
  names: { fr: 'sources', en: 'sources', zh: '来源' },
  descriptions: {
    fr: 'Ce que contient le corpus, ou les sources d’une affaire',
    en: 'What the corpus holds, or the sources of one case',
    zh: '语料库内容，或某一案件的来源',
  },
  arguments: [CASE_ARGUMENT, PRIVATE_ARGUMENT],
  async *handler(context) {
    yield { type: 'text', text: await (context.text === '' ? wholeCorpus(context) : oneCase(context)) };
  },
};

async function wholeCorpus({ lang, scope, readOverview }: CommandContext): Promise<string> {
  const phrases = PHRASES[lang];
  const overview = await readOverview(scope);
  if (overview.sources === 0) return phrases.corpusEmpty;
  const names = new Intl.DisplayNames([lang], { type: 'language' });
  const languages = overview.languages.map(({ lang: code, sources }) => `${names.of(code)} ${sources}`);
  const recent = overview.mostRecent
    .slice(0, MOST_RECENT_SHOWN)
    .map((source) => `• ${source.title} (${sourceLabel(source, lang)})`);
  const lines = [
    phrases.corpusHolds(overview.sources, overview.passages),
    phrases.corpusLanguages(languages),
  ];
  if (recent.length > 0) lines.push(phrases.corpusRecent, ...recent);
  return lines.join('\n');
}

async function oneCase({ text, lang, scope, cases }: CommandContext): Promise<string> {
  const phrases = PHRASES[lang];
  const labels = LABELS[lang];
  const found = await cases.find(text, lang);
  const best = found[0];
  if (best === undefined) return phrases.caseUnknown(text);
  // Several fit equally well: the reader chooses.
  if (best.value !== text && found.length > 1 && found[1]?.rank === best.rank)
    return [
      phrases.caseWhich,
      ...found.slice(0, CASES_OFFERED).map(({ label, value }) => `• ${label} (${value})`),
    ].join('\n');
  const sources = await cases.sources(best.value, scope);
  const lines = sources.map((source) => {
    const label = sourceLabel({ publisher: source.publisher, date: source.publishedAt }, lang);
    const authority =
      source.authority === null ? labels.authorityUnknown : labels.authority[source.authority];
    const title = source.titleIsDescriptive ? `${source.title} (${labels.descriptiveTitle})` : source.title;
    return `• ${title}\n  ${label} · ${authority}${source.url === null ? '' : `\n  ${source.url}`}`;
  });
  return [phrases.caseSources(best.label, sources.length), ...lines].join('\n');
}
