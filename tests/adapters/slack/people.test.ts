/** Who administers the workspace: those who belong to it. */
import { expect, it } from 'vitest';
import { createPeople } from '../../../src/adapters/slack/people.ts';

const US = { teamId: 'T1', botUser: 'U1', botId: 'B1', scopes: null };
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

function isAdmin(user: object): Promise<boolean> {
  const told = async () => ({ user });
  return createPeople({ once: told, repeat: told, say: told }, US, log, () => 0).isAdmin('U2');
}

it.each([
  ['an administrator', true, { is_admin: true, team_id: 'T1' }],
  ['an owner, where no team is told', true, { is_owner: true }],
  [
    'an administrator of the same organisation',
    true,
    { is_admin: true, team_id: 'T2', enterprise_user: { teams: ['T1'] } },
  ],
  ['an administrator of another one, in a shared channel', false, { is_admin: true, team_id: 'T2' }],
  ['a stranger', false, { is_admin: true, is_stranger: true }],
  ['a member', false, { is_admin: false, team_id: 'T1' }],
])('%s', async (_who, expected, user) => {
  expect(await isAdmin(user)).toBe(expected);
});
