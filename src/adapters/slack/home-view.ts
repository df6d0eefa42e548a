/** The app's home tab: what it knows, how to ask, and examples to press. */
import type { types } from '@slack/bolt';
import type { AnswerLang } from '../../core/answer.ts';
import type { About } from '../../core/chat.ts';
import { sourceLabel } from '../../core/labels.ts';
import { plainText, suggestionBlock } from './render/answer-actions.ts';
import { headed, titleRuns } from './render/answer-paragraphs.ts';
import { packMessages } from './render/pack-messages.ts';
import type { Block, Paragraph } from './render/slack-message.ts';
import { SLACK_WORDS } from './slack-words.ts';

const MOST_RECENT_SHOWN = 5;
const LANGUAGES_SHOWN = 8;

/** @param directMessages where the examples are asked. */
export function homeView(about: About, lang: AnswerLang, directMessages: string): types.HomeView {
  const words = SLACK_WORDS[lang];
  const examples = about.examples.flatMap((question, i) => suggestionBlock(question, i, lang) ?? []);
  return {
    type: 'home',
    private_metadata: directMessages,
    blocks: [
      { type: 'header', text: plainText(words.homeTitle) },
      ...paragraphBlocks([{ runs: [{ text: words.homeHowTo }] }]),
      ...(examples.length === 0
        ? []
        : [{ type: 'header' as const, text: plainText(words.examples) }, ...examples]),
      { type: 'divider' },
      ...paragraphBlocks(corpusParagraphs(about, lang)),
    ],
  };
}

function corpusParagraphs(about: About, lang: AnswerLang): Paragraph[] {
  const words = SLACK_WORDS[lang];
  if (about.sources === 0) return [{ runs: [{ text: words.homeEmpty }] }];
  const names = new Intl.DisplayNames([lang], { type: 'language' });
  const languages = about.languages
    .slice(0, LANGUAGES_SHOWN)
    .map(({ lang: code, sources }) => `${names.of(code)} ${sources}`)
    .join(lang === 'zh' ? '、' : ', ');
  const recent = about.mostRecent.slice(0, MOST_RECENT_SHOWN).map(
    (source): Paragraph => ({
      runs: [{ text: '• ' }, ...titleRuns(source, lang), { text: `\n${sourceLabel(source, lang)}` }],
    }),
  );
  return [
    { runs: [{ text: words.homeKnows(about.sources, about.passages) }] },
    { runs: [{ text: words.homeLanguages(languages) }], gap: '\n' },
    ...recent.map((paragraph, i) => (i === 0 ? headed(words.homeRecent, paragraph) : paragraph)),
  ];
}

/** A home tab holds twice what a message does: the first message's worth is enough. */
function paragraphBlocks(paragraphs: Paragraph[]): Block[] {
  return packMessages(paragraphs)[0]?.blocks ?? [];
}
