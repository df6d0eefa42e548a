/** Whose token it is. */
import { expect, it } from 'vitest';
import { identify } from '../../../src/adapters/slack/identify.ts';

function identifyAs(botToken: string, told: object) {
  const answer = async () => ({ ...told });
  return identify(
    { once: answer, repeat: answer, say: answer },
    { apiUrl: 'http://slack.example', botToken },
  );
}
const TOLD = { ok: true, team_id: 'T1', user_id: 'U1' };

it('takes a bot token where the server names no bot', async () => {
  expect(await identifyAs('xoxb-1', TOLD)).toEqual({ teamId: 'T1', botUser: 'U1', botId: '', scopes: null });
  expect(await identifyAs('other', { ...TOLD, bot_id: 'B1' })).toMatchObject({ botId: 'B1' });
});

it('refuses the token of a person', async () => {
  await expect(identifyAs('xoxp-1', TOLD)).rejects.toThrow(/SLACK_BOT_TOKEN is no bot token/);
});
