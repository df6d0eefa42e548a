/** The picture of a report, however long the report and whatever the picture is called. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { payload } from '../../../../src/adapters/discord/payload.ts';
import { renderReport } from '../../../../src/adapters/discord/render/render-report.ts';
import { withoutPictures, withPicture } from '../../../../src/adapters/discord/render/report-picture.ts';
import { attachmentProblems } from '../../../support/discord/attachment-rules.ts';
import type { SentFile } from '../../../support/discord/discord-model.ts';
import { messageProblems } from '../../../support/discord/message-rules.ts';
import { reportArbitrary } from '../../../support/report-arbitrary.ts';
import { SAMPLE_PICTURE } from '../../../support/sample-picture.ts';

test('Discord takes every report with its picture; without it, nothing else is missing', () => {
  fc.assert(
    fc.property(reportArbitrary, fc.string(), fc.string({ maxLength: 1_000 }), (report, name, alt) => {
      const messages = renderReport(report, { ...SAMPLE_PICTURE, name, alt: alt.toWellFormed() });
      for (const message of messages) {
        const body = payload(message);
        const { file } = message;
        const files: SentFile[] = file === undefined ? [] : [{ field: 'files[0]', ...file }];
        expect(messageProblems(body)).toEqual([]);
        expect(attachmentProblems(body, files)).toEqual([]);
      }
      expect(messages.filter(({ file }) => file !== undefined)).toHaveLength(1);
      expect(withoutPictures(messages)).toEqual(renderReport(report));
    }),
    { numRuns: 25 },
  );
});

test('where all ten embeds are taken, the picture follows in a message of its own', () => {
  const card = { description: 'x' };
  const full = { content: 'a', embeds: Array.from({ length: 10 }, () => card), components: [] };
  const shown = withPicture([full, full], 0, SAMPLE_PICTURE);
  expect(shown.map(({ file }) => file?.name)).toEqual([undefined, 'timeline.png', undefined]);
  expect(withoutPictures(shown)).toEqual([full, full]);
});

test('a picture that is larger than Discord takes is left out', () => {
  const message = { content: 'a', embeds: [], components: [] };
  const png = new Uint8Array(10 * 1024 * 1024 + 1);
  expect(withPicture([message], 0, { ...SAMPLE_PICTURE, png })).toEqual([message]);
});
