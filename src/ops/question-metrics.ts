/** Metrics of messages and questions: what became of them, why some were refused, how long each stage took. */
import { Gauge, Histogram, type Registry } from 'prom-client';
import { countersOf } from './counters.ts';

/** What is told of a message that has ended. Labels are names and codes from the program, never from people. */
export interface MessageFigures {
  readonly platform: string;
  readonly command: string;
  readonly outcome: string;
  /** Null where there is no answer. */
  readonly lang: string | null;
  readonly method: string | null;
  /** Why it was not answered as it wanted; null when it was. */
  readonly refusal: string | null;
  /** Milliseconds from the platform's event to the end of the reply. */
  readonly ms: number;
  readonly stages: readonly { readonly stage: string; readonly ms: number }[];
}

/** Seconds: an extractive answer takes some tens of milliseconds, a model's some seconds, and two minutes end each. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
const NONE = 'none';

export function createQuestionMetrics(registry: Registry) {
  const registers = [registry];
  const counter = countersOf(registry);
  const messages = counter(
    'casebook_messages_total',
    'Messages and commands that were taken, by what became of them',
    'platform',
    'command',
    'outcome',
  );
  const questions = counter(
    'casebook_questions_total',
    'Questions, by what became of them, and by language and method of the answer (none where there is no answer)',
    'platform',
    'lang',
    'status',
    'method',
  );
  const refusals = counter(
    'casebook_refusals_total',
    'Messages that were not answered as they wanted, by reason',
    'reason',
  );
  const seconds = new Histogram({
    name: 'casebook_question_seconds',
    help: 'Seconds from the platform’s event to the end of the reply, for questions with an answer',
    labelNames: ['method'] as const,
    buckets: BUCKETS,
    registers,
  });
  const stages = new Histogram({
    name: 'casebook_stage_seconds',
    help: 'Seconds that each stage of a question took; verify is a part of generate',
    labelNames: ['stage'] as const,
    buckets: BUCKETS,
    registers,
  });
  new Gauge({
    name: 'casebook_queue_messages',
    help: 'Messages in this process that wait for their turn, or are being answered',
    labelNames: ['state'] as const,
    registers,
    collect() {
      const { waiting, underWay } = counts();
      this.set({ state: 'waiting' }, waiting);
      this.set({ state: 'under-way' }, underWay);
    },
  });
  let counts = () => ({ waiting: 0, underWay: 0 });
  return {
    onMessage({
      platform,
      command,
      outcome,
      lang,
      method,
      refusal,
      ms,
      stages: taken,
    }: MessageFigures): void {
      messages.inc({ platform, command, outcome });
      if (refusal !== null) refusals.inc({ reason: refusal });
      if (command !== 'ask') return;
      questions.inc({ platform, lang: lang ?? NONE, status: outcome, method: method ?? NONE });
      if (method !== null) seconds.observe({ method }, ms / 1_000);
      for (const { stage, ms: took } of taken) stages.observe({ stage }, took / 1_000);
    },
    watchQueue(ask: () => { readonly waiting: number; readonly underWay: number }): void {
      counts = ask;
    },
  };
}
