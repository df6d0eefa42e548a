/** Random answers for the renderers: any length, script and hostility, and always sound objects of the core's types. */
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Answer, AnswerSentence, Citation, NearestSource } from '../../src/core/answer.ts';
import { NOTICE_CODES } from '../../src/core/answer.ts';
import { CLAIM_KINDS } from '../../src/core/case-record.ts';
import { AUTHORITIES, type Republication } from '../../src/core/source.ts';
import { HOSTILE_TEXT } from './sample-answers.ts';

/** What platforms might take for markup, mentions, links, code names of emoji, or for the end of any of these. */
const TRAPS = [
  HOSTILE_TEXT,
  '<!channel> <!here|here> <!everyone> <@U012AB3CD> <#C012AB3CD|general> <!subteam^S012|@team>',
  '@everyone @here <@123456789012345678> <@&123456789012345678> <#123456789012345678>',
  '<https://evil.example|bank.example> [bank](https://evil.example) [x]: https://evil.example',
  'https://evil.example/?a=1&b=2 www.evil.example evil.example mail@evil.example discord.gg/evil',
  ':smile: :flag-fr: <:kappa:123456789012345678> <t:1700000000:R> </ask:123456789012345678> <id:browse>',
  '*b* _i_ ~s~ `c` ```\ncode\n``` **b** __u__ ~~s~~ ||spoiler|| \\*',
  '# title\n## title\n> quote\n>>> quotes\n- item\n+ item\n1. item\n---\n| a | b |\n|---|---|\n\n    code',
  '[1] [2](https://evil.example) ![i](https://evil.example/i.png) &lt;!channel&gt; &amp;lt; &#64;here',
  '\u0000\u0007\u001b[2J\u202eesrever\u202c \u200b\u2060\ufeff\r\n\t',
  '👩‍👩‍👧‍👦🏳️‍🌈🇫🇷👍🏽e\u0301\u0301Z͑ͫ̓ͪ',
  '{"type":"broadcast","range":"channel"} $(x) {{x}} %s',
] as const;

/** A list of hostile strings that a developer may have at hand; the tests hold without it. */
const EXTRA_TRAPS = new URL('../../../shared/data/blns.json', import.meta.url);
const extraTraps = readExtraTraps();

function readExtraTraps(): readonly string[] {
  if (!existsSync(EXTRA_TRAPS)) return [];
  const list: unknown = JSON.parse(readFileSync(EXTRA_TRAPS, 'utf8'));
  return Array.isArray(list) ? list.filter((item) => typeof item === 'string') : [];
}

/** For the name of a test: whether its texts come from the list of hostile strings too. */
export const TRAPS_USED =
  extraTraps.length > 0
    ? `with ${extraTraps.length} more hostile strings`
    : 'without the list of more hostile strings';

const WORDS =
  'Selon le ministère, l’intrusion visait son réseau; Norland dément. The council froze assets 攻击 指控 否认 。，'.split(
    ' ',
  );
const HAN = '中国外交部发言人表示坚决反对一切形式的网络攻击有关指控毫无根据。';

const words = (min: number, max: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...WORDS), { minLength: min, maxLength: max }).map((list) => list.join(' '));
const han = (max: number): fc.Arbitrary<string> =>
  fc.integer({ min: 1, max }).map((n) => HAN.repeat(Math.ceil(n / HAN.length)).slice(0, n));
const trap = fc.constantFrom(...TRAPS, ...extraTraps.filter((text) => text.trim() !== ''));
/** Lone surrogates and control characters among them. */
const binary = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).map((text) => `${text}\ud83d x`);
const graphemes = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });

const mixed = fc
  .array(fc.oneof(words(1, 8), trap, binary, graphemes, han(40)), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(' '));

/** A line that has something to see in it. `long` parts reach far over every platform's limit of a message. */
export function textOf(long: number): fc.Arbitrary<string> {
  const far = fc.oneof(
    fc.constant('mot '.repeat(long / 4)),
    han(long),
    fc.constant('x'.repeat(long)),
    fc.constant('👩‍👩‍👧‍👦'.repeat(Math.ceil(long / 11))),
    trap.map((text) => `${text} `.repeat(Math.ceil(long / (text.length + 1)))),
  );
  return fc
    .oneof(
      { weight: 12, arbitrary: words(3, 40) },
      { weight: 8, arbitrary: mixed },
      { weight: 4, arbitrary: han(120) },
      { weight: 1, arbitrary: far },
    )
    .map((text) => `§${text}`);
}

const url = fc.option(
  fc.oneof(
    { weight: 6, arbitrary: fc.webUrl({ withQueryParameters: true, withFragments: true }) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        'https://norland.example/发言人?名=值',
        'https://en.wiki.example/wiki/Attack_(2024)_[draft]',
        "http://a.example/x'y~z*_;&copy;|{}^`",
        'https://a.example/with space/<b>"q"',
        `https://a.example/${'p'.repeat(2_900)}`,
        `https://a.example/${'p/'.repeat(2_500)}`,
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        'javascript:alert(1)',
        'file:///etc/passwd',
        'not an address',
        '',
        '//evil.example',
      ),
    },
  ),
  { freq: 6 },
);
export const date = fc.option(fc.constantFrom('2021', '2025-07', '2025-05-28', 'not a date'), { freq: 5 });
export const language = fc.constantFrom('fr', 'en', 'zh', 'de', 'cs', 'zh-Hant', 'xx', '');
const publisher = fc.option(textOf(4_000), { freq: 5 });

