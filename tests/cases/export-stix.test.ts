/** Cases as STIX 2.1: sound bundles, in which every attribution is somebody's claim. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CaseFile, toCaseFile } from '../../src/cases/case-file.ts';
import { exportStix } from '../../src/cases/export-stix.ts';
import type { StixObject } from '../../src/cases/stix-object.ts';
import { HOSTILE_CASE } from '../support/case-book-kit.ts';
import { caseFile } from '../support/case-file-arbitrary.ts';
import { OTHER_CASE, SAMPLE_CASE } from '../support/report-kit.ts';
import { shippedCases } from '../support/shipped-cases.ts';
import { brokenStixRules, type Json } from '../support/stix-rules.ts';

const CASES = [SAMPLE_CASE, OTHER_CASE, HOSTILE_CASE].map(toCaseFile);
const shipped = await shippedCases();

/** As a reader has it, after the way through JSON. */
function bundleOf(file: CaseFile): {
  bundle: Json;
  objects: StixObject[];
  ofType(type: string): StixObject[];
} {
  const bundle = JSON.parse(JSON.stringify(exportStix(file))) as Json;
  const objects = bundle.objects as StixObject[];
  return { bundle, objects, ofType: (type) => objects.filter((object) => object.type === type) };
}

function checkClaims(file: CaseFile): void {
  const { objects, ofType } = bundleOf(file);
  const statements = [...ofType('note'), ...ofType('opinion')];
  const sourceOf = ({ external_references: refs }: StixObject) =>
    (refs as { external_id: string }[])[0]?.external_id;
  for (const { kind, speaker, wording, sourceId, confidenceAsStated } of file.record.claims) {
    const mine = statements.filter(
      (statement) =>
        String(statement.labels) === kind &&
        (statement.authors as string[])[0] === speaker &&
        sourceOf(statement) === sourceId,
    );
    const texts = mine.map(({ content, explanation }) => String(content ?? explanation));
    expect(
      texts.some((text) => text.includes(wording ?? '') && text.includes(confidenceAsStated ?? '')),
    ).toBe(true);
  }
  const wanted = file.record.claims.length === 0 ? 0 : 1;
  expect(statements.length).toBeGreaterThanOrEqual(wanted);
  for (const relationship of ofType('relationship')) {
    if (relationship.relationship_type !== 'attributed-to') continue;
    const claimed = ofType('note').filter(({ object_refs: refs }) =>
      (refs as string[]).includes(relationship.id),
    );
    expect(claimed.length).toBeGreaterThan(0);
    for (const { authors, labels } of claimed) {
      expect(String(relationship.description)).toContain((authors as string[])[0]);
      expect(['accusation', 'self-claim']).toContain(String(labels));
    }
    expect(claimed.map(sourceOf)).toContain(sourceOf(relationship));
  }
  // Nothing is in the bundle that nobody refers to, but what holds it together.
  const referred = new Set(objects.flatMap((object) => (object.object_refs as string[] | undefined) ?? []));
  expect(objects.filter(({ id, type }) => type !== 'report' && !referred.has(id))).toEqual([]);
}

test.each([...CASES, ...shipped].map((file, i) => [`${file.record.id} (${i})`, file] as const))(
  '%s is sound and loses no claim',
  (_name, file) => {
    expect(brokenStixRules(bundleOf(file).bundle)).toEqual([]);
    checkClaims(file);
  },
);

test('an id stands for the same object in every bundle, and its UUID for one type', () => {
  const seen = new Map<string, StixObject>();
  for (const object of shipped.flatMap((file) => bundleOf(file).objects)) {
    expect(seen.get(object.id) ?? object).toEqual(object);
    seen.set(object.id, object);
  }
  expect(new Set([...seen.keys()].map((id) => id.split('--')[1])).size).toBe(seen.size);
});

test('any case: sound, every claim with author and source, the same ids again', () => {
  fc.assert(
    fc.property(caseFile, (file) => {
      const { bundle } = bundleOf(file);
      expect(brokenStixRules(bundle)).toEqual([]);
      checkClaims(file);
      expect(exportStix(structuredClone(file))).toEqual(exportStix(file));
    }),
    { numRuns: 150 },
  );
});

