/** Reports with a picture: shown in their own message, left out where the place does not take it, and never doubled. */
// Slack runs in the same process: its HTTP client must not get in the way of Discord's files.
import '@slack/bolt';
import { expect, test } from 'vitest';
import { caseBookOf } from '../../support/case-book-kit.ts';
import type { Interaction, Message } from '../../support/discord/discord-model.ts';
import { place, started } from '../../support/discord/keeping-bot.ts';
import { PERMISSIONS } from '../../support/discord/permissions.ts';
import { SAMPLE_CASE } from '../../support/report-kit.ts';
import { SAMPLE_PICTURE, SAMPLE_PICTURES } from '../../support/sample-picture.ts';

const EDIT = 'PATCH /webhooks/:app/:token/messages/:id';
const CASE = SAMPLE_CASE.record.id;

type World = Awaited<ReturnType<typeof started>>;

async function withPictures(): Promise<World> {
  const world = await started({}, { deps: { cases: caseBookOf([SAMPLE_CASE]), pictures: SAMPLE_PICTURES } });
  await world.store.settings.write(place(world.guild.id, world.channel.id), 'channel', { threads: false });
  return world;
}

async function timeline(world: World, options: Record<string, string | boolean> = {}): Promise<Message> {
  const { server, channel, ana, settled } = world;
  const input = { name: 'timeline', channel, user: ana, options: { case: CASE, ...options } };
  const asked: Interaction = server.slash(input);
  await settled();
  expect(server.responses(asked)).toHaveLength(1);
  return server.response(asked) ?? expect.fail('there is no answer');
}

async function mention(world: World): Promise<readonly Message[]> {
  const { server, channel, ana, settled } = world;
  server.say({ channel, user: ana, content: `/timeline ${CASE}`, mentionsBot: true });
  await settled();
  return world.written(channel);
}

const PICTURED = [
  { filename: 'timeline.png', description: SAMPLE_PICTURE.alt, size: SAMPLE_PICTURE.png.byteLength },
];
const pictures = ({ embeds }: Message) => embeds.filter(({ image }) => image !== undefined);
const said = ({ content, embeds }: Message) => [
  content,
  ...embeds.flatMap(({ description = [] }) => description),
];

test('the picture stands above the cards of the report, with its description', async () => {
  const message = await timeline(await withPictures());
  expect(message.attachments).toMatchObject(PICTURED);
  expect(message.embeds[0]).toMatchObject({ image: { url: 'attachment://timeline.png' } });
  expect(message.embeds.length).toBeGreaterThan(1);
});

test('a report in a channel has it too, and nobody is called by its description', async () => {
  const [message, ...others] = await mention(await withPictures());
  expect(others).toEqual([]);
  expect(message).toMatchObject({ attachments: PICTURED, mentions: [], mentionEveryone: false });
});

test('what one person sees alone has its picture there alone', async () => {
  const world = await withPictures();
  const message = await timeline(world, { private: true });
  expect(message).toMatchObject({ ephemeralFor: world.ana.id, attachments: PICTURED });
  expect(world.written(world.channel)).toEqual([]);
});

for (const [what, denied] of [
  ['files', PERMISSIONS.attachFiles],
  ['embeds', PERMISSIONS.embedLinks],
] as const)
  test(`where no ${what} may be sent, the report comes once, whole, without its picture`, async () => {
    const whole = await mention(await withPictures());
    const world = await withPictures();
    world.server.restrictBot(world.channel, { deny: denied });
    const written = await mention(world);
    expect(written.flatMap(pictures)).toEqual([]);
    expect(written.flatMap(({ attachments }) => attachments)).toEqual([]);
    const squash = (messages: readonly Message[]) => messages.flatMap(said).join('').replace(/\s/g, '');
    expect(squash(written)).toBe(squash(whole));
  });

for (const failure of [
  { status: 413, code: 40005 },
  { status: 403, code: 50013 },
])
  test(`a picture that Discord does not take (${failure.code}) costs the answer to a command nothing else`, async () => {
    const world = await withPictures();
    world.server.fail(EDIT, failure);
    const message = await timeline(world);
    expect(message.attachments).toEqual([]);
    expect(pictures(message)).toEqual([]);
    expect(message.content).toContain(SAMPLE_CASE.record.title.fr);
  });

test('an answer that was lost on the wire doubles neither report nor picture', async () => {
  const world = await withPictures();
  world.server.dropAfter('POST /channels/:id/messages', 2);
  const written = await mention(world);
  expect(written).toHaveLength(1);
  expect(written[0]?.attachments).toHaveLength(1);
});
