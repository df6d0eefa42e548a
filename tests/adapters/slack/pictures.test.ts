/** Reports with a picture: words first, the picture when Slack has it, shown to those who see the words alone. */
import { expect, it } from 'vitest';
import { showPicture } from '../../../src/adapters/slack/show-picture.ts';
import type { SlackCall } from '../../../src/adapters/slack/slack-call.ts';
import { SlackTrouble } from '../../../src/adapters/slack/slack-trouble.ts';
import { createUploadPicture } from '../../../src/adapters/slack/upload-picture.ts';
import { caseBookOf } from '../../support/case-book-kit.ts';
import { SAMPLE_CASE } from '../../support/report-kit.ts';
import { SAMPLE_PICTURE, SAMPLE_PICTURES } from '../../support/sample-picture.ts';
import { partOf, seen } from '../../support/slack/casebook-kit.ts';
import { type InSlack, type InSlackOptions, inSlack } from '../../support/slack/in-slack.ts';
import type { SlackMessage } from '../../support/slack/slack-message.ts';
import { ALICE, BOT, ELSEWHERE, GENERAL } from '../../support/slack/workspace.ts';

const TITLE = SAMPLE_CASE.record.title.fr;
const SCOPES = ['app_mentions:read', 'chat:write', 'channels:history', 'commands', 'users:read'];

const withPictures = (options: InSlackOptions = {}): Promise<InSlack> =>
  inSlack({ ...options, bot: { cases: caseBookOf([SAMPLE_CASE]), pictures: SAMPLE_PICTURES } });

const images = (messages: readonly SlackMessage[]) =>
  messages.flatMap(({ blocks = [] }) => blocks.filter(({ type }) => type === 'image'));
const files = ({ server }: InSlack) => [...server.state.files.values()];
const own = ({ server }: InSlack, channel: string) =>
  server.messages(channel).filter(({ user }) => user === BOT);
const ask = ({ server }: InSlack, text: string, channel = GENERAL) =>
  server.command({ command: '/timeline', text: `2025-lac-gris --language fr ${text}`, user: ALICE, channel });
const logged = ({ casebook }: InSlack) =>
  casebook.lines.filter(({ level, message }) => level !== 'info' && /picture|scope/.test(message));

it('shows it in the message of the report, below the title, as a file that is shared nowhere else', async () => {
  const slack = await withPictures();
  await ask(slack, '');
  const shown = await slack.server.until(() => images(own(slack, GENERAL))[0]);
  const [file] = files(slack);
  expect(shown).toMatchObject({ slack_file: { id: file?.id }, alt_text: SAMPLE_PICTURE.alt });
  expect(file).toMatchObject({ name: 'timeline.png', alt: SAMPLE_PICTURE.alt, sharedIn: [] });
  expect(Buffer.from(file?.bytes ?? [])).toEqual(Buffer.from(SAMPLE_PICTURE.png));
  const [message, ...others] = own(slack, GENERAL);
  expect(others).toEqual([]);
  expect(partOf(message)?.of).toBe(1);
  // The quotation of the command stands above it.
  expect(message?.blocks?.map(({ type }) => type).slice(0, 3)).toEqual(['rich_text', 'header', 'image']);
  expect(message).toMatchObject({ unfurl_links: false, unfurl_media: false });
  expect(logged(slack)).toEqual([]);
});

it('does not keep the words waiting', async () => {
  const slack = await withPictures();
  const slow = Promise.withResolvers<void>();
  slack.server.faults.delay('upload_url', slow.promise);
  const question = slack.mention('/timeline --language fr 2025-lac-gris');
  expect(await slack.answerTo(question)).toContain(TITLE);
  expect(images(slack.server.thread(GENERAL, question.ts))).toEqual([]);
  slow.resolve();
  await slack.server.until(() => images(slack.server.thread(GENERAL, question.ts)).length > 0);
  expect(slack.count(GENERAL, question.ts)).toBe(1);
});

it('shows it to the asker alone where the report is for the asker alone', async () => {
  const slack = await withPictures();
  await ask(slack, '--private');
  const shown = await slack.server.until(() => {
    const told = slack.server.ephemerals(ALICE);
    return images(told).length > 0 && told;
  });
  expect(seen(shown).text).toContain(TITLE);
  expect(own(slack, GENERAL)).toEqual([]);
  expect(files(slack)[0]?.sharedIn).toEqual([]);
});

it('shows it where the app is no member, as the report itself', async () => {
  const slack = await withPictures();
  await ask(slack, '', ELSEWHERE);
  await slack.server.until(() => images(own(slack, ELSEWHERE)).length > 0);
  expect(own(slack, ELSEWHERE)).toHaveLength(2);
  expect(seen(own(slack, ELSEWHERE)).text).toContain(TITLE);
});

it('does without where the app was installed without the scope, and says so once', async () => {
  const slack = await withPictures({ server: { scopes: SCOPES } });
  for (const text of ['/timeline --language fr 2025-lac-gris', '/sides --language fr 2025-lac-gris'])
    expect(await slack.answerTo(slack.mention(text))).toContain('lac Gris');
  await slack.settled();
  expect(slack.server.callsOf('files.getUploadURLExternal')).toEqual([]);
  expect(logged(slack)).toHaveLength(1);
});

it('does without where Slack does not take the file, and says so once', async () => {
  for (const broken of ['files.getUploadURLExternal', 'upload_url', 'files.completeUploadExternal']) {
    const slack = await withPictures();
    slack.server.faults.fail(broken, { status: 500, error: 'internal_error' });
    expect(await slack.answerTo(slack.mention('/timeline --language fr 2025-lac-gris'))).toContain(TITLE);
    await slack.settled();
    expect(logged(slack)).toHaveLength(1);
    expect(slack.server.callsOf('chat.update')).toEqual([]);
  }
});

it('gives a picture up that does not come in time', async () => {
  const warned: string[] = [];
  const log = { info: () => {}, warn: (_: object, said: string) => void warned.push(said), error: () => {} };
  const hang = () => new Promise<never>(() => {});
  const call: SlackCall = { once: hang, repeat: hang, say: hang };
  const upload = createUploadPicture({ call, fetch, log, allowed: true, timeout: 20 });
  expect(await upload(SAMPLE_PICTURE)).toBeNull();
  expect(warned).toHaveLength(1);
});

it('tries again while Slack works on the file, and leaves the words alone when that does not end', async () => {
  const warned: string[] = [];
  const log = { info: () => {}, warn: (_: object, said: string) => void warned.push(said), error: () => {} };
  const sleep = async () => {};
  let tries = 0;
  const show = (after: number) => async () => {
    if (++tries <= after) throw new SlackTrouble('chat.update', 'refused', 'invalid_blocks');
  };
  await showPicture(Promise.resolve('F1'), show(2), { sleep, log });
  expect([tries, warned.length]).toEqual([3, 0]);
  tries = 0;
  await showPicture(Promise.resolve('F1'), show(99), { sleep, log });
  expect([tries, warned.length]).toEqual([4, 1]);
});
