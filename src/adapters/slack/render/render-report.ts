/** What a look-up or a post of news shows, as Slack messages. */
import { newsLabel } from '../../../core/labels.ts';
import type { PictureFrame } from '../../../core/picture.ts';
import type { Report } from '../../../core/report.ts';
import { plainText } from './answer-actions.ts';
import { sourceParagraphs } from './answer-paragraphs.ts';
import { literalText } from './literal-text.ts';
import { noticeItems } from './notice-items.ts';
import { packMessages } from './pack-messages.ts';
import { COMING, pictureBlock } from './picture-block.ts';
import { viewButtons } from './report-actions.ts';
import { sectionParagraphs } from './report-paragraphs.ts';
import type { FixedBlocks, Paragraph, SlackMessage } from './slack-message.ts';

/** Slack's limit for the text of a header, in characters. */
const LONGEST_HEADER = 150;

/**
 * Title, sections, notices, sources, buttons for other views: as few messages as hold them, in the order to post them.
 *
 * @param taken characters of blocks that the first message holds already.
 * @param picture has its place kept below the title, for a file that is still to come.
 */
export function renderReport(report: Report, taken = 0, picture?: PictureFrame): SlackMessage[] {
  const buttons = viewButtons(report);
  const label = newsLabel(report);
  return packMessages(
    [
      titleItem(report.title),
      ...(label === null ? [] : noticeItems(label)),
      ...(picture === undefined ? [] : [{ blocks: [pictureBlock(picture, COMING)] }]),
      ...sectionParagraphs(report),
      ...report.notices.flatMap(noticeItems),
      ...sourceParagraphs(report.sources, report.lang),
      ...(buttons.length === 0 ? [] : [{ blocks: buttons }]),
    ],
    taken,
  );
}

/** A header where the title has room in one, else a paragraph. */
function titleItem(title: string): Paragraph | FixedBlocks {
  const shown = literalText(title).replace(/\s+/gu, ' ').trim() || '—';
  return shown.length <= LONGEST_HEADER
    ? { blocks: [{ type: 'header', text: plainText(shown) }] }
    : { runs: [{ text: shown, bold: true }] };
}
