/** Listens to discord.js's client and survives whatever it says. */
import type { Client, Interaction, Message } from 'discord.js';
import { isTransient, refusesThePlace, tokenIsOver } from './api-errors.ts';
import type { DiscordAdapterDeps } from './discord-options.ts';
import { missedMessages } from './missed-messages.ts';
import type { PressDeps } from './press-button.ts';
import { receiveInteraction, receiveMessage } from './receive.ts';
import { createReplyChains } from './reply-chains.ts';
import type { UnderWay } from './under-way.ts';

export type ListenDeps = Omit<PressDeps, 'botId'> &
  Pick<DiscordAdapterDeps, 'onGuildGone' | 'onGuildsPresent'> & { readonly underWay: UnderWay };

export interface Listening {
  /** Takes what was said on a shard while nobody listened, since a time in milliseconds since 1970. */
  catchUp(shard: number, since: number): void;
  stop(): void;
}

export function listen(client: Client, deps: ListenDeps): Listening {
  const { log, refused, underWay } = deps;
  const chains = createReplyChains();
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
  const onMessage = (message: Message) =>
    handle(receiveMessage(message, chains.of(message.id), withBot()), message.id);
  const onPacket = (packet: unknown) => chains.hear(packet, client.user?.id ?? '');
  const onChannel = ({ id }: { readonly id: string }) => refused.forget(id);
  const onRole = () => refused.forget();
  // Not told of an outage: that is another event of discord.js.
  const onGone = ({ id }: { readonly id: string }) => deps.onGuildGone?.(id);
  const onPresent = ({ id }: { readonly id: string }) => deps.onGuildsPresent?.([id]);
  const onReady = () => deps.onGuildsPresent?.([...client.guilds.cache.keys()]);
  // Comes before what discord.js makes of it.
  client.on('raw', onPacket);
  client.on('interactionCreate', onInteraction);
  client.on('messageCreate', onMessage);
  client.on('channelUpdate', onChannel);
  client.on('threadUpdate', onChannel);
  client.on('roleUpdate', onRole);
  client.on('guildDelete', onGone);
  client.on('guildCreate', onPresent);
  client.on('clientReady', onReady);
  return {
    catchUp(shard, since) {
      const work = missedMessages(client, { shard, since, now: deps.now() }).then((missed) => {
        if (missed.length > 0)
          log.info({ shard, missed: missed.length }, 'messages came while nobody listened');
        for (const message of missed) onMessage(message);
      });
      handle(work, `shard ${shard}`);
    },
    stop() {
      client.off('raw', onPacket);
      client.off('interactionCreate', onInteraction);
      client.off('messageCreate', onMessage);
      client.off('channelUpdate', onChannel);
      client.off('threadUpdate', onChannel);
      client.off('roleUpdate', onRole);
      client.off('guildDelete', onGone);
      client.off('guildCreate', onPresent);
      client.off('clientReady', onReady);
    },
  };
}
