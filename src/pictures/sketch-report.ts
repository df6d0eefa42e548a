/** The picture of a report, where its kind has one. */
import type { Report } from '../core/report.ts';
import { drawSources } from './draw-sources.ts';
import { drawTimeline } from './draw-timeline.ts';
import type { Sketch } from './sketch.ts';

/** Milliseconds at most, since nothing is drawn yet. @returns null where the report has no picture. */
export function sketchReport(report: Report): Sketch | null {
  if (report.kind === 'timeline') return report.sections.length === 0 ? null : drawTimeline(report);
  return report.kind === 'sources' || report.kind === 'digest' ? drawSources(report) : null;
}
