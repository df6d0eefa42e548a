/** A report's picture as the page gets it: an address in place of the bytes. */
import type { ChatDesk, ReplyEvent } from '../../core/chat.ts';
import type { PictureFrame } from '../../core/picture.ts';
import type { Report } from '../../core/report.ts';

export interface ShownPicture extends PictureFrame {
  /** Address on this server, from its root. */
  readonly src: string;
}

export interface ShownReport extends Report {
  readonly picture?: ShownPicture;
}

export async function withPicture(
  report: Report,
  desk: Pick<ChatDesk, 'describePicture'>,
): Promise<ShownReport> {
  const frame = await desk.describePicture(report);
  const path = frame === null ? null : pathOf(report);
  if (frame === null || path === null) return report;
  return { ...report, picture: { ...frame, src: `${path}?lang=${report.lang}` } };
}

/** A report's event with the picture's address, and without its bytes. */
export async function withPictureAddress(
  event: ReplyEvent,
  desk: Pick<ChatDesk, 'describePicture'> | null,
): Promise<ReplyEvent> {
  if (event.type !== 'report' || desk === null) return event;
  return { type: 'report', report: await withPicture(event.report, desk) };
}

function pathOf({ kind, cases }: Report): string | null {
  const id = cases[0]?.id;
  if (kind === 'timeline' && id !== undefined)
    return `/cases/${encodeURIComponent(id.toWellFormed())}/timeline.png`;
  return kind === 'sources' && id === undefined ? '/sources.png' : null;
}
