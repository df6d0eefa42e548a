/** A report as a reply, with its picture where the platform shows one. */
import type { ReplyEvent } from '../core/chat.ts';
import type { Report } from '../core/report.ts';
import type { CommandContext } from './command.ts';

export async function reportEvent(
  report: Report,
  { pictures }: Pick<CommandContext, 'pictures'>,
): Promise<ReplyEvent> {
  const picture = (await pictures?.draw(report)) ?? null;
  return { type: 'report', report, ...(picture === null ? {} : { picture }) };
}
