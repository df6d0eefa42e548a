/** Two thousand random reports: none may be refused. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { renderReport } from '../../../../src/adapters/slack/render/render-report.ts';
import { TRAPS_USED } from '../../../support/answer-arbitrary.ts';
import { reportArbitrary } from '../../../support/report-arbitrary.ts';
import { expectInOrder, problemsOf, reportTexts, shownIn } from './render-kit.ts';

const REPORTS = 2_000;

it(`renders ${REPORTS} random reports, ${TRAPS_USED}, with none refused`, { timeout: 600_000 }, () => {
  let messages = 0;
  fc.assert(
    fc.property(reportArbitrary, (report) => {
      const rendered = renderReport(report);
      messages += rendered.length;
      expect(problemsOf(rendered)).toEqual([]);
      expectInOrder(shownIn(rendered).text, reportTexts(report));
    }),
    { numRuns: REPORTS },
  );
  console.info(`${REPORTS} reports, ${messages} messages, 0 refused`);
});
