/** One report in several papers, asked about through the real ingest and index. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { namingRepublications } from '../../src/answer/name-republications.ts';
import type { Answer } from '../../src/core/answer.ts';
import { type AnswerKit, openAnswerKit } from '../support/answer-kit.ts';
import { makeDocument } from '../support/corpus-kit.ts';

const WIRE = `The foreign ministry of Estonia accused the group Copper Heron on Tuesday of breaking into the control system of its harbour.

The embassy of Belarus rejected the accusation and asked for evidence to be handed to a joint commission.

Cranes stood still for nine hours, and forty ships waited outside the port until the following morning.`;

const paper = (publisher: string, date: string, more = '') =>
  `---\ntitle: "Harbour intrusion, says ${publisher}"\npublisher: "${publisher}"\ndate: ${date}\nurl: https://${publisher.toLowerCase().replaceAll(' ', '-')}.example/harbour\nlang: en\n---\n\n${WIRE}\n\n${more}\n`;

let kit: AnswerKit;
beforeAll(async () => {
  kit = await openAnswerKit({
    'gazette.md': paper('Harbour Gazette', '2031-04-01'),
    'mail.md': paper('Tallinn Mail', '2031-04-02', 'The harbour office could not be reached by telephone.'),
  });
  const secret = makeDocument({ id: 'secret', text: WIRE.replaceAll('\n\n', ' '), scope: 'slack:T1' });
  await kit.index.put('/own', 'ingested', [
    { ...secret, source: { ...secret.source, publisher: 'The Morning Sheet' } },
  ]);
});
afterAll(() => kit.close());

const QUESTION = 'Who accused Copper Heron of breaking into the harbour?';

async function named(scope?: string): Promise<string[]> {
  const { citations } = await kit.answer(QUESTION, scope === undefined ? {} : { scope });
  expect(new Set(citations.map(({ sourceId }) => sourceId)).size).toBe(1);
  return citations.flatMap(({ publisher, alsoPublished = [] }) => [
    publisher ?? '',
    ...alsoPublished.map((other) => other.publisher),
  ]);
}

test('a citation tells who else printed its report, to those who may see it', async () => {
  expect(new Set(await named())).toEqual(new Set(['Harbour Gazette', 'Tallinn Mail']));
  expect(new Set(await named('slack:T2'))).toEqual(new Set(['Harbour Gazette', 'Tallinn Mail']));
  expect(new Set(await named('slack:T1'))).toEqual(
    new Set(['Harbour Gazette', 'Tallinn Mail', 'The Morning Sheet']),
  );
});

test('a citation tells it as soon as it is shown', async () => {
  const told: (string | undefined)[] = [];
  for await (const event of kit.ask({ question: QUESTION }))
    if (event.type === 'sentence')
      for (const { alsoPublished } of event.newCitations) told.push(alsoPublished?.[0]?.publisher);
  expect(told.length).toBeGreaterThan(0);
  expect(told).not.toContain(undefined);
});

test('an answer is given without it where it cannot be read', async () => {
  const troubles: unknown[] = [];
  const gone = new Error('the database is gone');
  const ask = namingRepublications(kit.ask, { readRepublications: () => Promise.reject(gone) }, (error) =>
    troubles.push(error),
  );
  let answer: Answer | undefined;
  for await (const event of ask({ question: QUESTION })) if (event.type === 'answer') answer = event.answer;
  expect(answer?.status).toBe('answered');
  expect(answer?.citations.map(({ alsoPublished }) => alsoPublished)).toEqual([undefined]);
  expect(troubles).toEqual([gone]);
});
