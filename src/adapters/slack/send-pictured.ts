/** A reply beside the conversation with the picture of its report: nothing of it can be changed, so the picture follows. */
import type { FinalEvent } from './final-messages.ts';
import { messageFallback } from './render/message-fallback.ts';
import { pictureBlock, withoutPicture } from './render/picture-block.ts';
import type { SlackMessage } from './render/slack-message.ts';
import { MAX_RESPONSES, type Recipient, type SendBeside, type SendBy, type Way } from './send-beside.ts';
import { showPicture } from './show-picture.ts';
import type { SlackLog } from './slack-log.ts';
import type { UploadPicture } from './upload-picture.ts';

export interface BesideDeps {
  readonly sendBeside: SendBeside;
  readonly sendBy: SendBy;
  readonly upload: UploadPicture;
  readonly sleep: (ms: number) => Promise<unknown>;
  readonly log: SlackLog;
}

/** The picture goes the way that the words went, to the same people, or not at all. Throws SlackTrouble. */
export async function sendPictured(
  to: Recipient,
  messages: readonly SlackMessage[],
  final: FinalEvent,
  ways: readonly Way[],
  { sendBeside, sendBy, upload, sleep, log }: BesideDeps,
): Promise<void> {
  const picture = final.type === 'report' ? final.picture : undefined;
  if (picture === undefined) return void (await sendBeside(to, messages, ways));
  const way = await sendBeside(to, messages.map(withoutPicture), ways);
  const full = (way === 'response' || way === 'channel') && messages.length >= MAX_RESPONSES;
  if (way === null || full) return;
  await showPicture(
    upload(picture),
    async (file) => {
      const blocks = [pictureBlock(picture, file)];
      await sendBy(way, to, { text: messageFallback(blocks), blocks });
    },
    { sleep, log },
  );
}
