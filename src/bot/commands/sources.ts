/** `/sources`: what the corpus holds. */
import { sourceLabel } from '../../core/labels.ts';
import type { Command } from '../command.ts';
import { PHRASES } from '../phrases.ts';

/** More would be a page, not a reply. */
const MOST_RECENT_SHOWN = 5;

export const sourcesCommand: Command = {
  name: 'sources',
  names: { fr: 'sources', en: 'sources', zh: '来源' },
  descriptions: {
    fr: 'Ce que contient le corpus : sources, langues, publications récentes',
    en: 'What the corpus holds: sources, languages, recent publications',
    zh: '语料库内容：来源、语言、最新发布',
  },
  arguments: [],
  async *handler({ lang, scope, readOverview }) {
    const phrases = PHRASES[lang];
    const overview = await readOverview(scope);
    if (overview.sources === 0) {
      yield { type: 'text', text: phrases.corpusEmpty };
      return;
    }
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
    yield { type: 'text', text: lines.join('\n') };
  },
};
