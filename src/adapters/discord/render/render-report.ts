/** A look-up or a post of news as Discord's messages: its title and what must be known about it, then cards of its sections and sources. */
import { newsLabel } from '../../../core/labels.ts';
import type { Picture } from '../../../core/picture.ts';
import type { Report } from '../../../core/report.ts';
import type { DiscordMessage } from './discord-message.ts';
import { cleanForeign } from './escape-foreign.ts';
import { packCards } from './pack-cards.ts';
import { reportCards } from './report-cards.ts';
import { withPicture } from './report-picture.ts';
import { smallPrint, UNSIGNED_LIMIT } from './sign-message.ts';
import { fixed, foreignLine } from './spans.ts';
import { viewButtons } from './view-buttons.ts';
import { block, packBlocks } from './write-contents.ts';

/**
 * The whole report; at least one message. Nothing is left out: what one message cannot hold goes on in the next. Only
 * the last has buttons. Send them with `allowed_mentions: {parse: []}`.
 */
export function renderReport(report: Report, picture?: Picture): DiscordMessage[] {
  const title = cleanForeign(report.title, 'join') === '' ? [] : [fixed('## '), foreignLine(report.title)];
  const notices = report.notices.map((notice) => ({
    ...block(fixed('-# '), foreignLine(notice)),
    continues: true,
  }));
  const label = newsLabel(report);
  const kind = label === null ? [] : [{ ...block(fixed(smallPrint(label))), continues: true }];
  const contents = packBlocks([block(...title), ...kind, ...notices], UNSIGNED_LIMIT);
  const told = packCards(contents, reportCards(report));
  const messages =
    picture === undefined ? told : withPicture(told, Math.max(0, contents.length - 1), picture);
  const last = messages.pop() ?? { content: '…', embeds: [], components: [] };
  return [...messages, { ...last, components: viewButtons(report) }];
}