export const nearest: fc.Arbitrary<NearestSource> = fc.record({
  sourceId: fc.uuid(),
  title: textOf(6_000),
  titleIsDescriptive: fc.boolean(),
  publisher,
  date,
  url,
});

const republication: fc.Arbitrary<Republication> = fc.record({
  sourceId: fc.uuid(),
  publisher: textOf(3_000),
  date,
  url,
});
/** One source in six was printed by others too, some by more than are named. */
export const republished: fc.Arbitrary<{ readonly alsoPublished?: readonly Republication[] }> = fc
  .option(fc.array(republication, { minLength: 1, maxLength: 6 }), { freq: 1 })
  .chain((alsoPublished) =>
    fc.nat({ max: 2 }).map((dice) => (alsoPublished === null || dice > 0 ? {} : { alsoPublished })),
  );

/** The names of the others that a reader must be able to find. */
export function namedPrints({
  alsoPublished = [],
}: {
  readonly alsoPublished?: readonly Republication[];
}): string[] {
  return alsoPublished.slice(0, alsoPublished.length > 4 ? 3 : 4).map(({ publisher: name }) => name);
}

const source: fc.Arbitrary<Omit<Citation, 'n'>> = fc
  .tuple(
    nearest,
    fc.record({
      lang: language,
      authority: fc.option(fc.constantFrom(...AUTHORITIES)),
      excerpt: textOf(12_000),
      excerptKind: fc.constantFrom('original' as const, 'digest', 'teaser'),
      excerptLang: language,
    }),
    republished,
  )
  .map(([shown, cited, also]) => ({ ...shown, ...cited, ...also }));

const sentence: fc.Arbitrary<Omit<AnswerSentence, 'citations'>> = fc.record({
  text: textOf(20_000),
  kind: fc.constantFrom(...CLAIM_KINDS),
  speaker: fc.option(textOf(3_000)),
});

const common = {
  id: fc.uuid(),
  method: fc.constantFrom('extractive' as const, 'model' as const),
  lang: fc.constantFrom('fr' as const, 'en' as const, 'zh' as const),
  asOf: fc.constant('2026-01-05T10:00:00.000Z'),
  notices: fc.array(fc.record({ code: fc.constantFrom(...NOTICE_CODES), text: textOf(5_000) }), {
    maxLength: 4,
  }),
};

/** Each source is used at least once; numbers run from 1 in order of first use. */
function answered(most: number): fc.Arbitrary<Answer> {
  return fc
    .record({
      ...common,
      sources: fc.array(source, { minLength: 1, maxLength: most, size: 'max' }),
      parts: fc.array(fc.tuple(sentence, fc.nat({ max: 4 })), { minLength: 1, maxLength: most, size: 'max' }),
      again: fc.nat(),
    })
    .map(({ sources, parts, again, ...rest }) => {
      let used = 0;
      const sentences = parts.map(([said, fresh], i) => {
        const last = i === parts.length - 1;
        const upTo = last ? sources.length : Math.min(sources.length, used + fresh);
        const citations = Array.from({ length: upTo - used }, (_, k) => used + k + 1);
        used = upTo;
        const old = used === 0 ? 1 : (again % used) + 1;
        if (used === 0) used = 1;
        return { ...said, citations: citations.includes(old) ? citations : [...citations, old] };
      });
      return {
        ...rest,
        status: 'answered',
        sentences,
        citations: sources.map((cited, i) => ({ n: i + 1, ...cited })),
        nearest: [],
        searched: null,
        suggestions: [],
      };
    });
}

const refused = fc.record({
  ...common,
  status: fc.constant('unanswered' as const),
  sentences: fc.constant([]),
  citations: fc.constant([]),
  nearest: fc.array(nearest, { maxLength: 8 }),
  searched: fc.option(fc.record({ sources: fc.nat(), passages: fc.nat() })),
  suggestions: fc.array(textOf(4_000), { maxLength: 8 }),
});
const unanswered: fc.Arbitrary<Answer> = fc
  .tuple(refused, fc.option(textOf(3_000), { nil: undefined }))
  .map(([answer, lead]) => (lead === undefined ? answer : { ...answer, lead }));

/**
 * Answers of every kind: short ones mostly, some with up to 80 sources and sentences, some unanswered. A text begins
 * with `§`, so that none is blank.
 */
export const answerArbitrary: fc.Arbitrary<Answer> = fc.oneof(
  { weight: 6, arbitrary: answered(8) },
  { weight: 1, arbitrary: answered(80) },
  { weight: 3, arbitrary: unanswered },
);
