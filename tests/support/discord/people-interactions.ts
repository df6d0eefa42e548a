/** What people do with the app: slash and context-menu commands, buttons, menus, forms and autocomplete. */

import { directChannel } from './channels.ts';
import { type Channel, type Interaction, idOf, type Json, type Ref, type User } from './discord-model.ts';
import { fillOptions, findCommand } from './fill-command.ts';
import { INTENTS } from './intents.ts';
import { startInteraction } from './start-interaction.ts';
import { messageWire } from './wire-message.ts';
import type { World } from './world.ts';

export interface Place {
  user: Ref;
  /** Absent: the direct messages with the bot. */
  channel?: Ref;
  locale?: string;
  /** Where the app is installed: `{0: guildId}`, `{1: userId}` or both; worked out unless told. */
  owners?: Record<string, string>;
}

export interface SlashInput extends Place {
  name: string;
  subcommand?: string;
  options?: Record<string, string | number | boolean>;
}

export interface PeopleInteractions {
  /** @throws Error if no such command is registered, or the person could not send it like that */
  slash: (input: SlashInput) => Interaction;
  /** Types into an option; the interaction's callback holds the choices. */
  typeInto: (input: SlashInput & { option: string; typed: string }) => Interaction;
  /** A context-menu command on a message. */
  messageCommand: (input: Place & { name: string; message: Ref }) => Interaction;
  /** Presses a button. @throws Error if it is not there, or disabled */
  press: (message: Ref, customId: string, user: Ref) => Interaction;
  /** Picks from a menu. */
  select: (message: Ref, customId: string, values: readonly string[], user: Ref) => Interaction;
  /** Fills the form that an interaction was answered with, by the inputs' custom ids. */
  submitModal: (interaction: Interaction, values: Record<string, string>) => Interaction;
}

export function createPeopleInteractions(world: World): PeopleInteractions {
  const user = (ref: Ref): User => {
    const found = world.users.get(idOf(ref));
    if (!found) throw new Error(`no user ${idOf(ref)}`);
    return found;
  };
  const place = (input: Place): { user: User; channel: Channel } => {
    const who = user(input.user);
    if (input.channel === undefined) return { user: who, channel: directChannel(world, who.id) };
    const channel = world.channels.get(idOf(input.channel));
    if (!channel) throw new Error(`no channel ${idOf(input.channel)}`);
    const guild = world.guilds.get(channel.guildId ?? '');
    if (guild && !guild.members.has(who.id)) throw new Error(`${who.username} is not in ${guild.name}`);
    return { user: who, channel };
  };

  const command = (input: SlashInput, type: number, typed?: { option: string; text: string }) => {
    const here = place(input);
    const found = findCommand(world, { ...here, name: input.name, type: 1 });
    const options = fillOptions(found, input, typed);
    return startInteraction(world, {
      ...here,
      type,
      commandName: found.name,
      locale: input.locale,
      owners: input.owners,
      data: commandData(found, here.channel, options.length > 0 ? { options } : {}),
    });
  };

  const component = (ref: Ref, customId: string, who: Ref, values?: readonly string[]): Interaction => {
    const message = world.messages.get(idOf(ref));
    const channel = world.channels.get(message?.channelId ?? '');
    if (!message || message.deleted || !channel) throw new Error(`no message ${idOf(ref)}`);
    const clicker = user(who);
    const hidden = message.ephemeralFor !== undefined && message.ephemeralFor !== clicker.id;
    if (hidden) throw new Error(`${clicker.username} does not see this message`);
    const found = findComponent(message.components, customId);
    if (!found) throw new Error(`no component ${customId} on the message`);
    if (found.disabled === true) throw new Error(`${customId} is disabled`);
    const type = Number(found.type);
    if ((type === 2) !== (values === undefined)) throw new Error(`${customId} is of type ${type}`);
    if (type === 3 && values) checkValues(found, values);
    return startInteraction(world, {
      type: 3,
      user: clicker,
      channel,
      source: message,
      data: {
        id: found.id,
        custom_id: customId,
        component_type: type,
        ...(values ? { values } : {}),
      },
      owners: world.interactions.get(message.interactionId ?? '')?.owners,
    });
  };

  return {
    slash: (input) => command(input, 2),
    typeInto: ({ option, typed, ...input }) => command(input, 4, { option, text: typed }),
    messageCommand: (input) => {
      const here = place(input);
      const target = world.messages.get(idOf(input.message));
      if (!target || target.deleted) throw new Error(`no message ${idOf(input.message)}`);
      const found = findCommand(world, { ...here, name: input.name, type: 3 });
      const resolved = { messages: { [target.id]: messageWire(world, target, INTENTS.messageContent) } };
      return startInteraction(world, {
        ...here,
        type: 2,
        commandName: found.name,
        locale: input.locale,
        owners: input.owners,
        data: commandData(found, here.channel, { target_id: target.id, resolved }),
      });
    },
    press: (message, customId, who) => component(message, customId, who),
    select: (message, customId, values, who) => component(message, customId, who, values),
    submitModal: (interaction, values) => {
      const form = interaction.callback?.type === 9 ? interaction.callback.data : undefined;
      const channel = world.channels.get(interaction.channelId);
      if (!form || !channel) throw new Error('the interaction was not answered with a form');
      return startInteraction(world, {
        type: 5,
        user: user(interaction.userId),
        channel,
        source: world.messages.get(interaction.sourceId ?? ''),
        owners: interaction.owners,
        data: { custom_id: form.custom_id, components: filledForm(form.components, values) },
      });
    },
  };
}

function commandData(command: Json, channel: Channel, more: Json): Json {
  const ofGuild = command.guild_id === undefined ? {} : { guild_id: channel.guildId };
  return { id: command.id, name: command.name, type: command.type, ...ofGuild, ...more };
}

function findComponent(components: readonly Json[], customId: string): Json | undefined {
  for (const each of components) {
    if (each.custom_id === customId) return each;
    const inner = [each.components, each.accessory, each.component].flat().filter(Boolean) as Json[];
    const found = findComponent(inner, customId);
    if (found) return found;
  }
  return undefined;
}

function checkValues(menu: Json, values: readonly string[]): void {
  const offered = new Set(((menu.options ?? []) as Json[]).map((each) => each.value));
  const unknown = values.find((each) => !offered.has(each));
  if (unknown !== undefined) throw new Error(`the menu does not offer ${unknown}`);
  const [least, most] = [Number(menu.min_values ?? 1), Number(menu.max_values ?? 1)];
  if (values.length < least || values.length > most) throw new Error(`pick ${least} to ${most}`);
}

/** The form as it comes back: each input with its value, in its row or label. */
function filledForm(components: unknown, values: Record<string, string>): Json[] {
  let next = 1;
  const fill = (each: Json): Json => {
    const id = next++;
    if (Array.isArray(each.components)) return { type: each.type, id, components: each.components.map(fill) };
    if (each.component) return { type: each.type, id, component: fill(each.component as Json) };
    const value = values[String(each.custom_id)] ?? String(each.value ?? '');
    const longest = Number(each.max_length ?? 4000);
    if (value.length > longest) throw new Error(`${each.custom_id} takes ${longest} characters`);
    if (each.required !== false && value === '') throw new Error(`${each.custom_id} must be filled`);
    return { type: each.type, id, custom_id: each.custom_id, value };
  };
  return Array.isArray(components) ? components.map(fill) : [];
}
