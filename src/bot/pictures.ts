/** Drawing as the bot uses it. */
import type { Picture, PictureFrame } from '../core/picture.ts';
import type { Report } from '../core/report.ts';

export interface Pictures {
  /** What the report's picture shows and how large it is; null when it has none. Draws nothing; never rejects. */
  describe(report: Report): Promise<PictureFrame | null>;
  /** Null when the report has no picture, or it cannot be drawn, which the log says. Never rejects. */
  draw(report: Report): Promise<Picture | null>;
}
