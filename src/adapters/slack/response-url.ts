/** Replies through the address that comes with a command or a click: it takes five, within thirty minutes. */

import { text } from './fields.ts';
import { readTroubleStatus } from './response-trouble.ts';
import { createSlackCall, type SlackCall } from './slack-call.ts';
import type { SlackLog } from './slack-log.ts';
import { networkTrouble } from './slack-trouble.ts';

export const RESPONSE_URL = 'response_url';
/** Milliseconds. */
const TIMEOUT = 10_000;

/** The call's `url` is where it goes; everything else is sent. */
export function createResponseCall(deps: {
  readonly fetch: typeof fetch;
  readonly log: SlackLog;
  readonly sleep: (ms: number) => Promise<unknown>;
}): SlackCall {
  return createSlackCall({
    ...deps,
    client: {
      async apiCall(_method, { url, ...body }) {
        const response = await deps
          .fetch(text(url) ?? '', {
            method: 'POST',
            headers: { 'content-type': 'application/json; charset=utf-8' },
            body: JSON.stringify(body),
            signal: AbortSignal.timeout(TIMEOUT),
          })
          .catch((error: unknown) => {
            throw networkTrouble(RESPONSE_URL, error);
          });
        const said = await response.text().catch(() => '');
        if (response.status !== 200) throw readTroubleStatus(response, said);
        return {};
      },
    },
  });
}
