/** Deliveries of the test Slack over HTTP: signed as Slack signs them, with its retry headers and its time-out. */
import { createHmac } from 'node:crypto';
import type { Envelope, SendResult, Transport } from './delivery.ts';

export interface HttpTarget {
  /** Where Slack sends everything: events, commands and interactivity. */
  readonly url: string;
  readonly signingSecret: string;
  /** Milliseconds since 1970 that the requests claim; for requests that are too old. */
  readonly now?: () => number;
}

/** `ackTimeoutMs`: Slack waits three seconds. */
export function createHttpTransport(target: HttpTarget, ackTimeoutMs: number): Transport {
  return {
    send: async (envelope, retry) => {
      const { body, contentType } = encode(envelope);
      const sentAt = performance.now();
      try {
        const response = await fetch(target.url, {
          method: 'POST',
          body,
          redirect: 'manual',
          headers: {
            ...signedHeaders(target, body, contentType),
            ...(retry.num === 0
              ? {}
              : { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason }),
          },
          signal: AbortSignal.timeout(ackTimeoutMs),
        });
        const ms = performance.now() - sentAt;
        const text = await response.text();
        if (response.ok) return { acked: true, ms, body: parsed(text) };
        return {
          acked: false,
          reason: 'http_error',
          final: response.headers.get('x-slack-no-retry') === '1',
        } satisfies SendResult;
      } catch (error) {
        const late = error instanceof Error && error.name === 'TimeoutError';
        return { acked: false, reason: late ? 'http_timeout' : 'connection_failed' };
      }
    },
    close: async () => {},
  };
}

/** Asks the app for its challenge, as Slack does when the address is entered; gives the status and what came back. */
export async function verifyUrl(target: HttpTarget): Promise<{ status: number; challenge: unknown }> {
  const body = JSON.stringify({
    type: 'url_verification',
    token: 'verification-token-of-the-tests',
    challenge: 'challenge-3f1',
  });
  const headers = signedHeaders(target, body, 'application/json');
  const response = await fetch(target.url, { method: 'POST', body, headers });
  const answer = parsed(await response.text());
  const challenge =
    typeof answer === 'object' && answer !== null && 'challenge' in answer ? answer.challenge : answer;
  return { status: response.status, challenge };
}

function signedHeaders(target: HttpTarget, body: string, contentType: string): Record<string, string> {
  const timestamp = String(Math.floor((target.now ?? Date.now)() / 1000));
  const signature = createHmac('sha256', target.signingSecret)
    .update(`v0:${timestamp}:${body}`)
    .digest('hex');
  return {
    'content-type': contentType,
    'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': `v0=${signature}`,
  };
}

/** Events as JSON, commands as a form, interactivity as a form whose field `payload` is JSON. */
function encode(envelope: Envelope): { body: string; contentType: string } {
  if (envelope.kind === 'events_api')
    return { body: JSON.stringify(envelope.payload), contentType: 'application/json' };
  const form =
    envelope.kind === 'interactive'
      ? new URLSearchParams({ payload: JSON.stringify(envelope.payload) })
      : new URLSearchParams(
          Object.entries(envelope.payload).map(([key, value]): [string, string] => [key, String(value)]),
        );
  return { body: form.toString(), contentType: 'application/x-www-form-urlencoded' };
}

/** The body as JSON where it is; a command may also be answered with plain text. */
function parsed(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
