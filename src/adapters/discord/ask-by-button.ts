/** Buttons that ask something in the name of who presses them: a suggested question, another view of a case. */
import type { ButtonInteraction, StringSelectMenuInteraction } from 'discord.js';
import type { IncomingMessage, Place } from '../../core/chat.ts';
import { DEFAULT_CHAT_SETTINGS } from '../../core/chat-settings.ts';
import { repliesPrivately } from '../../core/reply-privacy.ts';
import { frameOf, originOf } from './parse-interaction.ts';
import { EPHEMERAL } from './payload.ts';
import { BEFORE_DEFER } from './receive-command.ts';
import type { ReceiveDeps } from './receive-deps.ts';
import type { PressedButton, PressedView } from './render/custom-ids.ts';
import { within } from './within.ts';

export type Pressed = ButtonInteraction | StringSelectMenuInteraction;
type Where = Place & { readonly threadId: string };
type Asked = Pick<IncomingMessage, 'text' | 'command'>;

/** @returns false when the answer with the question is no longer kept: then an aside is announced in its place. */
export async function askSuggestion(
  interaction: Pressed,
  pressed: PressedButton,
  place: Where,
  deps: ReceiveDeps,
): Promise<boolean> {
  let question: string | undefined;
  const receivedAt = deps.now();
  const deferred = await deps.acknowledging.defer(interaction, async () => {
    const answer = await within(
      deps.desk.recall(pressed.answerId, keptAt(pressed, place)),
      BEFORE_DEFER,
      null,
    );
    question = answer?.suggestions[pressed.index ?? 0];
    return isAside(interaction) || question === undefined;
  });
  if (deferred === null) return true;
  if (question === undefined) return false;
  await take(interaction, place, { text: question, command: null }, { ...deferred, receivedAt }, deps);
  return true;
}

/** Where the answer is kept that a button belongs to: an answer may have gone to a person instead of its channel. */
export function keptAt({ guildId }: PressedButton, place: Place): Place {
  return guildId === undefined ? place : { ...place, workspaceId: guildId };
}

/** A view is what its command shows, to whom its command shows it. */
export async function askView(
  interaction: Pressed,
  { view, caseId }: PressedView,
  place: Where,
  deps: ReceiveDeps,
): Promise<void> {
  const asked = { text: caseId, command: view };
  const receivedAt = deps.now();
  const deferred = await deps.acknowledging.defer(interaction, async () => {
    if (isAside(interaction)) return true;
    const settings = await within(deps.desk.settings(place), BEFORE_DEFER, DEFAULT_CHAT_SETTINGS);
    return repliesPrivately({ ...frameOf(interaction, place), ...asked }, settings);
  });
  if (deferred !== null) await take(interaction, place, asked, { ...deferred, receivedAt }, deps);
}

/** Under an answer that one person sees, the next one is for her alone, too. */
function isAside(interaction: Pressed): boolean {
  return (interaction.message.flags.bitfield & EPHEMERAL) !== 0;
}

async function take(
  interaction: Pressed,
  place: Where,
  asked: Asked,
  deferred: { readonly ephemeral: boolean; readonly receivedAt: number },
  { desk }: ReceiveDeps,
): Promise<void> {
  const { done } = await desk.take({
    ...frameOf(interaction, place),
    ...asked,
    ...(deferred.ephemeral ? { private: true } : {}),
    origin: originOf(interaction, deferred),
  });
  await done;
}
