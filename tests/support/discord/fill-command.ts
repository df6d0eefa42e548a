/** Finds a registered command as a person would, and fills its options; throws where the client would not let them. */

import type { Channel, Command, Json, User } from './discord-model.ts';
import { permissionsIn } from './permissions.ts';
import { contextOf } from './start-interaction.ts';
import type { World } from './world.ts';

/** A command of the guild or a global one, as far as this person sees it in this place. */
export function findCommand(
  world: World,
  input: { name: string; type: number; user: User; channel: Channel },
): Command {
  const { channel, name, type } = input;
  const scopes = [world.commands.get(channel.guildId ?? '') ?? [], world.commands.get('global') ?? []];
  const found = scopes.flat().find((each) => each.name === name && each.type === type);
  if (!found) throw new Error(`no command ${name} is registered here`);
  const contexts = found.contexts as number[] | null | undefined;
  if (contexts && !contexts.includes(contextOf(channel))) throw new Error(`${name} is not offered here`);
  const needed = found.default_member_permissions;
  if (channel.guildId !== undefined && typeof needed === 'string') {
    const bits = BigInt(needed);
    const own = permissionsIn(world, channel, input.user.id);
    if ((own & bits) !== bits) throw new Error(`${input.user.username} may not use ${name}`);
  }
  return found;
}

/** The options as Discord sends them; with `typed`, the focused one as text and nothing demanded. */
export function fillOptions(
  command: Command,
  input: { subcommand?: string; options?: Record<string, string | number | boolean> },
  typed?: { option: string; text: string },
): Json[] {
  const top = (command.options ?? []) as Json[];
  if (input.subcommand === undefined) return fill(command.name, top, input.options ?? {}, typed);
  const sub = top.find((each) => each.name === input.subcommand && each.type === 1);
  if (!sub) throw new Error(`${command.name} has no ${input.subcommand}`);
  const options = fill(String(sub.name), (sub.options ?? []) as Json[], input.options ?? {}, typed);
  return [{ name: sub.name, type: 1, options }];
}

function fill(
  name: string,
  defined: readonly Json[],
  given: Record<string, string | number | boolean>,
  typed: { option: string; text: string } | undefined,
): Json[] {
  if (defined.some((each) => each.type === 1)) throw new Error(`${name} needs a subcommand`);
  const unknown = Object.keys(given).find((each) => !defined.some((option) => option.name === each));
  if (unknown !== undefined) throw new Error(`${name} has no option ${unknown}`);
  return defined.flatMap((option) => {
    if (typed && option.name === typed.option) {
      if (option.autocomplete !== true) throw new Error(`${typed.option} does not complete what is typed`);
      return [{ name: option.name, type: option.type, value: typed.text, focused: true }];
    }
    const value = given[String(option.name)];
    if (value === undefined) {
      if (option.required === true && !typed) throw new Error(`${name} needs ${option.name}`);
      return [];
    }
    checkValue(option, value);
    return [{ name: option.name, type: option.type, value }];
  });
}

const TYPE_OF: Record<number, string> = { 3: 'string', 4: 'number', 5: 'boolean', 10: 'number' };

function checkValue(option: Json, value: string | number | boolean): void {
  const wanted = TYPE_OF[Number(option.type)] ?? 'string';
  if (typeof value !== wanted) throw new Error(`${option.name} is a ${wanted}`);
  const choices = (option.choices ?? []) as Json[];
  const offered = choices.length === 0 || choices.some((each) => each.value === value);
  if (!offered) throw new Error(`${option.name} does not offer ${value}`);
  if (typeof value !== 'string') return;
  const [least, most] = [Number(option.min_length ?? 0), Number(option.max_length ?? 6000)];
  if (value.length < least || value.length > most)
    throw new Error(`${option.name} takes ${least} to ${most}`);
}
