/** A channel subscribes to a feed or a topic, and is told what it did, what happens next, and what was wrong. */
import { describe, expect, it } from 'vitest';
import type { SubscribeRequest } from '../../../src/core/news-desk.ts';
import { poll } from '../../state/news-kit.ts';
import { FEED, newsDesk } from '../../support/news-desk-kit.ts';

const PLACE = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' };
const never = new AbortController().signal;
const wish = (over: Partial<SubscribeRequest> = {}): SubscribeRequest => ({
  place: PLACE,
  userId: 'U1',
  subject: FEED,
  lang: 'en',
  ...over,
});

describe('subscribe', () => {
  it('takes a feed by the address of its site, and says what happens next', async () => {
    const { desk, state } = newsDesk();
    const outcome = await desk.subscribe(
      wish({ subject: 'valdoria.example', filter: 'country:China' }),
      never,
    );
    expect(outcome).toMatchObject({
      type: 'subscribed',
      subscription: {
        id: 's1',
        place: PLACE,
        subject: { type: 'feed', url: FEED },
        filter: { country: 'CN' },
        mode: 'live',
        schedule: null,
        timeZone: 'Europe/Paris',
        maxPerHour: 10,
        createdBy: 'U1',
        createdAt: '2026-05-04T10:00:00.000Z',
      },
    });
    expect(outcome.type === 'subscribed' && outcome.text).toContain(
      'the next story that fits will be posted here',
    );
    expect(await state.news.feeds.list()).toMatchObject([{ scope: 'T1', url: FEED, fromFile: false }]);
    expect(await state.news.subscriptions.list(PLACE)).toHaveLength(1);
  });

  it('takes a filter without a subject: whatever feed brings it', async () => {
    const { desk } = newsDesk();
    const outcome = await desk.subscribe(wish({ subject: '', filter: 'country:Iran' }), never);
    expect(outcome).toMatchObject({
      type: 'subscribed',
      subscription: { subject: { type: 'topic', words: '' }, filter: { country: 'IR' } },
    });
    expect(outcome.type === 'subscribed' && outcome.text).toContain('all feeds');
  });

  it('takes a topic as a digest, with the time of the first', async () => {
    const { desk, visited } = newsDesk();
    const outcome = await desk.subscribe(
      wish({
        subject: 'APT31 France',
        lang: 'fr',
        schedule: 'lundi 08:00',
        timeZone: 'Paris',
        quietHours: '22h-7h',
      }),
      never,
    );
    expect(outcome).toMatchObject({
      type: 'subscribed',
      subscription: {
        subject: { type: 'topic', words: 'APT31 France' },
        mode: 'digest',
        schedule: '0 8 * * 1',
        quietHours: { from: '22:00', to: '07:00' },
      },
      text: expect.stringContaining('Premier digest : 11 mai 2026'),
    });
    expect(visited).toEqual([]);
  });

  it('reads addresses as platforms write them', async () => {
    const { desk } = newsDesk();
    expect((await desk.subscribe(wish({ subject: `<${FEED}|news>` }), never)).type).toBe('subscribed');
  });

  it('lets the person choose where a site has several feeds', async () => {
    const { desk, state } = newsDesk();
    expect(await desk.subscribe(wish({ subject: 'https://many.example/' }), never)).toEqual({
      type: 'choose',
      feeds: [
        { url: 'https://many.example/world.xml', title: 'World' },
        { url: 'https://many.example/cyber.xml', title: null },
      ],
    });
    expect(await state.news.feeds.list()).toEqual([]);
  });

  it.each<[Partial<SubscribeRequest>, string]>([
    [{ place: { platform: 'web', workspaceId: 'local', channelId: 'c' } }, 'I cannot post here'],
    [{ subject: ' ' }, 'Say what to subscribe to'],
    [{ subject: 'the of' }, '“the of” names nothing'],
    [{ subject: 'x'.repeat(201) }, 'too long'],
    [{ subject: 'https://nothing.example/' }, 'There is no feed at this address'],
    [{ subject: 'http://169.254.169.254/' }, 'This address is not fetched'],
    [{ subject: 'file:///etc/passwd' }, 'no feed at file:///etc/passwd'],
    [{ filter: 'country:Chima' }, 'Perhaps: China?'],
    [{ schedule: 'sometimes' }, '“sometimes” is no schedule'],
    [{ mode: 'live', schedule: 'daily 08:00' }, 'A schedule is a digest’s'],
    [{ timeZone: 'Europe/Pariss' }, 'Perhaps: Europe/Paris?'],
    [{ quietHours: 'night' }, 'does not tell quiet hours'],
    [{ maxPerHour: '0' }, 'from 1 to 60'],
    [{ maxPerHour: 'viele', lang: 'fr' }, 'un nombre de 1 à 60'],
    [{ timeZone: '火星', lang: 'zh' }, '“火星”不是时区'],
  ])('refuses %j', async (over, expected) => {
    const { desk, state } = newsDesk();
    const outcome = await desk.subscribe(wish(over), never);
    expect(outcome).toEqual({ type: 'refused', text: expect.stringContaining(expected) });
    expect([...(await state.news.feeds.list()), ...(await state.news.subscriptions.list())]).toEqual([]);
  });

  it('says every fault at once', async () => {
    const { desk } = newsDesk();
    const outcome = await desk.subscribe(wish({ filter: 'kind:x', maxPerHour: '99' }), never);
    expect(outcome.type === 'refused' && outcome.text.split('\n')).toHaveLength(2);
  });

  it('says that the channel has it already, and takes it for another mode or channel', async () => {
    const { desk } = newsDesk();
    await desk.subscribe(wish(), never);
    expect(await desk.subscribe(wish(), never)).toEqual({
      type: 'refused',
      text: 'This channel has this subscription already: s1.',
    });
    expect((await desk.subscribe(wish({ mode: 'digest' }), never)).type).toBe('subscribed');
    const elsewhere = { ...PLACE, channelId: 'C2' };
    expect((await desk.subscribe(wish({ place: elsewhere }), never)).type).toBe('subscribed');
  });

  it('keeps the limits of channel and workspace', async () => {
    const { desk, state } = newsDesk();
    for (let i = 0; i < 100; i += 1) {
      const place = { ...PLACE, channelId: `C${Math.floor(i / 20)}` };
      const outcome = await desk.subscribe(wish({ place, subject: `https://feeds.example/${i}` }), never);
      expect(outcome.type).toBe('subscribed');
    }
    const more = (channelId: string, workspaceId = 'T1') =>
      desk.subscribe(wish({ place: { ...PLACE, channelId, workspaceId }, subject: 'APT31' }), never);
    expect(await more('C1')).toMatchObject({ text: expect.stringContaining('has 20 subscriptions') });
    expect(await more('C9')).toMatchObject({
      text: expect.stringContaining('workspace has 100 subscriptions'),
    });
    expect((await more('C1', 'T2')).type).toBe('subscribed');
    for (let i = 100; i < 200; i += 1)
      await state.news.feeds.add({ scope: 'T1', url: `https://feeds.example/${i}`, fullText: false });
    await desk.remove({ ...PLACE, channelId: 'C0' }, 's1');
    await state.news.feeds.add({ scope: 'T1', url: 'https://feeds.example/0', fullText: false });
    const full = await desk.subscribe(
      wish({ place: { ...PLACE, channelId: 'C0' }, subject: 'https://feeds.example/x' }),
      never,
    );
    expect(full).toMatchObject({ text: expect.stringContaining('follows 200 feeds') });
  });

  it('uses the operator’s feed where there is one, and keeps workspaces apart', async () => {
    const { desk, state, visited } = newsDesk();
    await state.news.feeds.add({ scope: 'global', url: FEED, fullText: true });
    await desk.subscribe(wish(), never);
    expect(await state.news.feeds.list()).toHaveLength(1);
    expect(visited).toEqual([]);
    await desk.subscribe(wish({ subject: 'https://feeds.example/own' }), never);
    const other = { platform: 'slack', workspaceId: 'T2', channelId: 'C1' };
    await desk.subscribe(wish({ place: other, subject: 'https://feeds.example/own' }), never);
    const scopes = (await state.news.feeds.list()).map(({ scope }) => scope).sort();
    expect(scopes).toEqual(['T1', 'T2', 'global']);
    expect(await desk.list(other, 'en')).toHaveLength(1);
  });
});

