/** The rules for registering commands, asked directly and through discord.js. */
import { expect, test } from 'vitest';
import { discordForTest, readyClient } from './client-kit.ts';
import { commandProblems } from './command-rules.ts';

const good = { name: 'ask', description: 'Ask' };
const option = { name: 'text', description: 'Text', type: 3 };

test.each([
  ['a capital in a name', { ...good, name: 'Ask' }],
  ['a space in a name', { ...good, name: 'ask me' }],
  ['no description', { name: 'ask' }],
  ['a long description', { ...good, description: 'x'.repeat(101) }],
  ['a language that is none', { ...good, name_localizations: { zh: '提问' } }],
  ['a bad localised name', { ...good, name_localizations: { fr: 'Poser une question' } }],
  [
    '26 options',
    { ...good, options: Array.from({ length: 26 }, (_, at) => ({ ...option, name: `o${at}` })) },
  ],
  ['the same option twice', { ...good, options: [option, option] }],
  ['a required option last', { ...good, options: [option, { ...option, name: 'b', required: true }] }],
  [
    'a choice that is too long',
    { ...good, options: [{ ...option, choices: [{ name: 'x'.repeat(101), value: 'x' }] }] },
  ],
  [
    'choices and autocomplete',
    { ...good, options: [{ ...option, autocomplete: true, choices: [{ name: 'x', value: 'x' }] }] },
  ],
  ['a menu command with a description', { name: 'Ask', type: 3, description: 'x' }],
  ['a context that is none', { ...good, contexts: [3] }],
])('%s is refused', (_, command) => {
  expect(commandProblems(command, false)).not.toEqual([]);
});

test('commands that keep to the rules are taken, and keep their ids when they are set again', async () => {
  const { server, guild } = await discordForTest();
  const client = await readyClient(server);
  const menu = { name: 'Ask about this', type: 3 as const };
  const set = () => client.application.commands.set([{ ...good, options: [option] as never }, menu]);
  const first = await set();
  expect(first.size).toBe(2);
  expect([...(await set()).keys()]).toEqual([...first.keys()]);
  await client.application.commands.set([good], guild.id);
  expect(server.commands(guild).map((each) => each.name)).toEqual(['ask']);
  expect(server.commands().map((each) => each.name)).toEqual(['ask', 'Ask about this']);
  await expect(client.application.commands.set([{ ...good, name: 'Ask' }])).rejects.toMatchObject({
    code: 50035,
    rawError: { errors: { 0: { name: expect.anything() } } },
  });
});