describe('the sample case', () => {
  const { ofType, objects } = bundleOf(toCaseFile(SAMPLE_CASE));

  test('names the accused and the state as the accuser does', () => {
    expect(ofType('threat-actor')).toMatchObject([
      { name: 'Lynx 31', aliases: ['Violet Heron', 'TA-88'] },
      { name: 'Unnamed actor (state accused: Antarctica)' },
    ]);
    expect(ofType('identity').map(({ name }) => name)).toContain('Antarctica');
  });

  test('gives a certainty in the speaker’s words, and no number, which would be our own', () => {
    const [accusation, other] = ofType('note').filter(({ labels }) => String(labels) === 'accusation');
    expect(accusation).toMatchObject({
      lang: 'fr',
      authors: ['Ministère des Eaux de Valdoria'],
    });
    expect(accusation?.content).toContain('quasi-certitude');
    for (const statement of [accusation, other]) expect(statement).not.toHaveProperty('confidence');
  });

  test('dates objects by the claim, and knows which media are the state’s', () => {
    expect(ofType('note').find(({ labels }) => String(labels) === 'contest')).toMatchObject({
      created: '2026-01-01T00:00:00.000Z',
    });
    const denial = objects.find(({ labels }) => String(labels) === 'denial');
    expect(denial).toMatchObject({
      created: '2025-05-29T00:00:00.000Z',
      external_references: [
        {
          source_name: '诺兰日报',
          url: 'https://norland.example/%E5%8F%91%E8%A8%80%E4%BA%BA',
          description: '使馆发言人就灰湖事件答记者问 · 2025-05 · média d’État',
        },
      ],
    });
  });

  test('an id follows from the words: one changes, and so does the id', () => {
    const file = toCaseFile(SAMPLE_CASE);
    const [first, ...rest] = file.record.claims;
    if (first === undefined) throw new Error('the sample has claims');
    const changed = {
      ...file,
      record: { ...file.record, claims: [{ ...first, wording: 'Autre.' }, ...rest] },
    };
    const before = new Set(objects.map(({ id }) => id));
    const fresh = bundleOf(changed).objects.filter(({ id }) => !before.has(id));
    // The note, and the two relationships that tell the claim, the report, and what denies the claim.
    expect(fresh.map(({ type }) => type).sort()).toEqual(['note', 'relationship', 'relationship', 'report']);
  });
});

describe('a denial', () => {
  const file = toCaseFile(SAMPLE_CASE);
  const deny = (speakerCountry: string | null, eventDate: string | null) => {
    const claims = file.record.claims.map((claim) =>
      claim.kind === 'denial' ? { ...claim, speakerCountry, eventDate } : claim,
    );
    return bundleOf({ ...file, record: { ...file.record, claims } });
  };

  test('by the accused state disagrees with what had been said by then', () => {
    const { ofType, objects } = deny('AQ', '2025-05-29');
    const [opinion] = ofType('opinion');
    expect(opinion).toMatchObject({ opinion: 'disagree', authors: ['Ambassade de Norland'] });
    const denied = objects.filter(({ id }) => String(opinion?.object_refs).includes(id));
    expect(denied.map(({ description }) => String(description).slice(0, 10))).toEqual([
      '2025-05-28',
      '2025-05-28',
    ]);
    expect(deny('AQ', '2025').ofType('opinion')[0]?.object_refs).toHaveLength(4);
  });

  test('by anybody else is noted, since what it denies is not recorded', () => {
    expect(deny(null, '2025-05-29').ofType('opinion')).toEqual([]);
    expect(deny('AQ', '2024').ofType('opinion')).toEqual([]);
  });
});

describe('the rules', () => {
  const sound = () => structuredClone(bundleOf(toCaseFile(SAMPLE_CASE)).bundle);
  const broken = (change: (objects: Json[]) => void) => {
    const bundle = sound();
    change(bundle.objects as Json[]);
    return brokenStixRules(bundle).join('\n');
  };
  const find = (objects: Json[], type: string) => objects.find((object) => object.type === type) ?? {};

  test.each<[string, RegExp, (objects: Json[]) => void]>([
    ['a lost object', /is not in the bundle/, (all) => all.splice(all.indexOf(find(all, 'threat-actor')), 1)],
    ['an object twice', /once/, (all) => all.push(structuredClone(find(all, 'note')))],
    [
      'an id of another type',
      /id:/,
      (all) => Object.assign(find(all, 'note'), { id: find(all, 'report').id }),
    ],
    ['an own property', /no property/, (all) => Object.assign(find(all, 'note'), { verdict: 'guilty' })],
    ['an empty list', /aliases/, (all) => Object.assign(find(all, 'threat-actor'), { aliases: [] })],
    ['a day as time', /created/, (all) => Object.assign(find(all, 'campaign'), { created: '2025-05-28' })],
    ['a confidence, ours', /confidence/, (all) => Object.assign(find(all, 'note'), { confidence: 85 })],
    [
      'text without a language',
      /lang: text/,
      (all) => Reflect.deleteProperty(find(all, 'threat-actor'), 'lang'),
    ],
    [
      'a word of no vocabulary',
      /identity_class/,
      (all) => Object.assign(find(all, 'identity'), { identity_class: 'unspecified' }),
    ],
    [
      'an altered TLP',
      /word for word/,
      (all) => Object.assign(find(all, 'marking-definition'), { name: 'TLP:CLEAR' }),
    ],
    [
      'a later version',
      /first version/,
      (all) => Object.assign(find(all, 'report'), { modified: '2099-01-01T00:00:00.000Z' }),
    ],
    [
      'a UUID under two types',
      /under two types/,
      (all) =>
        all.push({
          ...find(all, 'identity'),
          id: String(find(all, 'note').id).replace('note', 'identity'),
        }),
    ],
    [
      'a language of a translation',
      /lang is no property/,
      (all) => Object.assign(find(all, 'language-content'), { lang: 'fr' }),
    ],
    [
      'an address with Han letters',
      /external_references/,
      (all) =>
        Object.assign(find(all, 'note'), {
          external_references: [{ source_name: 'x', url: 'https://x.example/人' }],
        }),
    ],
    [
      'ends that do not fit',
      /the standard knows no/,
      (all) => Object.assign(find(all, 'relationship'), { target_ref: find(all, 'note').id }),
    ],
  ])('find %s', (_name, said, change) => {
    expect(broken(() => undefined)).toBe('');
    expect(broken(change)).toMatch(said);
  });
});