describe('list', () => {
  it('shows a feed’s title in one line, the filter in the reader’s language, and the next digest', async () => {
    const { desk, state } = newsDesk();
    const filter = 'country:China NOT kind:denial';
    await desk.subscribe(wish({ filter, schedule: 'weekdays 08:00', quietHours: '22:00-07:00' }), never);
    const [feed] = await state.news.feeds.list();
    await poll(state, feed?.id ?? '', [], { title: 'Gazette\n• s9: forged' });
    const [line] = await desk.list(PLACE, 'fr');
    expect(line).toEqual({
      id: 's1',
      text: `flux « Gazette • s9: forged » (${FEED}) · filtre : pays:Chine SAUF type:démenti · digest jours ouvrés à 08:00 · silence de 22:00 à 07:00 · Europe/Paris · en anglais · prochain digest : 5 mai 2026, 08:00 (Europe/Paris)`,
    });
  });
});

describe('pause, resume, remove', () => {
  it('acts on subscriptions of the channel alone', async () => {
    const { desk, state } = newsDesk();
    await desk.subscribe(wish(), never);
    const elsewhere = { ...PLACE, workspaceId: 'T2' };
    expect(await desk.pause(elsewhere, 's1', true)).toBe(false);
    expect(await desk.remove(elsewhere, 's1')).toBe('unknown');
    expect(await desk.pause(PLACE, 'S1', true)).toBe(true);
    expect((await desk.list(PLACE, 'fr'))[0]?.text).toContain('EN PAUSE');
    expect(await desk.pause(PLACE, 's1', false)).toBe(true);
    expect((await state.news.subscriptions.find('s1'))?.pausedAt).toBeNull();
  });

  it('removes a feed with the last subscription to it', async () => {
    const { desk, state } = newsDesk();
    await desk.subscribe(wish(), never);
    await desk.subscribe(wish({ place: { ...PLACE, channelId: 'C2' } }), never);
    expect(await desk.remove(PLACE, 's1')).toBe('removed');
    expect(await state.news.feeds.list()).toHaveLength(1);
    expect(await desk.remove({ ...PLACE, channelId: 'C2' }, 's2')).toBe('removed');
    expect(await state.news.feeds.list()).toEqual([]);
  });

  it('leaves what stands in the file', async () => {
    const { desk, state } = newsDesk();
    await desk.subscribe(wish(), never);
    const made = await state.news.subscriptions.find('s1');
    if (made === null) throw new Error('not made');
    await state.news.subscriptions.update({ ...made, createdBy: null });
    expect(await desk.remove(PLACE, 's1')).toBe('from-file');
    expect((await desk.list(PLACE, 'en'))[0]?.text).toContain('set in the file of subscriptions');
  });
});
