/** A reply that grows in place by changing its message: where Slack does not stream. */
import { growingMessage, type Told } from './final-messages.ts';
import type { OpenReply } from './open-reply.ts';
import type { Quote } from './quote-question.ts';
import { SlackTrouble } from './slack-trouble.ts';

export interface GrowText {
  /** True when nobody can tell whether the message is there. */
  readonly lost: boolean;
  /** Shows what fits a message. @returns milliseconds to wait before the next time. Never rejects. */
  show(told: Told): Promise<number>;
}

/** Milliseconds between two changes of a message: Slack takes about fifty a minute from an app. */
const UPDATE_PAUSE = 1_200;

export function createGrowText(reply: OpenReply, quote: Quote | null): GrowText {
  let lost = false;
  let failed = false;
  return {
    get lost() {
      return lost;
    },
    async show(told) {
      const message = growingMessage(told, quote);
      if (failed || message === undefined) return 0;
      const begun = reply.first !== null;
      try {
        await reply.put(1, null, message);
      } catch (error) {
        // The end of the reply is put all the same, and says what is wrong.
        failed = true;
        lost = !begun && error instanceof SlackTrouble && error.kind === 'unsure';
      }
      return UPDATE_PAUSE;
    },
  };
}
