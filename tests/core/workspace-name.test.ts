/** Names of workspaces as operators type them. */
import { expect, test } from 'vitest';
import { readWorkspaceName, workspaceName } from '../../src/core/workspace-name.ts';

test.each(['slack:T0123ABCD', 'slack:E9', 'discord:123456789012345678', 'web:local'])('%s', (name) => {
  const workspace = readWorkspaceName(name);
  expect(workspace === null ? null : workspaceName(workspace)).toBe(name);
});

// A slip must not give documents to a workspace that nobody is in.
test.each([
  'slack:t0123abcd',
  'slack:',
  'slack:T1:T2',
  'slack:T1\n',
  'discord:T0123',
  'T0123',
  'mattermost:T1',
  '',
])('%j names none', (name) => {
  expect(readWorkspaceName(name)).toBeNull();
});
