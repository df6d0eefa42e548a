/** What goes over the wire when a message is sent again. */
import { expect, test } from 'vitest';
import { messageRequest } from '../../../src/adapters/discord/message-request.ts';
import { withPicture } from '../../../src/adapters/discord/render/report-picture.ts';
import { SAMPLE_PICTURE } from '../../support/sample-picture.ts';

const [pictured] = withPicture([{ content: 'a', embeds: [], components: [] }], 0, SAMPLE_PICTURE);
const message = pictured ?? expect.fail();

test('a try that took too long is made again without the picture, and takes one away that was there', () => {
  const late = new DOMException('This operation was aborted', 'AbortError');
  expect(messageRequest(message, {}, late)).toMatchObject({
    body: { content: 'a', embeds: [], attachments: [] },
  });
  expect(messageRequest(message, {}, late)).not.toHaveProperty('files');
});

test('any other trouble costs no picture', () => {
  for (const before of [undefined, new Error('502')])
    expect(messageRequest(message, {}, before).files).toHaveLength(1);
});

test('words alone are sent the same, however long the last try took', () => {
  const { file: _, ...words } = { ...message, embeds: [] };
  const late = new DOMException('This operation was aborted', 'AbortError');
  expect(messageRequest(words, {}, late)).toEqual(messageRequest(words));
});
