/** Other servers of Discord's kind leave out what the documentation calls optional, and some of what it does not. */
import { expect, test } from 'vitest';
import type { Json } from '../../support/discord/discord-model.ts';
import { started } from '../../support/discord/keeping-bot.ts';

const QUESTION = 'Qui a attaqué le ministère de Valdoria ?';
const LAST = 'L’intrusion aurait commencé en 2022.';
const OPTIONAL = [
  'channel',
  'context',
  'authorizing_integration_owners',
  'entitlements',
  'app_permissions',
  'locale',
  'guild_locale',
  'guild',
  'application_id',
  'attachment_size_limit',
  'version',
];

/** A running bot whose gateway leaves parts of an event out. */
async function without(
  event: string,
  parts: readonly string[],
  change: (data: Json) => void = () => undefined,
) {
  const world = await started();
  const { world: discord } = world.server;
  const { dispatch } = discord;
  discord.dispatch = (sent) =>
    dispatch({
      ...sent,
      data: (...to) => {
        const data = structuredClone(sent.data(...to)) as Json;
        if (sent.t !== event) return data;
        for (const part of parts) delete data[part];
        change(data);
        return data;
      },
    });
  return world;
}

test.each([...OPTIONAL.map((part) => [part]), OPTIONAL])('a command without %s', async (...parts) => {
  const { server, channel, ana, settled } = await without('INTERACTION_CREATE', parts);
  const open = server.slash({ name: 'ask', channel, user: ana, options: { question: QUESTION } });
  const direct = server.slash({ name: 'ask', user: ana, options: { question: QUESTION } });
  await settled(2);
  expect(server.response(open)?.content).toContain(LAST);
  expect(server.response(direct)?.content).toContain(LAST);
});

test.each([['context'], ['context', 'channel'], OPTIONAL])(
  'what is for one person stays so among people, without %s',
  async (...parts) => {
    const { server, ana, mod, settled } = await without('INTERACTION_CREATE', parts);
    const group = server.addGroupDm([ana, mod]);
    const options = { question: QUESTION, private: true };
    const asked = server.slash({ name: 'ask', channel: group, user: ana, options });
    await settled();
    expect(server.response(asked)?.ephemeralFor).toBe(ana.id);
  },
);

test('who manages a server is looked up where the command does not tell', async () => {
  const forget = ({ member }: Json) => void delete (member as Json | undefined)?.permissions;
  const { server, channel, ana, mod, settled } = await without('INTERACTION_CREATE', [], forget);
  const input = { name: 'casebook', subcommand: 'settings', channel, options: { threads: false } };
  const refused = server.slash({ ...input, user: ana });
  await settled();
  const taken = server.slash({ ...input, user: mod });
  await settled(2);
  expect(server.response(refused)?.content).toContain('Seules les personnes qui administrent');
  expect(server.response(taken)?.content).toContain('Saved for this channel');
});

test('direct messages that do not tell what kind of channel and message they are', async () => {
  const { server, ana, settled } = await without('MESSAGE_CREATE', ['channel_type', 'type']);
  const question = server.say({ user: ana, content: QUESTION });
  await settled();
  expect(server.messages({ id: question.channelId }).at(-1)?.content).toContain(LAST);
});

test('a gateway whose address has parameters already is reached, and resumed', async () => {
  const { server, channel, ana, settled } = await started({ gatewayPath: '/?v=10&encoding=json' });
  server.gateway.cut();
  await server.until(() => server.gateway.handshakes.some(({ kind }) => kind === 'resume'));
  const asked = server.slash({ name: 'ask', channel, user: ana, options: { question: QUESTION } });
  await settled();
  expect(server.response(asked)?.content).toContain(LAST);
});
