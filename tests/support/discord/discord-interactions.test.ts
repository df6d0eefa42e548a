/** The local Discord against the real discord.js: commands, buttons, menus, forms, and tokens that run out. */
import {
  ActionRowBuilder,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  type Client,
  Events,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  SlashCommandBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { expect, test } from 'vitest';
import { discordForTest, readyClient } from './client-kit.ts';
import type { DiscordServerOptions } from './discord-server.ts';
import { PERMISSIONS } from './permissions.ts';

const ask = new SlashCommandBuilder()
  .setName('ask')
  .setDescription('Ask a question')
  .setNameLocalizations({ fr: 'demander', 'zh-CN': '提问' })
  .addStringOption((option) =>
    option.setName('question').setDescription('What to ask').setRequired(true).setAutocomplete(true),
  )
  .addBooleanOption((option) => option.setName('private').setDescription('Only I see the answer'));

/** A ready client whose interactions `handle` answers; what it throws is collected. */
async function answering(
  handle: (interaction: Interaction, client: Client) => Promise<unknown>,
  options: DiscordServerOptions = {},
) {
  const kit = await discordForTest(options);
  const client = await readyClient(kit.server);
  const errors: { code?: unknown }[] = [];
  await client.application.commands.set([
    ask.toJSON(),
    { name: 'Ask about this', type: ApplicationCommandType.Message },
  ]);
  client.on(Events.InteractionCreate, (interaction) => {
    handle(interaction, client).catch((error: { code?: unknown }) => errors.push(error));
  });
  return { ...kit, client, errors };
}

const isAsk = (interaction: Interaction): interaction is ChatInputCommandInteraction =>
  interaction.isChatInputCommand() && interaction.commandName === 'ask';

test('a deferred answer is edited and followed up', async () => {
  const { server, user, channel, errors } = await answering(async (interaction) => {
    if (!isAsk(interaction)) return;
    expect(interaction.memberPermissions?.has('SendMessages')).toBe(true);
    expect(interaction.inCachedGuild()).toBe(true);
    const deferred = await interaction.deferReply({ withResponse: true });
    expect(deferred.resource?.message?.flags.has(MessageFlags.Loading)).toBe(true);
    await interaction.editReply(`about ${interaction.options.getString('question')}`);
    await interaction.followUp({ content: 'more', flags: MessageFlags.Ephemeral });
  });
  const interaction = server.slash({ name: 'ask', options: { question: 'x' }, user, channel, locale: 'fr' });
  const [followUp] = await server.until(() => server.ephemerals().length > 0 && server.ephemerals());
  expect(server.response(interaction)).toMatchObject({ content: 'about x', flags: 0, type: 20 });
  expect(followUp).toMatchObject({ content: 'more', ephemeralFor: user.id });
  expect(server.messages(channel)).toHaveLength(1);
  expect(server.callbacks).toMatchObject([{ type: 5 }]);
  expect(errors).toEqual([]);
});

test('what is typed is completed, and more than 25 choices are refused', async () => {
  let count = 3;
  const { server, user, channel, errors } = await answering(async (interaction) => {
    if (!interaction.isAutocomplete()) return;
    const typed = interaction.options.getFocused();
    await interaction.respond(
      Array.from({ length: count }, (_, at) => ({ name: `${typed}${at}`, value: 'v' })),
    );
  });
  const input = { name: 'ask', user, channel, option: 'question', typed: 'tv' };
  expect(await server.autocomplete(input)).toHaveLength(3);
  count = 26;
  server.typeInto(input);
  await server.until(() => errors.length > 0);
  expect(errors[0]?.code).toBe(50035);
});

test('a button opens a form, a menu changes its message, and the form is answered', async () => {
  const { server, user, errors } = await answering(async (interaction) => {
    if (isAsk(interaction)) {
      const button = new ButtonBuilder().setCustomId('open').setLabel('Open').setStyle(ButtonStyle.Primary);
      const menu = new StringSelectMenuBuilder().setCustomId('pick').addOptions(['a', 'b'].map(asOption));
      const rows = [
        new ActionRowBuilder<ButtonBuilder>().addComponents(button),
        new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu),
      ];
      await interaction.reply({ content: 'choose', components: rows });
    } else if (interaction.isButton()) {
      const input = new TextInputBuilder().setCustomId('why').setStyle(TextInputStyle.Short);
      const label = new LabelBuilder().setLabel('Why').setTextInputComponent(input);
      const form = new ModalBuilder().setCustomId('form').setTitle('Form').addLabelComponents(label);
      await interaction.showModal(form);
    } else if (interaction.isStringSelectMenu()) {
      await interaction.deferUpdate();
      await interaction.editReply({ content: `picked ${interaction.values[0]}`, components: [] });
    } else if (interaction.isModalSubmit()) {
      await interaction.reply(`because ${interaction.fields.getTextInputValue('why')}`);
    }
  });
  const asked = server.slash({ name: 'ask', options: { question: 'x' }, user });
  const answer = await server.until(() => server.response(asked));
  const opened = server.press(answer, 'open', user);
  await server.until(() => opened.callback);
  const submitted = server.submitModal(opened, { why: 'of rain' });
  expect((await server.until(() => server.response(submitted))).content).toBe('because of rain');
  server.select(answer, 'pick', ['b'], user);
  await server.until(() => answer.content === 'picked b');
  expect(() => server.press(answer, 'open', user)).toThrow('no component');
  expect(errors).toEqual([]);
});

