/** Messages that can be changed, with a picture: the words first, the picture in its place when it is there. */
import type { Picture } from '../../core/picture.ts';
import type { OpenReply } from './open-reply.ts';
import { hasPicture, withFile, withoutPicture } from './render/picture-block.ts';
import type { SlackMessage } from './render/slack-message.ts';
import type { BesideDeps } from './send-pictured.ts';
import { showPicture } from './show-picture.ts';

/** @param messages where the picture has its place. Throws SlackTrouble for the words alone. */
export async function putPictured(
  reply: OpenReply,
  messages: readonly SlackMessage[],
  picture: Picture | undefined,
  deps: Pick<BesideDeps, 'upload' | 'sleep' | 'log'>,
): Promise<void> {
  const at = messages.findIndex(hasPicture);
  const pictured = messages[at];
  if (picture === undefined || pictured === undefined) return reply.putAll(messages);
  await reply.putAll(messages.map(withoutPicture));
  const uploaded = deps.upload(picture);
  await showPicture(uploaded, (file) => reply.alter(at + 1, messages.length, withFile(pictured, file)), deps);
}
