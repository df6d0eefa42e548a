/** `/casebook report`: what is wrong in an answer, said by its reference. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { IncomingMessage } from '../../src/core/chat.ts';
import { createState, type State } from '../../src/state/state.ts';
import { collector, finals, message, testBot } from '../support/bot-kit.ts';
import { ANSWERED, scriptedAsk } from '../support/sample-answers.ts';

let store: State;
beforeEach(() => {
  store = createState({ path: ':memory:', now: () => Date.UTC(2026, 0, 5) });
});
afterEach(() => store.close());

const bot = () => testBot({ ask: scriptedAsk(() => ANSWERED), store });
const platform = () => ({ ...collector(), platform: 'test' });
const textOf = (at: ReturnType<typeof collector>, i: number) => {
  const final = finals(at.replies[i])[0];
  return final?.type === 'text' ? final.text : undefined;
};

describe('an error in an answer', () => {
  const report = (text: string, over: Partial<IncomingMessage> = {}) =>
    message({ command: 'casebook', text: `report ${text}`, uiLang: 'en', ...over });

  it('is reported by its reference, typed in one line or in two fields', async () => {
    const at = platform();
    await bot().handle(at, message());
    await bot().handle(at, report(`${ANSWERED.id} The date\nis wrong.`));
    await bot().handle(at, report(ANSWERED.id, { options: { error: 'So is the place.' } }));
    await bot().handle(at, message({ text: `/casebook signaler ${ANSWERED.id} La date est fausse.` }));
    expect(textOf(at, 1)).toContain('Thank you');
    expect(textOf(at, 3)).toContain('Merci');
    expect(at.replies[1]?.to.private).toBe(true);
    const listed = await store.listErrors({ limit: 9 });
    expect(listed.map(({ report: said }) => said).sort()).toEqual([
      'La date est fausse.',
      'So is the place.',
      'The date\nis wrong.',
    ]);
  });

  it('says what is missing, too long or not kept', async () => {
    const at = platform();
    await bot().handle(at, report(''));
    await bot().handle(at, report('unknown'));
    await bot().handle(at, report('unknown The date.'));
    await bot().handle(at, report(`unknown ${'x'.repeat(1_001)}`));
    expect(textOf(at, 0)).toContain('How to use /casebook report');
    expect(textOf(at, 1)).toContain('--error');
    expect(textOf(at, 2)).toContain('no answer is kept under the reference “unknown”');
    expect(textOf(at, 3)).toContain('1,000');
    expect(await store.listErrors({ limit: 9 })).toEqual([]);
  });
});
