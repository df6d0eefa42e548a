/** Settings: what a channel does not set, its workspace does. */

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHAT_SETTING_NAMES, type ChatSettings } from '../../src/core/chat-settings.ts';
import { openTestState, PLACE, PROPERTY_RUNS } from './state-kit.ts';

const values: { readonly [K in keyof ChatSettings]: fc.Arbitrary<ChatSettings[K]> } = {
  language: fc.constantFrom('auto', 'fr', 'en', 'zh'),
  answers: fc.boolean(),
  replies: fc.constantFrom('public', 'private'),
  followUps: fc.boolean(),
  askChannel: fc.boolean(),
  threads: fc.boolean(),
  users: fc.uniqueArray(fc.stringMatching(/^U\w{1,10}$/), { maxLength: 100 }),
};
const changes = fc.record(
  Object.fromEntries(
    CHAT_SETTING_NAMES.map((name) => [name, fc.option(values[name] as fc.Arbitrary<unknown>)]),
  ),
  { requiredKeys: [] },
) as fc.Arbitrary<{ readonly [K in keyof ChatSettings]?: ChatSettings[K] | null }>;

it('reads whatever was last written, the channel’s over the workspace’s', async () => {
  const writes = fc.array(
    fc.record({
      level: fc.constantFrom('channel', 'workspace'),
      channelId: fc.constantFrom('C1', 'C2', ''),
      changes,
    }),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(writes, async (list) => {
      const state = await openTestState(':memory:', 0);
      const model = new Map<string, Partial<ChatSettings>>();
      for (const { level, channelId, changes: change } of list) {
        await state.settings.write({ ...PLACE, channelId }, level, change);
        const key = level === 'workspace' ? 'workspace' : `channel ${channelId}`;
        const merged = Object.entries({ ...model.get(key), ...change }).filter(([, value]) => value !== null);
        model.set(key, Object.fromEntries(merged));
      }
      for (const channelId of ['C1', 'C2', '', 'C3']) {
        expect(await state.settings.read({ ...PLACE, channelId })).toEqual({
          ...model.get('workspace'),
          ...model.get(`channel ${channelId}`),
        });
      }
      await state.close();
    }),
    { numRuns: PROPERTY_RUNS },
  );
});

it('gives nothing where nothing was set', async () => {
  const { settings } = await openTestState();
  await settings.write(PLACE, 'workspace', { language: 'fr' });
  expect(await settings.read({ ...PLACE, workspaceId: 'T2' })).toEqual({});
});
