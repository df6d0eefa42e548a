/** Signed messages are taken by Discord, and read back, whatever they say. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderReport } from '../../../../src/adapters/discord/render/render-report.ts';
import { signed, signedPart, UNSIGNED_LIMIT } from '../../../../src/adapters/discord/render/sign-message.ts';
import { withoutEmbeds } from '../../../../src/adapters/discord/without-embeds.ts';
import { messageProblems } from '../../../support/discord/message-rules.ts';
import { reportArbitrary } from '../../../support/report-arbitrary.ts';

const MARK = '0123456789ab';

it('a report is signed within the limits, with cards and without, and each part is known again', () => {
  fc.assert(
    fc.property(reportArbitrary, fc.boolean(), (report, embeds) => {
      const rendered = renderReport(report);
      const shown = embeds ? rendered : withoutEmbeds(rendered, UNSIGNED_LIMIT);
      const of = shown.length;
      const sent = shown.map((message, place) => signed(message, MARK, { place, of }));
      expect(sent.flatMap((message) => messageProblems(message))).toEqual([]);
      expect(sent.map(({ content }) => signedPart(content, MARK))).toEqual(
        sent.map((_, place) => ({ place, of })),
      );
      expect(sent.filter(({ content }) => signedPart(content, 'ba9876543210') !== null)).toEqual([]);
    }),
    { numRuns: 15 },
  );
});

it('what only looks like a signature is none', () => {
  for (const content of [
    '',
    'Casebook · 0123456789ab',
    `-# Casebook · ${MARK} · 1/x`,
    `-# Casebook · ${MARK}0`,
  ])
    expect(signedPart(content, MARK)).toBeNull();
  expect(signedPart(undefined, MARK)).toBeNull();
});
