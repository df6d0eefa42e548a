/** The words that an answer rests on, source by source. */
import type { Answer, AnswerLang, Citation } from '../../../core/answer.ts';
import { excerptLabel, shownExcerpt } from '../../../core/labels.ts';
import { headed, titleRuns } from './answer-paragraphs.ts';
import { languageName } from './language-name.ts';
import { noticeItems } from './notice-items.ts';
import { packMessages } from './pack-messages.ts';
import type { Paragraph, Run, SlackMessage } from './slack-message.ts';
import { SLACK_PHRASES } from './slack-phrases.ts';

/** What has become of the sources since, then what they say. Empty when the answer has no sources. */
export function renderExcerpts({ citations, notices, lang }: Answer): SlackMessage[] {
  if (citations.length === 0) return [];
  const changed = notices.filter(({ code }) => code === 'source-corrected' || code === 'source-withdrawn');
  return packMessages([
    ...changed.flatMap(({ text }) => noticeItems(text)),
    ...citations.flatMap((citation, i) => {
      const [first, ...rest] = excerptParagraphs(citation, lang);
      if (first === undefined) return [];
      return [i === 0 ? headed(SLACK_PHRASES[lang].excerpts, first) : first, ...rest];
    }),
  ]);
}

/** Only the publisher's own words stand as a quotation; a digest follows the label that says whose words it is. */
function excerptParagraphs(citation: Citation, lang: AnswerLang): Paragraph[] {
  const language = citation.excerptLang === lang ? '' : languageName(citation.excerptLang, lang);
  const label = `${excerptLabel(citation, lang)}${language === '' ? '' : ` · ${language}`}`;
  const lead: Run[] = [
    { text: `[${citation.n}] `, bold: true },
    ...titleRuns(citation, lang),
    { text: `\n${label}`, italic: true },
  ];
  const excerpt = { text: shownExcerpt(citation, lang) };
  if (citation.excerptKind === 'original')
    return [
      { runs: lead, keepWithNext: true },
      { runs: [excerpt], quoted: true },
    ];
  return [{ runs: [...lead, { text: SLACK_PHRASES[lang].colon, italic: true }, excerpt] }];
}
