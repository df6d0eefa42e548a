/** Follows one message from the platform's event to the delivered reply: a line of the log for each stage, under one id. */
import type { Answer } from '../core/answer.ts';
import type { IncomingMessage, ReplyEvent } from '../core/chat.ts';
import type { EndedStage, OnStage, StageName } from '../core/stage.ts';
import type { BotLog } from './bot-log.ts';
import type {
  EndedMessage,
  MessageObserver,
  MessageOutcome,
  TimedStage,
  TurnedAway,
} from './message-observer.ts';

export interface CourseDeps {
  readonly log: BotLog;
  readonly clock: () => Date;
  readonly observer?: MessageObserver;
  /** True: what people write and what they are answered stands in the log. */
  readonly logText?: boolean;
}

export interface Course {
  /** The one id of the message: of its answer, of its lines in the log, of an apology. */
  readonly referenceId: string;
  /** Its turn has come. */
  admitted(): void;
  readonly onStage: OnStage;
  /** Passes the events on, and notes what they say. */
  watch(events: AsyncIterable<ReplyEvent>): AsyncIterable<ReplyEvent>;
  /** An apology stands in the reply's place. */
  gaveWay(outcome: Extract<MessageOutcome, 'failed' | 'too-slow' | 'cut-short'>): void;
  turnedAway(reason: TurnedAway): void;
  /** The reply has ended. @param delivered false: the platform did not take it. */
  delivered(delivered: boolean): void;
  /** All is over. Only the first call counts. */
  end(): void;
}

/** What a line of the log says of a stage. */
const WORDS: Readonly<Record<StageName, string>> = {
  queue: 'admitted',
  understand: 'understood',
  retrieve: 'retrieved',
  read: 'read',
  generate: 'generated',
  verify: 'verified',
  deliver: 'delivered',
};

/** @param command the name of the command that was meant. */
export function beginCourse(
  { platform, id: messageId, text, resumed }: IncomingMessage,
  { command, referenceId }: { readonly command: string; readonly referenceId: string },
  { log, clock, observer, logText = false }: CourseDeps,
): Course {
  const now = () => clock().getTime();
  const receivedAt = now();
  const fields = { referenceId, platform, messageId };
  const stages: TimedStage[] = [];
  let answer: Answer | null = null;
  let outcome: MessageOutcome = 'reply';
  let turnedAway: TurnedAway | null = null;
  let finalAt: number | null = null;
  let over = false;

  const onStage = ({ stage, ms, facts = {} }: EndedStage): void => {
    stages.push({ stage, startedAt: now() - ms, ms, facts });
    log.info({ ...fields, ms, ...facts }, WORDS[stage]);
  };
  const isFinal = ({ type }: ReplyEvent) => type !== 'status' && type !== 'sentence';
  const note = (event: ReplyEvent): void => {
    if (isFinal(event)) finalAt = now();
    if (event.type !== 'answer') return;
    answer = event.answer;
    outcome = event.answer.status;
  };
  const ended = (): EndedMessage => ({
    ...{ referenceId, platform, command, outcome, turnedAway, receivedAt, stages },
    lang: answer?.lang ?? null,
    method: answer?.method ?? null,
    refusal: answer === null ? null : refusalOf(answer),
    endedAt: now(),
  });
  log.info(
    { ...fields, command, ...(resumed === true ? { resumed } : {}), ...(logText ? { text } : {}) },
    'received',
  );
  return {
    referenceId,
    onStage,
    admitted: () => onStage({ stage: 'queue', ms: now() - receivedAt }),
    async *watch(events) {
      for await (const event of events) {
        note(event);
        yield event;
      }
    },
    gaveWay(how) {
      outcome = how;
      finalAt = now();
    },
    turnedAway(reason) {
      turnedAway = reason;
      outcome = 'turned-away';
    },
    delivered(delivered) {
      if (!delivered) {
        // The log says why already.
        if (outcome !== 'turned-away') outcome = 'undelivered';
        return;
      }
      const texts =
        logText && answer !== null ? { text: answer.sentences.map((one) => one.text).join(' ') } : {};
      const said = answer === null ? {} : { lang: answer.lang, method: answer.method };
      const why = turnedAway === null ? {} : { reason: turnedAway };
      const totalMs = now() - receivedAt;
      const facts = { outcome, ...said, ...why, totalMs, ...texts };
      onStage({ stage: 'deliver', ms: finalAt === null ? 0 : now() - finalAt, facts });
    },
    end() {
      if (over) return;
      over = true;
      observer?.onEnd(ended());
    },
  };
}

function refusalOf({ status, notices, lead }: Answer): string | null {
  if (status === 'answered') return null;
  if (notices.some(({ code }) => code === 'corpus-empty')) return 'corpus-empty';
  return lead === undefined ? 'not-in-corpus' : 'explained';
}
