/** The place of a picture in a report, however long the report and whatever its description says. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  hasPicture,
  pictureAlt,
  withFile,
  withoutPicture,
} from '../../../../src/adapters/slack/render/picture-block.ts';
import { renderReport } from '../../../../src/adapters/slack/render/render-report.ts';
import { reportArbitrary } from '../../../support/report-arbitrary.ts';
import { SAMPLE_PICTURE } from '../../../support/sample-picture.ts';
import { dense, expectInOrder, problemsOf, reportTexts, shownIn } from './render-kit.ts';

it('is taken by Slack with the file and without, and nothing of the report is lost for it', () => {
  fc.assert(
    fc.property(reportArbitrary, fc.string({ maxLength: 3_000, unit: 'binary' }), (report, alt) => {
      const messages = renderReport(report, 0, { ...SAMPLE_PICTURE, alt });
      expect(messages.filter(hasPicture)).toHaveLength(1);
      const shown = messages.map((message) => withFile(message, 'F0123456789'));
      expect(problemsOf(shown)).toEqual([]);
      expectInOrder(shownIn(shown).text, reportTexts(report));
      const words = messages.map(withoutPicture);
      expect(problemsOf(words)).toEqual([]);
      expect(dense(shownIn(words).text)).toBe(dense(shownIn(renderReport(report)).text));
    }),
    { numRuns: 25 },
  );
});

it('has a description that Slack takes for the file, too', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 3_000, unit: 'binary' }), (alt) => {
      const said = pictureAlt({ alt });
      expect(said.length).toBeGreaterThan(0);
      expect(said.length).toBeLessThanOrEqual(1_000);
      expect(said.isWellFormed()).toBe(true);
    }),
  );
});
