/** REST: the first answer to an interaction, once and in time, and what each kind of answer brings about. */
import { invalidForm, refusal } from './api-error.ts';
import {
  type Channel,
  type Interaction,
  type Json,
  MESSAGE_FLAGS,
  type Message,
  type SentFile,
} from './discord-model.ts';
import { checkInteger, checkText } from './limits.ts';
import { may, PERMISSIONS } from './permissions.ts';
import type { Route } from './rest-server.ts';
import { messageWire, restIntents } from './wire-message.ts';
import type { World } from './world.ts';
import { checkMessage, createMessage, editMessage } from './write-message.ts';

/** Interaction type → the callback types it may be answered with. */
const ANSWERS: Record<number, number[]> = { 2: [4, 5, 9], 3: [4, 5, 6, 7, 9], 4: [8], 5: [4, 5, 6, 7] };
/** Autocomplete: so many choices, so long a name or text value. */
const MOST_CHOICES = 25;
const LONGEST_CHOICE = 100;

/** `deadlineMs`: how long Discord waits for the first answer (really 3000). */
export function interactionRoutes(world: World, deadlineMs: number): Route[] {
  return [
    {
      route: 'POST /interactions/:interaction/:token/callback',
      open: true,
      handler: ({ params, query, body, call }) => {
        const interaction = world.interactions.get(params.interaction ?? '');
        if (!interaction || interaction.token !== params.token) throw refusal(10062);
        if (interaction.callback) throw refusal(40060);
        if (world.now() - interaction.createdAt > deadlineMs) throw refusal(10062);
        const type = Number(body.type);
        if (!mayAnswer(interaction, type))
          throw invalidForm(['type: Value is not one this interaction takes']);
        const data = (body.data ?? {}) as Json;
        const message = answer(world, interaction, type, data, call.files);
        interaction.callback = { type, data };
        world.callbacks.push({
          interactionId: interaction.id,
          type,
          ms: performance.now() - interaction.startedAt,
        });
        return query.get('with_response') === 'true' ? callbackWire(world, interaction, message) : undefined;
      },
    },
  ];
}

function mayAnswer(interaction: Interaction, type: number): boolean {
  const fromMessage = interaction.type !== 5 || interaction.sourceId !== undefined;
  return (ANSWERS[interaction.type] ?? []).includes(type) && (fromMessage || (type !== 6 && type !== 7));
}

function answer(
  world: World,
  interaction: Interaction,
  type: number,
  data: Json,
  files: readonly SentFile[],
): Message | undefined {
  if (type === 8) return void checkChoices(data.choices);
  if (type === 9) return void checkModal(data);
  const source = world.messages.get(interaction.sourceId ?? '');
  if (type === 6 || type === 7) {
    if (!source || source.deleted) throw refusal(10008);
    interaction.originalId = source.id;
    return type === 7 ? editMessage(world, source, data, files) : source;
  }
  if (type === 4) checkMessage(data, files);
  const channel = world.channels.get(interaction.channelId);
  if (!channel) throw refusal(10003);
  const message = writeAnswer(world, interaction, channel, { body: data, files, loading: type === 5 });
  interaction.originalId = message.id;
  return message;
}

/** Writes a message in the bot's name for an interaction; ephemeral if its flags say so. */
export function writeAnswer(
  world: World,
  interaction: Interaction,
  channel: Channel,
  input: { body: Json; files: readonly SentFile[]; loading?: boolean },
): Message {
  const asked = (Number(input.body.flags ?? 0) & MESSAGE_FLAGS.ephemeral) !== 0;
  // Where only a person installed the app, others see its answers only if that person may use outside apps there.
  const outside = interaction.userInstallOnly && channel.guildId !== undefined;
  const ephemeral =
    asked || (outside && !may(world, channel, interaction.userId, PERMISSIONS.useExternalApps));
  return createMessage(world, {
    channel,
    author: world.bot,
    body: input.body,
    files: input.files,
    type: answerType(world, interaction),
    interaction,
    ephemeralFor: ephemeral ? interaction.userId : undefined,
    loading: input.loading ?? false,
  });
}

