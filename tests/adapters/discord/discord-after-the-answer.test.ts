/** What a reader does with an answer on Discord: cites it, says what is wrong in it. */
import { expect, test } from 'vitest';
import { citationText } from '../../../src/core/citation-text.ts';
import type { Interaction, Message } from '../../support/discord/discord-model.ts';
import { started } from '../../support/discord/keeping-bot.ts';
import { ANSWERED, longAnswer } from '../../support/sample-answers.ts';

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';

type World = Awaited<ReturnType<typeof started>>;

async function answered(world: World): Promise<Message> {
  const { server, channel, ana, settled } = world;
  const asked = server.slash({ name: 'ask', channel, user: ana, options: { question: QUESTION } });
  await settled();
  return server.responses(asked).at(-1) ?? expect.fail('there is no answer');
}

/** What is shown to who pressed, or sent a form. */
async function shown({ server }: World, interaction: Interaction): Promise<Message> {
  return server.until(() => server.answers(interaction)[0]);
}

async function report(world: World, answer: Message, id: string, what: string): Promise<Message> {
  const pressed = world.server.press(answer, `error:${id}`, world.ana);
  await world.server.until(() => pressed.callback);
  expect(pressed.callback?.type).toBe(9);
  return shown(world, world.server.submitModal(pressed, { what }));
}

test('a citation is shown to who presses, as text to copy', async () => {
  const world = await started();
  const message = await shown(
    world,
    world.server.press(await answered(world), `cite:${ANSWERED.id}`, world.mod),
  );
  expect(message.ephemeralFor).toBe(world.mod.id);
  expect(message.content).toBe(`\`\`\`\n${citationText(ANSWERED, ANSWERED.lang)}\n\`\`\``);
});

test('a long one is a file', async () => {
  const world = await started({}, { answer: longAnswer() });
  const pressed = world.server.press(await answered(world), `cite:${longAnswer().id}`, world.ana);
  const message = await shown(world, pressed);
  expect(message.attachments).toMatchObject([{ filename: 'citation.txt' }]);
  const file = world.server.calls.findLast(({ files }) => files.length > 0)?.files[0];
  expect(Buffer.from(file?.bytes ?? []).toString()).toBe(citationText(longAnswer(), longAnswer().lang));
});

test('a report of an error is kept, and its sender alone is thanked', async () => {
  const world = await started();
  const thanks = await report(world, await answered(world), ANSWERED.id, '@everyone La date est fausse.');
  expect(thanks).toMatchObject({ ephemeralFor: world.ana.id });
  expect(thanks.content).toContain('signalement est enregistré');
  const errors = await world.store.listErrors({ limit: 10 });
  expect(errors).toMatchObject([{ answerId: ANSWERED.id, report: '@everyone La date est fausse.' }]);
});

test('a report on an answer that is no longer kept is said to be lost', async () => {
  const world = await started();
  const answer = await answered(world);
  await world.store.forgetUser({ platform: 'discord', workspaceId: world.guild.id, userId: world.ana.id });
  expect((await report(world, answer, ANSWERED.id, 'Faux.')).content).toContain('n’a pas été enregistré');
});

test('a form whose opening was lost on the wire is not taken for somebody else’s', async () => {
  const world = await started();
  const answer = await answered(world);
  world.server.dropAfter('POST /interactions/:id/:token/callback');
  expect((await report(world, answer, ANSWERED.id, 'Faux.')).content).toContain('enregistré');
});
