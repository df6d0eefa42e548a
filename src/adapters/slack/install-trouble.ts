/** Whose fault it is that an installation failed: of who installs, or of what she cannot change. */
import { WordRefused } from './install-word.ts';
import { readTrouble } from './slack-trouble.ts';

export interface Blame {
  /** `failed`: whoever installs the app begins again. `trouble`: she can do nothing. */
  readonly type: 'failed' | 'trouble';
  /** What the operator does about it; undefined where it may pass by itself. */
  readonly remedy?: string;
}

/** What came back is not what a browser brings that began here. */
const NOT_BEGUN_HERE = ['slack_oauth_missing_state', 'slack_oauth_invalid_state', 'slack_oauth_missing_code'];
/** Slack's words for a code that it did not give, gave too long ago, or has taken before. */
const BAD_CODE = ['invalid_code', 'code_already_used', 'code_expired'];
/** Slack's words for what the operator has set. */
const REMEDIES: Readonly<Record<string, string>> = {
  bad_client_secret: 'set SLACK_CLIENT_SECRET as Basic Information, App Credentials shows it',
  invalid_client_id: 'set SLACK_CLIENT_ID as Basic Information, App Credentials shows it',
  bad_redirect_uri: 'name the address of /slack/oauth_redirect under OAuth & Permissions, Redirect URLs',
};

export function blameOf(error: Error): Blame {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (error instanceof WordRefused || NOT_BEGUN_HERE.includes(code)) return { type: 'failed' };
  if (!code.startsWith('slack_webapi_')) return { type: 'trouble' };
  const { code: said } = readTrouble('oauth.v2.access', error);
  if (BAD_CODE.includes(said)) return { type: 'failed' };
  const remedy = REMEDIES[said];
  return { type: 'trouble', ...(remedy === undefined ? {} : { remedy }) };
}
