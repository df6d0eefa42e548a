import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import type { AnswerLang } from '../../src/core/answer.ts';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { createVerifier, type VerifySentence } from '../../src/verify/verify-sentence.ts';
import { type Alteration, alter, type Shipped, shippedSentences } from '../support/altered-sentences.ts';

interface Pair {
  readonly lang: AnswerLang;
  readonly sentence: string;
  readonly passages: readonly {
    readonly text: string;
    readonly lang: string;
    readonly publisher: string | null;
    readonly title: string;
    readonly date: string | null;
  }[];
  readonly label: 'faithful' | 'altered';
}

/** Of the plentiful kinds every so manieth sentence is enough. */
const STEP: Readonly<Record<Alteration, number>> = {
  number: 1,
  date: 4,
  name: 3,
  negation: 1,
  roles: 1,
  added: 5,
};

let verify: VerifySentence;
let shipped: readonly Shipped[];
beforeAll(async () => {
  verify = createVerifier(loadLexicon());
  shipped = await shippedSentences();
});

test.each([
  ['verify-pairs-dev.json', 0.92, 0.05],
  ['verify-pairs-articles.json', 0.92, 0.1],
  // Only ever counted: what the verifier reaches on sentences that its rules were not written after.
  ['verify-pairs-counted.json', 0.82, 0.15],
] as const)('faithful pairs hold and altered ones are caught: %s', (name, kept, missed) => {
  const file = new URL(`../fixtures/${name}`, import.meta.url);
  const pairs = JSON.parse(readFileSync(file, 'utf8')) as Pair[];
  const holds = ({ sentence, lang, passages }: Pair): boolean =>
    verify(
      { text: sentence, lang },
      passages.map(({ text, lang: textLang, publisher, title, date }) => ({
        text,
        lang: textLang,
        source: {
          id: title,
          title,
          titleIsDescriptive: false,
          publisher,
          publishedAt: date,
          authority: null,
          lang: textLang,
          textLang,
        },
      })),
    ).holds;
  const share = (label: Pair['label']): number => {
    const of = pairs.filter((pair) => pair.label === label);
    return of.filter(holds).length / of.length;
  };
  expect(share('faithful')).toBeGreaterThanOrEqual(kept);
  expect(share('altered')).toBeLessThanOrEqual(missed);
});

test('sentences of the shipped corpus hold against their own passages', () => {
  const failing = shipped.filter(({ text, lang, passage }) => !verify({ text, lang }, [passage]).holds);
  expect(failing.length / shipped.length).toBeLessThanOrEqual(0.02);
});

test.each(['number', 'date', 'name', 'negation', 'roles', 'added'] as const)(
  'with one thing changed they do not: %s',
  (kind: Alteration) => {
    const altered = shipped
      .filter((_, i) => i % STEP[kind] === 0)
      .flatMap(({ text, lang, passage }) => {
        const changed = lang === 'zh' ? null : alter(text, lang, kind);
        return changed === null ? [] : [verify({ text: changed, lang }, [passage]).holds];
      });
    expect(altered.length).toBeGreaterThan(0);
    expect(altered.filter((holds) => holds).length / altered.length).toBeLessThanOrEqual(0.05);
  },
);
