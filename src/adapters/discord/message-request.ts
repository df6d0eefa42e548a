/** A message as it goes over the wire: the body, and the file beside it. */
import { tookTooLong } from './api-errors.ts';
import { type PayloadOptions, payload } from './payload.ts';
import type { DiscordMessage } from './render/discord-message.ts';
import { withoutPictures } from './render/report-picture.ts';

/** @param before what the last try failed of: a picture that took too long does not keep the words waiting again. */
export function messageRequest(message: DiscordMessage, options: PayloadOptions = {}, before?: unknown) {
  const [words] = tookTooLong(before) ? withoutPictures([message]) : [];
  if (words === undefined || words === message)
    return { body: payload(message, options), ...filesOf(message) };
  // Perhaps the last try was taken after all: no picture is left over then.
  return { body: { ...payload(words, options), attachments: [] } };
}

function filesOf({ file }: DiscordMessage) {
  if (file === undefined) return {};
  const { name, contentType, bytes } = file;
  return {
    files: [{ name, contentType, data: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength) }],
  };
}
