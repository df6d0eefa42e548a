/** Asks Slack who the app is: the first thing at every start. */
import { errorMessage, OperatorError } from '../../core/errors.ts';
import { fields, list, text } from './fields.ts';
import type { Identity } from './identity.ts';
import type { SlackCall } from './slack-call.ts';
import { isAuthTrouble, SlackTrouble } from './slack-trouble.ts';

/** @throws OperatorError that says which setting to put right. */
export async function identify(
  call: SlackCall,
  { apiUrl, botToken }: { readonly apiUrl: string; readonly botToken: string },
): Promise<Identity> {
  // A person's token has no bot; Slack's answer to a bot's own names it, other servers' need not.
  const isBotToken = botToken.startsWith('xoxb-');
  const tested = await call.once('auth.test', {}).catch((error: unknown) => {
    throw startError(error, 'SLACK_BOT_TOKEN', apiUrl);
  });
  const [teamId, botUser, botId] = [text(tested.team_id), text(tested.user_id), text(tested.bot_id)];
  if (teamId === undefined || botUser === undefined || (botId === undefined && !isBotToken))
    throw new OperatorError(
      'SLACK_BOT_TOKEN is no bot token: set the Bot User OAuth Token, which begins with xoxb-',
    );
  const scopes = fields(tested.response_metadata).scopes;
  const known = list(scopes).flatMap((scope) => text(scope) ?? []);
  return { teamId, botUser, botId: botId ?? '', scopes: scopes === undefined ? null : known };
}

/** What an operator can do about a start that failed. */
export function startError(error: unknown, setting: string, apiUrl: string): OperatorError {
  const say = (message: string) => new OperatorError(message, { cause: error });
  if (isAuthTrouble(error))
    return say(
      `Slack refuses ${setting} (${codeOf(error)}): copy it anew from the app’s settings, or reinstall the app`,
    );
  if (!(error instanceof SlackTrouble))
    return say(
      `Slack could not be reached at ${apiUrl}: ${errorMessage(error)}; check the network and SLACK_API_URL`,
    );
  if (error.kind === 'refused')
    return say(`Slack refuses ${error.message}; check ${setting}, or SLACK_API_URL if it is set`);
  return say(
    `Slack could not be reached at ${apiUrl} (${error.message}): check the network and SLACK_API_URL`,
  );
}

function codeOf(error: unknown): string {
  return error instanceof SlackTrouble ? error.code : errorMessage(error);
}