const asOption = (value: string) => ({ label: value, value });

test('a context-menu command carries its message, in text, even without the message-content intent', async () => {
  const { server, user, channel, errors } = await answering(async (interaction) => {
    if (!interaction.isMessageContextMenuCommand()) return;
    await interaction.reply(`on: ${interaction.targetMessage.content}`);
  });
  const said = server.say({ channel, user, content: 'they did it' });
  const used = server.messageCommand({ name: 'Ask about this', message: said, user, channel });
  expect((await server.until(() => server.response(used))).content).toBe('on: they did it');
  expect(errors).toEqual([]);
});

test('a late first answer meets 10062, a second one 40060, and a token that ran out 50027', async () => {
  let time = Date.now();
  const wait: Record<string, () => Promise<unknown>> = {};
  const { server, user, channel, errors } = await answering(
    async (interaction) => {
      if (!isAsk(interaction)) return;
      if (interaction.options.getBoolean('private')) time += 3001;
      await interaction.reply('first');
      await interaction.client.rest
        .post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
          body: { type: 5 },
          auth: false,
        })
        .catch((error: { code?: unknown }) => errors.push(error));
      wait.edit = () => interaction.editReply('too late');
    },
    { now: () => time },
  );
  server.slash({ name: 'ask', options: { question: 'x' }, user, channel });
  await server.until(() => wait.edit);
  time += 15 * 60_000 + 1;
  await expect(wait.edit?.()).rejects.toMatchObject({ code: 50027, status: 401 });
  server.slash({ name: 'ask', options: { question: 'x', private: true }, user, channel });
  await server.until(() => errors.length === 2);
  expect(errors.map((each) => each.code)).toEqual([40060, 10062]);
});

test('an app that only the person installed writes five follow-ups', async () => {
  const { server, user, errors } = await answering(async (interaction) => {
    if (!isAsk(interaction)) return;
    await interaction.deferReply();
    await interaction.editReply('answer');
    for (let at = 0; at < 6; at += 1) await interaction.followUp(`${at}`);
  });
  const elsewhere = server.addGuild({ name: 'Elsewhere', withBot: false });
  server.addMember(elsewhere, user);
  const channel = server.addChannel({ guild: elsewhere });
  const interaction = server.slash({ name: 'ask', options: { question: 'x' }, user, channel });
  await server.until(() => errors.length > 0);
  expect(errors[0]?.code).toBe(40094);
  expect(server.responses(interaction)).toHaveLength(6);
});

test('where outside apps are not allowed, only the person sees what their own app answers', async () => {
  const { server, user } = await answering(async (interaction) => {
    if (isAsk(interaction)) await interaction.reply('quietly');
  });
  const elsewhere = server.addGuild({ withBot: false, permissions: PERMISSIONS.viewChannel });
  server.addMember(elsewhere, user);
  const channel = server.addChannel({ guild: elsewhere });
  server.slash({ name: 'ask', options: { question: 'x' }, user, channel });
  const [answer] = await server.until(
    () => server.ephemerals(channel).length > 0 && server.ephemerals(channel),
  );
  expect(answer).toMatchObject({ content: 'quietly', ephemeralFor: user.id });
});

test('the first follow-up to a deferred answer is that answer, as hidden as it was deferred', async () => {
  const { server, user, channel, errors } = await answering(async (interaction) => {
    if (!isAsk(interaction)) return;
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.followUp('the answer');
    await interaction.deleteReply();
    await interaction.editReply('gone');
  });
  const interaction = server.slash({ name: 'ask', options: { question: 'x' }, user, channel });
  await server.until(() => errors.length > 0);
  expect(errors[0]?.code).toBe(10008);
  expect(server.responses(interaction)).toEqual([]);
  expect(server.messages(channel)).toEqual([]);
});
