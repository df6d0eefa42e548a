/** What every handler of Slack's events and interactions works with. */
import type { AnswerLang } from '../../core/answer.ts';
import type { ChatDesk, IncomingMessage } from '../../core/chat.ts';
import { errorMessage } from '../../core/errors.ts';
import type { Identity } from './identity.ts';
import type { InFlight } from './in-flight.ts';
import type { OwnConversations } from './own-conversations.ts';
import type { People } from './people.ts';
import { packMessages } from './render/pack-messages.ts';
import type { Recipient, SendBeside, Way } from './send-beside.ts';
import type { SlackCall } from './slack-call.ts';
import type { SlackLog } from './slack-log.ts';
import { SLACK_WORDS } from './slack-words.ts';

export interface HandlingDeps {
  readonly desk: ChatDesk;
  readonly call: SlackCall;
  readonly sendBeside: SendBeside;
  readonly people: People;
  readonly own: OwnConversations;
  readonly identity: Identity;
  /** Stands before each command's name. */
  readonly prefix: string;
  readonly inFlight: InFlight;
  readonly log: SlackLog;
  readonly newId: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly sleep: (ms: number) => Promise<unknown>;
}

export interface Handling extends HandlingDeps {
  /** Hands the message to the bot; resolves when it is remembered. */
  take(message: IncomingMessage): Promise<void>;
  /** Language of the person's client, where Slack tells in time. */
  langOf(userId: string): Promise<AnswerLang | undefined>;
  /** Whether the person is alone with the app there, where Slack tells in time. */
  isDirect(channel: string): Promise<boolean>;
  /** A timestamp of Slack, surely before anything that is posted from now on. */
  since(): string;
  /** Tells one person something. Rejects when there is no way. */
  tell(to: Recipient, text: string, ways?: readonly Way[]): Promise<void>;
  /** Works on after the acknowledgement; what fails is logged, and told to the person under a reference id. */
  afterwards(what: string, to: Recipient | null, work: () => Promise<void>): void;
}

/** What an event of Slack is handled with: that of the workspace which it comes from. */
export type HandlingOf = (context: Readonly<Record<string, unknown>>) => Handling;

/** Milliseconds; an acknowledgement may wait for what Slack is asked before it. */
const ASKING_TIMEOUT = 400;
/** Milliseconds that the clocks here and at Slack may differ. */
const CLOCK_MARGIN = 60_000;

export function createHandling(deps: HandlingDeps): Handling {
  const { desk, people, own, sendBeside, inFlight, log, newId, now, sleep } = deps;

  async function langOf(userId: string): Promise<AnswerLang | undefined> {
    const known = people.knownLang(userId);
    if (known !== undefined) return known;
    const asked = people.who(userId).then(({ lang }) => lang);
    return Promise.race([asked, sleep(ASKING_TIMEOUT).then(() => undefined)]);
  }

  const tell: Handling['tell'] = async (to, text, ways = ['ephemeral', 'response', 'direct']) => {
    await sendBeside(to, packMessages([{ runs: [{ text }] }]), ways);
  };

  async function apologize(to: Recipient, referenceId: string): Promise<void> {
    const lang = (await langOf(to.user)) ?? 'en';
    await tell(to, SLACK_WORDS[lang].failure(referenceId));
  }

  return {
    ...deps,
    async take(message) {
      const receipt = await desk.take(message);
      inFlight.add(receipt.done);
    },
    langOf,
    isDirect: (channel) => Promise.race([own.has(channel), sleep(ASKING_TIMEOUT).then(() => false)]),
    since: () => ((now() - CLOCK_MARGIN) / 1000).toFixed(6),
    tell,
    afterwards(what, to, work) {
      const done = work().catch(async (error: unknown) => {
        const referenceId = newId();
        log.error({ referenceId, error: errorMessage(error) }, `${what} failed`);
        if (to !== null) await apologize(to, referenceId);
      });
      inFlight.add(done);
      done.catch((error: unknown) =>
        log.warn({ error: errorMessage(error) }, 'an apology was not delivered'),
      );
    },
  };
}