/** 20 for the answer to a slash command, 23 to one from a context menu, 19 to a component, else 0. */
function answerType(world: World, interaction: Interaction): number {
  if (interaction.originalId !== undefined || interaction.type !== 2) return interaction.type === 3 ? 19 : 0;
  const all = [...world.commands.values()].flat();
  return all.find((each) => each.name === interaction.commandName)?.type === 1 ? 20 : 23;
}

function checkChoices(choices: unknown): void {
  if (!Array.isArray(choices)) throw invalidForm(['data.choices: This field is required']);
  const problems: string[] = [];
  if (choices.length > MOST_CHOICES)
    problems.push(`data.choices: Must be ${MOST_CHOICES} or fewer in length.`);
  choices.forEach((choice: Json, at) => {
    const name = String(choice.name ?? '');
    if (name.length < 1 || name.length > LONGEST_CHOICE) {
      problems.push(`data.choices[${at}].name: Must be between 1 and ${LONGEST_CHOICE} in length.`);
    }
    const { value } = choice;
    const wrong = typeof value === 'string' ? value.length > LONGEST_CHOICE : typeof value !== 'number';
    if (wrong) problems.push(`data.choices[${at}].value: Must be ${LONGEST_CHOICE} or fewer in length.`);
  });
  if (problems.length > 0) throw invalidForm(problems);
}

/** By «Component Reference»: a modal holds labels, each with one input; texts in action rows are deprecated there. */
function checkModal(data: Json): void {
  const problems: string[] = [];
  const { title, custom_id: customId, components } = data;
  if (typeof title !== 'string' || title.length < 1 || title.length > 45) {
    problems.push('data.title: Must be between 1 and 45 in length.');
  }
  if (typeof customId !== 'string' || customId.length < 1 || customId.length > 100) {
    problems.push('data.custom_id: Must be between 1 and 100 in length.');
  }
  if (!Array.isArray(components) || components.length < 1 || components.length > 5) {
    problems.push('data.components: Must be between 1 and 5 in length.');
  } else problems.push(...components.flatMap((label: Json, at) => labelProblems(label, `components[${at}]`)));
  if (problems.length > 0) throw invalidForm(problems);
}

function labelProblems(label: Json, path: string): string[] {
  const problems: string[] = [];
  if (label.type !== 18) problems.push(`${path}.type: is no label`);
  checkText(label.label, `${path}.label`, [1, 45], problems);
  checkText(label.description, `${path}.description`, [0, 100], problems);
  const input = (label.component ?? {}) as Json;
  if (input.type !== 4) return [...problems, `${path}.component: is no text input`];
  checkText(input.custom_id, `${path}.component.custom_id`, [1, 100], problems);
  checkText(input.placeholder, `${path}.component.placeholder`, [0, 100], problems);
  checkInteger(input.style, `${path}.component.style`, [1, 2], problems);
  checkInteger(input.max_length, `${path}.component.max_length`, [1, 4000], problems);
  if (input.label !== undefined) problems.push(`${path}.component.label: belongs to the label`);
  return problems;
}

function callbackWire(world: World, interaction: Interaction, message: Message | undefined): Json {
  const type = interaction.callback?.type;
  const loading = message !== undefined && (message.flags & MESSAGE_FLAGS.loading) !== 0;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      channel_id: interaction.channelId,
      ...(interaction.guildId === undefined ? {} : { guild_id: interaction.guildId }),
      ...(message === undefined
        ? {}
        : {
            response_message_id: message.id,
            response_message_loading: loading,
            response_message_ephemeral: message.ephemeralFor !== undefined,
          }),
    },
    resource: {
      type,
      ...(message === undefined ? {} : { message: messageWire(world, message, restIntents(world)) }),
    },
  };
}
