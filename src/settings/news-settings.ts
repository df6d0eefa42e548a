/** Settings of the news. */
import { choice, path, type SettingSection, wholeNumber } from './setting-kinds.ts';

/** Read from the working folder where it is there. */
export const DEFAULT_NEWS_FILE = 'news.yaml';

export const NEWS = {
  title: 'News',
  note: 'docs/news.md: feeds, subscriptions of channels, posts and digests.',
  page: 'news.md',
  settings: {
    NEWS: choice(['on', 'off'], 'on', 'on or off').describe(
      'on: poll feeds, judge what they bring, post it to the channels that subscribe.',
    ),
    NEWS_FILE: path(DEFAULT_NEWS_FILE).describe(
      'File with feeds and subscriptions of the operator’s own; read from the working folder where it is there.',
    ),
    NEWS_FULL_TEXT: choice(['on', 'off'], 'off', 'on or off').describe(
      'on: fetch the whole article where a feed that somebody subscribes to holds only a teaser, at most 30 an hour of ' +
        'each feed. NEWS_FILE has its own word for each feed.',
    ),
    NEWS_SOURCES_PER_DAY: wholeNumber(40, 0, 10_000).describe(
      'How many sources a feed may bring into the corpus in 24 hours; 0: none.',
    ),
    NEWS_SOURCES_SHARE: wholeNumber(25, 1, 100).describe(
      'Percent of all sources that nobody has reviewed which one feed may have; counts from 40 such sources on.',
    ),
  },
} satisfies SettingSection;
