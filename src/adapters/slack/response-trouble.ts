/** What Slack says when it does not take a reply at a `response_url`. */
import { fields, text } from './fields.ts';
import { SlackTrouble } from './slack-trouble.ts';

/** @param said the body: JSON with an `error`, or a word. */
export function readTroubleStatus(
  { status, headers }: { readonly status: number; readonly headers: Headers },
  said: string,
): SlackTrouble {
  if (status === 429) {
    const retryAfter = Number(headers.get('retry-after')) || 1;
    return new SlackTrouble('response_url', 'limited', 'ratelimited', { retryAfter });
  }
  const code = errorOf(said) ?? `http_${status}`;
  return new SlackTrouble('response_url', status >= 500 ? 'unsure' : 'refused', code);
}

function errorOf(said: string): string | undefined {
  try {
    return text(fields(JSON.parse(said)).error);
  } catch {
    return /^\w{1,40}$/.test(said) ? said : undefined;
  }
}
