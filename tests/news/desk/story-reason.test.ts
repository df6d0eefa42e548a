/** Why a report was put to a story: nothing of the inner names is shown. */
import { expect, test } from 'vitest';
import { storyReason } from '../../../src/news/desk/story-reason.ts';

const actorName = (id: string) => (id === 'actor:apt28' ? 'APT28' : null);

test.each([
  ['same accused', 'fr', 'même accusé'],
  ['other actor', 'zh', '攻击组织不同'],
  ['actor:apt28', 'fr', 'APT28'],
  ['actor:nobody', 'fr', 'nobody'],
  ['FI-RU', 'fr', 'Finlande – Russie'],
  ['EU', 'zh', '欧盟'],
  ['ministry', 'fr', 'ministry'],
] as const)('%s in %s', (reason, lang, shown) => {
  expect(storyReason(reason, lang, actorName)).toBe(shown);
});
