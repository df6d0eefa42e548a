/** Acknowledges interactions before anything else is done: answering one must not keep the next one waiting. */
import type { DiscordLog } from './discord-options.ts';
import type { InteractionKey, RestInteractions } from './rest-interactions.ts';
import { within } from './within.ts';

/** Milliseconds that an answer waits at most for the acknowledgements of others: half of the time that those have. */
const PATIENCE = 1_500;

export interface Acknowledging {
  /**
   * Shows that an answer will come, then lets those who still wait for that pass.
   *
   * @param ephemeral who will see it; looked up first.
   * @returns null when it is too late, or another process has the interaction.
   */
  defer(key: InteractionKey, ephemeral: () => Promise<boolean>): Promise<{ ephemeral: boolean } | null>;
}

export function createAcknowledging(
  interactions: Pick<RestInteractions, 'defer'>,
  log: DiscordLog,
): Acknowledging {
  let pending = 0;
  let calm = Promise.withResolvers<void>();

  async function acknowledge(key: InteractionKey, ephemeral: () => Promise<boolean>) {
    pending++;
    try {
      const alone = await ephemeral();
      if (await interactions.defer(key, alone)) return { ephemeral: alone };
      log.warn({ interactionId: key.id }, 'an interaction was over or taken before it was acknowledged');
      return null;
    } finally {
      pending--;
      if (pending === 0) {
        calm.resolve();
        calm = Promise.withResolvers<void>();
      }
    }
  }

  return {
    async defer(key, ephemeral) {
      const deferred = await acknowledge(key, ephemeral);
      if (pending > 0) await within(calm.promise, PATIENCE, undefined);
      return deferred;
    },
  };
}
