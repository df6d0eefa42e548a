/** What reads language by patterns: questions as people ask them, and articles as anybody may write them. */
import assert from 'node:assert/strict';
import { takeOpening } from '../../../src/answer/follow-up/thread-words.ts';
import { readWish } from '../../../src/answer/intent.ts';
import { analyzeQuestion } from '../../../src/answer/question.ts';
import { readPeriod } from '../../../src/cases/read-period.ts';
import { extractClaims } from '../../../src/claims/extract-claims.ts';
import { MAX_QUESTION } from '../../../src/core/ask.ts';
import { asksForLatest, datesNamed } from '../../../src/lexicon/asked-time.ts';
import { readFollowUpForm } from '../../../src/lexicon/follow-up-form.ts';
import { loadLexicon } from '../../../src/lexicon/lexicon.ts';
import { splitSentences } from '../../../src/lexicon/sentences.ts';
import { readItem } from '../../../src/news/relevance/read-item.ts';
import { createVerifier } from '../../../src/verify/verify-sentence.ts';
import { sourceOf } from '../answer-kit.ts';
import { CHINESE, FRENCH } from '../news-pages.ts';
import { type FuzzTarget, textOf } from './fuzz-target.ts';

const lexicon = loadLexicon();
const verify = createVerifier(lexicon);

/** Small words that patterns are made of: repeated, they show which of these can be read in two ways. */
const SMALL = [
  ...[
    'et ',
    'ou ',
    'mais, ',
    'oui ',
    'de la ',
    'des ',
    'du ',
    'pour a ',
    'merci ',
    'avec ',
    'selon lui, ',
    'qui a ',
    "d'",
    "l'",
    'n’a pas ',
  ],
  ...[
    'the ',
    'and ',
    'or ',
    'for it ',
    'of the ',
    'said that ',
    'has been ',
    'was not ',
    'according to ',
    'who ',
    'what about ',
    'thanks ',
  ],
  ...['的', '了', '称', '被', '，', '。', '、', '吗', '由', '据', '并', '于', '对', '是否', '没有'],
  ...[
    'accuse ',
    'dément ',
    'attribue à ',
    'accused ',
    'denied ',
    'claimed ',
    'charged with ',
    '指责',
    '否认',
    'APT31 ',
    'Pékin ',
    'China ',
    '俄罗斯',
  ],
  ...[
    '«',
    '»',
    '“',
    '”',
    '"',
    '(',
    ')',
    ', ',
    '. ',
    '? ',
    '! ',
    ': ',
    '; ',
    ' - ',
    '\t',
    '\n',
    '2024',
    '12 mai ',
    'May 2025 ',
    '%',
    'M. ',
    'U.S. ',
  ],
];

const questions: FuzzTarget = {
  name: 'questions',
  shape: 'bytes',
  seeds: [
    ...[
      'Qui a attaqué le ministère en 2024, et que répond Pékin ?',
      'Et la Chine ?',
      'Bonjour, qui êtes-vous ?',
      'merci beaucoup pour ton aide',
    ],
    ...[
      'Who accused China of the attack on the port since May 2025?',
      'what about the second source',
      'thanks for the answer',
    ],
    ...['谁指责了该组织？', '那么俄罗斯呢', '从2021年到2023年'],
  ],
  pieces: SMALL,
  run(input) {
    const text = textOf(input).slice(0, MAX_QUESTION);
    const { question } = readWish(text, lexicon);
    assert.ok(question === null || question.length <= text.length);
    for (const lang of ['fr', 'en', 'zh'] as const) analyzeQuestion(text, lexicon, lang);
    assert.ok(takeOpening(text).rest.length <= text.length);
    readFollowUpForm(text);
    for (const date of datesNamed(text)) assert.match(date, /^\d{4}/);
    assert.equal(typeof asksForLatest(text), 'boolean');
    readPeriod(text, '2025-06-01');
  },
};

const articles: FuzzTarget = {
  name: 'sentences of articles',
  shape: 'bytes',
  seeds: [
    FRENCH.body.join(' '),
    CHINESE.body.join(''),
    'Latvia accused Belarus of hacking its parliament. Belarus denied it, a spokeswoman said.',
  ],
  pieces: SMALL,
  takes: /\.(?:txt|jsonl)$/,
  run(input) {
    const text = textOf(input).slice(0, 20_000);
    for (const lang of ['fr', 'en', 'zh']) {
      const spans = splitSentences(text, lang);
      for (const [i, { start, end }] of spans.entries())
        assert.ok(start >= (spans[i - 1]?.end ?? 0) && start < end && end <= text.length);
      const source = sourceOf({ title: 'Cyberattaque', lang, textLang: lang });
      for (const { start, end, wording } of extractClaims({ source, text, passages: [] }, lexicon))
        assert.equal(text.slice(start, end), wording);
    }
    const short = text.slice(0, 3_000);
    const { parts } = readItem(
      {
        title: short.slice(0, 300),
        teaser: short,
        text,
        lang: 'fr',
        publisher: null,
        publishedAt: null,
        url: null,
      } as never,
      lexicon,
    );
    assert.ok(parts.length > 0);
    const sentence = short.slice(0, 600);
    const { support } = verify({ text: sentence, lang: 'fr' }, [
      { text: short.slice(0, 800), lang: 'fr', source: sourceOf({}) },
    ]);
    assert.ok(support >= 0 && support <= 1);
  },
};

export const LANGUAGE_TARGETS: readonly FuzzTarget[] = [questions, articles];
