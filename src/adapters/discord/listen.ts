/** Listens to discord.js's client and survives whatever it says. */
import type { Client, Interaction, Message } from 'discord.js';
import { isTransient, refusesThePlace, tokenIsOver } from './api-errors.ts';
import type { PressDeps } from './press-button.ts';
import { receiveInteraction, receiveMessage } from './receive.ts';
import type { UnderWay } from './under-way.ts';

export type ListenDeps = Omit<PressDeps, 'botId'> & { readonly underWay: UnderWay };

/** @returns stops listening. */
export function listen(client: Client, deps: ListenDeps): () => void {
  const { log, refused, underWay } = deps;
  const withBot = () => ({ ...deps, botId: client.user?.id ?? '' });

  function handle(work: Promise<void>, id: string): void {
    underWay.track(work).catch((error: unknown) => {
      const described = error instanceof Error ? (error.stack ?? error.message) : String(error);
      // Tokens run out, permissions are taken away, networks break: no defects of ours.
      const foreseen = tokenIsOver(error) || refusesThePlace(error) || isTransient(error);
      log[foreseen ? 'warn' : 'error']({ id, error: described }, 'handling something from Discord failed');
    });
  }

  const onInteraction = (interaction: Interaction) =>
    handle(receiveInteraction(interaction, withBot()), interaction.id);
  const onMessage = (message: Message) => handle(receiveMessage(message, withBot()), message.id);
  const onChannel = ({ id }: { readonly id: string }) => refused.forget(id);
  const onRole = () => refused.forget();
  client.on('interactionCreate', onInteraction);
  client.on('messageCreate', onMessage);
  client.on('channelUpdate', onChannel);
  client.on('threadUpdate', onChannel);
  client.on('roleUpdate', onRole);
  return () => {
    client.off('interactionCreate', onInteraction);
    client.off('messageCreate', onMessage);
    client.off('channelUpdate', onChannel);
    client.off('threadUpdate', onChannel);
    client.off('roleUpdate', onRole);
  };
}
