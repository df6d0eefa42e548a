/** Several hosts at once, one request at a time to each, a pause between two. */
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { createHostGate } from '../../../src/news/poll/host-gate.ts';
import { rss, startPolling } from '../../support/poll-kit.ts';
import { startSite } from '../../support/site-kit.ts';

const never = new AbortController().signal;

/** A site under several names that tells how many requests it had at once. */
async function startCounting() {
  const most = new Map<string, number>();
  const open = new Map<string, number>();
  let all = 0;
  const counts = { mostAtOnce: 0 };
  const site = await startSite(async ({ headers }, response) => {
    const host = headers.host?.split(':')[0] ?? '';
    open.set(host, (open.get(host) ?? 0) + 1);
    all += 1;
    most.set(host, Math.max(most.get(host) ?? 0, open.get(host) ?? 0));
    counts.mostAtOnce = Math.max(counts.mostAtOnce, all);
    await sleep(15);
    open.set(host, (open.get(host) ?? 0) - 1);
    all -= 1;
    response.end(rss([]));
  });
  return { site, port: site.host.split(':')[1], most, counts };
}

describe('the poller', () => {
  test('polls several hosts at once, none twice at once, and no more than it may', async () => {
    const { port, most, counts } = await startCounting();
    const hosts = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `${name}.example.org:${port}`);
    const { add, poller } = startPolling(hosts, { concurrency: 4 });
    for (const host of hosts) for (let i = 0; i < 5; i += 1) await add(`http://${host}/${i}`);
    expect(await poller.pollOnce(never)).toMatchObject({ polled: 30, failed: [] });
    expect([...most.values()]).toEqual([1, 1, 1, 1, 1, 1]);
    expect(counts.mostAtOnce).toBe(4);
  });

  test('does not let the many feeds of one host hold up the others', async () => {
    const { site, port } = await startCounting();
    const hosts = [`many.example.org:${port}`, `few.example.org:${port}`];
    const { add, poller } = startPolling(hosts, { concurrency: 2 });
    for (let i = 0; i < 30; i += 1) await add(`http://${hosts[0]}/many-${i}`);
    await add(`http://${hosts[1]}/few`);
    await poller.pollOnce(never);
    expect(site.requests.indexOf('/few')).toBeLessThan(3);
  });

  test('leaves what would outlast its lease to whoever takes it next', async () => {
    const { site, port } = await startCounting();
    const host = `many.example.org:${port}`;
    const kit = startPolling([host], { leaseMs: 10_000 });
    for (let i = 0; i < 4; i += 1) await kit.add(`http://${host}/${i}`);
    // The clock runs as if the first poll had taken most of the lease.
    const first = kit.another({
      feeds: {
        ...kit.book,
        finishPoll: (...poll) => {
          kit.clock.pass(7_000);
          return kit.book.finishPoll(...poll);
        },
      },
    });
    expect(await first.pollOnce(never)).toMatchObject({ polled: 1 });
    expect(site.requests).toHaveLength(1);
    kit.clock.pass(10_000);
    expect(await kit.poller.pollOnce(never)).toMatchObject({ polled: 3 });
  });

  test('refuses a lease that a fetch may outlast', () => {
    expect(() => startPolling([], { leaseMs: 4_000 })).toThrow(RangeError);
  });
});

describe('the gate', () => {
  test('lets in one after the other, in order, and whoever gives up not at all', async () => {
    const gate = createHostGate(1);
    const order: number[] = [];
    const giveUp = new AbortController();
    const visit = async (n: number, signal = never) => {
      await gate.enter('host', signal);
      order.push(n);
      expect(gate.tryEnter('host')).toBe(false);
      await sleep(1);
      gate.leave('host');
    };
    const visits = [visit(1), visit(2), visit(3, giveUp.signal).catch(() => order.push(0)), visit(4)];
    giveUp.abort(new Error('enough'));
    await Promise.all(visits);
    expect(order.toSorted()).toEqual([0, 1, 2, 4]);
    expect(order.filter((n) => n > 0)).toEqual([1, 2, 4]);
    await gate.freed();
    expect(gate.isFree('host')).toBe(true);
  });

  test('stays shut for the pause', async () => {
    const gate = createHostGate(30);
    expect(gate.tryEnter('host')).toBe(true);
    gate.leave('host');
    expect([gate.isFree('host'), gate.tryEnter('other')]).toEqual([false, true]);
    await gate.freed();
    expect(gate.tryEnter('host')).toBe(true);
  });
});
