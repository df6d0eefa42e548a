/** Puts questions to web chats at a rate that does not wait for answers, as people do. */
import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { VariedQuestion } from './varied-questions.ts';

export interface OfferedLoad {
  readonly urls: readonly string[];
  readonly questions: readonly VariedQuestion[];
  /** Questions a second, over all servers. */
  readonly rate: number;
  readonly seconds: number;
  /** Place in the list of questions at which it begins. */
  readonly from: number;
}

export interface LoadResult {
  readonly rate: number;
  readonly asked: number;
  readonly answered: number;
  readonly refused: number;
  /** No whole reply, or an apology. */
  readonly failed: number;
  /** From the moment at which a question was due to the end of its reply, in milliseconds. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly most: number;
  /** Whole replies a second, until the last one came. */
  readonly perSecond: number;
}

const agent = new Agent({ keepAlive: true, maxSockets: 512, maxFreeSockets: 512 });

export async function offerLoad({ urls, questions, rate, seconds, from }: OfferedLoad): Promise<LoadResult> {
  const count = Math.max(1, Math.round(rate * seconds));
  const times: number[] = [];
  const outcomes = { answered: 0, refused: 0, failed: 0 };
  const began = performance.now();
  const asked: Promise<void>[] = [];
  for (let n = 0; n < count; n += 1) {
    const due = began + (n * 1_000) / rate;
    const wait = due - performance.now();
    if (wait > 0) await pause(wait);
    const question = questions[(from + n) % questions.length] as VariedQuestion;
    const url = urls[n % urls.length] as string;
    asked.push(
      ask(url, question, `load-${from + n}`).then((outcome) => {
        outcomes[outcome] += 1;
        times.push(performance.now() - due);
      }),
    );
  }
  await Promise.all(asked);
  const took = (performance.now() - began) / 1_000;
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(times[Math.ceil(times.length * share) - 1] ?? 0);
  return {
    rate,
    asked: count,
    ...outcomes,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    most: at(1),
    perSecond: Math.round(((count - outcomes.failed) / took) * 10) / 10,
  };
}

/** @returns what the reply was, once it is whole. */
function ask(url: string, { text, lang }: VariedQuestion, threadId: string) {
  return new Promise<'answered' | 'refused' | 'failed'>((resolve) => {
    const body = JSON.stringify({ text, threadId, lang });
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const call = request(`${url}/api/ask`, { method: 'POST', agent, headers }, (response) => {
      let reply = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        reply += chunk;
      });
      response.on('end', () => resolve(outcomeOf(reply)));
      response.on('error', () => resolve('failed'));
    });
    call.on('error', () => resolve('failed'));
    call.end(body);
  });
}

function outcomeOf(reply: string): 'answered' | 'refused' | 'failed' {
  try {
    const last = JSON.parse(reply.trim().split('\n').at(-1) ?? '') as {
      type?: string;
      answer?: { status?: string };
    };
    if (last.type !== 'answer') return 'failed';
    return last.answer?.status === 'answered' ? 'answered' : 'refused';
  } catch {
    return 'failed';
  }
}
