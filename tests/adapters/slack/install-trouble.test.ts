/** Who is told that an installation failed by her own doing, and what the operator is told. */
import { expect, it } from 'vitest';
import { blameOf } from '../../../src/adapters/slack/install-trouble.ts';
import { WordRefused } from '../../../src/adapters/slack/install-word.ts';

const coded = (code: string, data = {}) => Object.assign(new Error(code), { code, data });
const said = (error: string) => coded('slack_webapi_platform_error', { ok: false, error });

it.each([
  new WordRefused(),
  // The package gives its own code to errors without one.
  Object.assign(new WordRefused(), { code: 'slack_oauth_unknown_error' }),
  coded('slack_oauth_invalid_state'),
  coded('slack_oauth_missing_code'),
  said('invalid_code'),
])('%s: begin again', (error) => {
  expect(blameOf(error)).toEqual({ type: 'failed' });
});

it.each([
  Object.assign(new Error('the database does not answer'), { code: 'slack_oauth_unknown_error' }),
  Object.assign(coded('slack_webapi_http_error'), { statusCode: 500 }),
  coded('slack_webapi_request_error'),
  said('internal_error'),
])('%s: it may pass', (error) => {
  expect(blameOf(error)).toEqual({ type: 'trouble' });
});

it('names the setting that Slack does not take', () => {
  expect(blameOf(said('bad_client_secret')).remedy).toContain('SLACK_CLIENT_SECRET');
  expect(blameOf(said('invalid_client_id')).remedy).toContain('SLACK_CLIENT_ID');
});
