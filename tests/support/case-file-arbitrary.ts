/** Random cases: every kind of claim and speaker, missing and hostile parts, and a source for each claim. */
import fc from 'fast-check';
import type { CaseFile } from '../../src/cases/case-file.ts';
import {
  type Accused,
  CLAIM_BASES,
  CLAIM_KINDS,
  type Claim,
  SPEAKER_TYPES,
} from '../../src/core/case-record.ts';
import { AUTHORITIES, type Source } from '../../src/core/source.ts';
import { date, textOf } from './answer-arbitrary.ts';

const CASE_ID = '2025-lac-gris';
const short = textOf(200);
const maybe = fc.option(short);
const country = fc.option(fc.constantFrom('CN', 'US', 'AQ', 'EU', 'RU'));
const url = fc.option(
  fc.oneof(
    fc.webUrl(),
    short,
    fc.constantFrom('https://norland.example/发言人/[x]?a=é b|c?d#e#{100%}', 'javascript:alert(1)'),
  ),
);

const accused: fc.Arbitrary<Accused> = fc.record({
  actor: maybe,
  aliases: fc.array(short, { maxLength: 3 }),
  state: country,
});

const claim: fc.Arbitrary<Omit<Claim, 'sourceId'>> = fc.record({
  kind: fc.constantFrom(...CLAIM_KINDS),
  speaker: short,
  speakerCountry: country,
  speakerType: fc.constantFrom(...SPEAKER_TYPES),
  against: fc.option(accused),
  basis: fc.uniqueArray(fc.constantFrom(...CLAIM_BASES)),
  confidenceAsStated: fc.option(
    fc.oneof(short, fc.constantFrom('presque certain', 'highly probable', '几乎确定')),
  ),
  eventDate: date,
  wording: maybe,
});

const source = (n: number): fc.Arbitrary<Source> =>
  fc.record({
    id: fc.constant(`${CASE_ID}/s${n}`),
    title: short,
    titleIsDescriptive: fc.boolean(),
    publisher: maybe,
    publishedAt: date,
    url,
    lang: fc.constantFrom('fr', 'en', 'zh', 'cs'),
    textLang: fc.constant('fr'),
    textKind: fc.constant('digest'),
    authority: fc.option(fc.constantFrom(...AUTHORITIES)),
    kind: fc.constant(null),
    caseIds: fc.constant([CASE_ID]),
    scope: fc.constant('global'),
    reviewed: fc.constant(true),
    contentHash: fc.constant(`${n}`),
  });

const SOURCES = 3;

export const caseFile: fc.Arbitrary<CaseFile> = fc
  .record({
    claims: fc.array(fc.tuple(claim, fc.nat({ max: SOURCES - 1 })), { maxLength: 8 }),
    sources: fc.tuple(source(0), source(1), source(2)),
    titles: fc.tuple(short, short, fc.option(short, { nil: undefined })),
    victims: fc.array(short, { maxLength: 3 }),
    period: maybe,
    textLang: fc.constantFrom('fr', 'en', 'zh', 'cs', 'und'),
  })
  .map(({ claims, sources, titles: [fr, en, zh], victims, period, textLang }) => ({
    record: {
      id: CASE_ID,
      title: zh === undefined ? { fr, en } : { fr, en, zh },
      victims,
      period,
      claims: claims.map(([told, n]) => ({ ...told, sourceId: `${CASE_ID}/s${n}` })),
    },
    sources,
    textLang,
  }));
