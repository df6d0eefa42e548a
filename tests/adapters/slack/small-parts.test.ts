/** Parts that need no Slack: texts, waiting, order. */
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { guessLanguage } from '../../../src/adapters/slack/guess-language.ts';
import { readOrigin, writeOrigin } from '../../../src/adapters/slack/origin.ts';
import { createPace } from '../../../src/adapters/slack/pace.ts';
import { cutText, plainText } from '../../../src/adapters/slack/plain-text.ts';
import { createShowSoon } from '../../../src/adapters/slack/show-soon.ts';

const soon = (ms = 1) => new Promise((resolve) => setTimeout(resolve, ms));

describe('plainText', () => {
  it.each([
    ['<@U1> bonjour', 'bonjour'],
    ['<@U1|casebook>, bonjour', 'bonjour'],
    ['dis <@U1> qui ?', 'dis qui ?'],
    ['<mailto:a@b.example|a@b.example>', 'a@b.example'],
    ['<https://x.example>', 'https://x.example'],
    ['<!subteam^S1|@press> <!date^1^{date}|hier>', '@press hier'],
    ['&lt;@U2&gt; &amp;lt;', '<@U2> &lt;'],
    ['a < b > c', 'a < b > c'],
    ['<@U1> <@U2> qui, selon <@U3>, et quand ?', 'qui, selon, et quand ?'],
    ['<@U1> :wave: :+1::skin-tone-2: qui a répondu :cn:?', 'qui a répondu ?'],
    ['<@U1> :wave:', ''],
    ['à 10:30:15, sur localhost:80:x', 'à 10:30:15, sur localhost:80:x'],
  ])('reads %j', (raw, expected) => {
    expect(plainText(raw, 'U1')).toBe(expected);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (raw) => typeof plainText(raw, 'U1') === 'string'));
  });
});

describe('cutText', () => {
  it('cuts between words where it can, and never a character in two', () => {
    expect(cutText('Valdoria et Norland', 13)).toBe('Valdoria et');
    expect(cutText('court', 10)).toBe('court');
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 40 }), (text, most) => {
        const cut = cutText(text, most);
        expect(cut.length).toBeLessThanOrEqual(most);
        expect(text.startsWith(cut)).toBe(true);
        expect(cut.isWellFormed()).toBe(true);
      }),
    );
  });
});

describe('guessLanguage', () => {
  it.each([
    ['Qui a attaqué le ministère ?', 'fr'],
    ['Who attacked the ministry?', 'en'],
    ['谁攻击了外交部？', 'zh'],
    ['APT28', undefined],
  ])('%s', (text, expected) => {
    expect(guessLanguage(text)).toBe(expected);
  });
});

describe('readOrigin', () => {
  it('reads what was written, and survives anything else', () => {
    const origin = {
      thread: '1.2',
      inThread: true,
      since: '1.1',
      team: 'T1',
      responseUrl: 'https://x',
      quote: 'q',
    };
    expect(readOrigin(writeOrigin(origin))).toEqual(origin);
    fc.assert(
      fc.property(fc.option(fc.string(), { nil: undefined }), (text) => readOrigin(text).since !== ''),
    );
  });
});

describe('createPace', () => {
  it('runs one task after the other in a channel, whatever becomes of them, and channels side by side', async () => {
    const pace = createPace();
    const order: string[] = [];
    const task =
      (name: string, fails = false) =>
      async () => {
        order.push(`${name} begins`);
        await soon(5);
        order.push(`${name} ends`);
        if (fails) throw new Error(name);
      };
    const first = pace.run('a', task('a1', true)).catch(() => undefined);
    const others = [pace.run('a', task('a2')), pace.run('b', task('b1'))];
    await Promise.all([first, ...others]);
    expect(order.indexOf('a1 ends')).toBeLessThan(order.indexOf('a2 begins'));
    expect(order.indexOf('b1 begins')).toBeLessThan(order.indexOf('a1 ends'));
  });
});

describe('createShowSoon', () => {
  it('shows what came meanwhile together, and nothing after the end', async () => {
    let there = 0;
    const shown: number[] = [];
    const show = async () => {
      shown.push(there);
      await soon();
      return 5;
    };
    const display = createShowSoon(show, soon);
    for (let i = 0; i < 4; i++) {
      there++;
      display.more();
    }
    await vi.waitFor(() => expect(shown.at(-1)).toBe(4), 5_000);
    expect(shown[0]).toBe(1);
    expect(shown.length).toBeLessThan(4);
    display.more();
    await display.end();
    const count = shown.length;
    display.more();
    await soon(20);
    expect(shown).toHaveLength(count);
  });
});
