/** A platform in memory keeps the contract of notices: it shows what the contract asks of the others. */
import type { Seen } from '../../support/adapter-contract.ts';
import { describeNoticeContract } from '../../support/notice-contract.ts';
import { PLACE } from './corrections-kit.ts';

describeNoticeContract('a platform in memory', async () => {
  const taken = new Map<string, Seen>();
  let refusal: 'for-a-while' | 'for-good' | null = null;
  return {
    to: { ...PLACE, threadId: 't1' },
    tellsAgain: true,
    async post(_to, text, key) {
      if (refusal === 'for-a-while') throw new Error('busy');
      if (refusal === null) taken.set(key, { text, interpreted: false });
    },
    seen: async () => [...taken.values()],
    refuse(how) {
      refusal = how;
    },
    stop: async () => undefined,
  };
});
