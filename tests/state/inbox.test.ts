/** The inbox: taken once, kept until settled, remembered for a day. */
import { describe, expect, it, vi } from 'vitest';
import { DAY, HOUR, messageAt, newStatePath, openTestState, PLACE } from './state-kit.ts';

describe('taking', () => {
  it('takes a message once, settled or not, in this process and the next', async () => {
    const path = newStatePath();
    const state = await openTestState(path);
    const one = messageAt(PLACE, { id: 'one' });
    expect(await state.inbox.take(one)).toBe(true);
    expect(await state.inbox.take(one)).toBe(false);
    await state.inbox.settle(one);
    expect(await state.inbox.take(one)).toBe(false);
    await state.close();
    const next = await openTestState(path);
    expect(await next.inbox.take(one)).toBe(false);
    expect(await next.inbox.take(messageAt(PLACE, { id: 'two' }))).toBe(true);
  });

  it('tells apart the same id in another workspace or on another platform', async () => {
    const { inbox } = await openTestState();
    expect(await inbox.take(messageAt(PLACE))).toBe(true);
    expect(await inbox.take(messageAt({ ...PLACE, workspaceId: 'T2' }))).toBe(true);
    expect(await inbox.take(messageAt({ ...PLACE, platform: 'discord' }))).toBe(true);
    expect(await inbox.take(messageAt({ ...PLACE, channelId: 'C2' }))).toBe(false);
  });

  it('remembers an id for a day', async () => {
    const state = await openTestState();
    const message = messageAt(PLACE);
    await state.inbox.take(message);
    await state.inbox.settle(message);
    state.time += DAY - HOUR;
    expect(await state.inbox.take(message)).toBe(false);
    state.time += 3 * HOUR;
    await state.threads.has(PLACE, 'any');
    await vi.waitFor(async () => expect(await state.inbox.take(message)).toBe(true));
  });
});

describe('what was not settled', () => {
  it('comes back whole, oldest first, also within one millisecond, for its platform alone', async () => {
    const path = newStatePath();
    const state = await openTestState(path);
    const text = 'Citation «\u0000» “😀” 攻击\nand a second line';
    const messages = ['z', 'a', 'm', 'b'].map((id) =>
      messageAt(PLACE, {
        id,
        text,
        origin: '{"ts":"1.2"}',
        options: { lang: 'fr' },
        lang: 'zh',
        direct: true,
      }),
    );
    for (const message of messages) await state.inbox.take(message);
    await state.inbox.take(messageAt({ ...PLACE, platform: 'discord' }));
    await state.inbox.settle(messageAt(PLACE, { id: 'm' }));
    const taken = new Date(state.time);
    await state.close();
    const next = await openTestState(path, state.time + HOUR);
    const left = messages.filter(({ id }) => id !== 'm');
    expect(await next.inbox.unsettled('slack')).toEqual(left.map((message) => ({ message, takenAt: taken })));
    expect(await next.inbox.unsettled('discord')).toHaveLength(1);
    expect(await next.inbox.unsettled('web')).toEqual([]);
  });

  it('is dropped after a day, with a word in the log, whoever comes first', async () => {
    const path = newStatePath();
    const state = await openTestState(path);
    await state.inbox.take(messageAt(PLACE, { id: 'old' }));
    await state.inbox.take(messageAt({ ...PLACE, platform: 'discord' }, { id: 'old' }));
    state.time += 2 * HOUR;
    const young = messageAt(PLACE, { id: 'young' });
    await state.inbox.take(young);
    await state.close();
    const next = await openTestState(path, state.time + DAY - HOUR);
    expect((await next.inbox.unsettled('slack')).map(({ message }) => message)).toEqual([young]);
    const told = next.warnings.map(({ fields }) => fields);
    expect(told).toHaveLength(2);
    expect(told).toEqual(
      expect.arrayContaining([
        { platform: 'slack', count: 1 },
        { platform: 'discord', count: 1 },
      ]),
    );
  });
});
