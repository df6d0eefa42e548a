/** Posts are made once each, though the database is killed while they are made, or the clock jumps. */
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { createDelivery } from '../../src/news/deliver/delivery.ts';
import { openState, type State } from '../../src/state/state.ts';
import type { StatePlace } from '../../src/state/state-database.ts';
import { seededRandom } from '../index/index-kit.ts';
import { postOf, subscriptionWith } from '../state/news-kit.ts';
import { newStatePath, PLACE } from '../state/state-kit.ts';
import { digestOf } from '../support/news-report-kit.ts';
import { startPostgres, type TestPostgres } from '../support/postgres-kit.ts';

const HOUR = 3_600_000;
const CHANNELS = 8;
const POSTS_EACH = 15;

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

interface Posting {
  /** What a platform shows: for each mark, how often it stands there. */
  readonly standing: ReadonlyMap<string, number>;
  readonly clock: { time: number };
  /** One round; false when the database was not there. */
  round(): Promise<boolean>;
  readonly state: State;
}

async function posting(place: StatePlace): Promise<Posting> {
  const clock = { time: Date.UTC(2026, 1, 1) };
  const state = await openState({ place, now: () => clock.time });
  onTestFinished(() => state.close());
  const standing = new Map<string, number>();
  for (let channel = 0; channel < CHANNELS; channel += 1) {
    const id = `s${channel}`;
    const at = { ...PLACE, channelId: `C${channel}` };
    await state.news.subscriptions.add(subscriptionWith(id, { place: at, quietHours: null }));
    for (let n = 0; n < POSTS_EACH; n += 1) await state.news.deliveries.ask(postOf(id, `digest:${n}`));
  }
  const delivery = createDelivery({
    books: state.news,
    rules: { afterQuiet: (_, at) => at, nextSlot: (_, __, at) => at },
    render: async () => ({ report: digestOf(1) }),
    platforms: () => [
      {
        platform: 'slack',
        // As the platforms do: what may stand there is looked for by its mark before it is posted again.
        async publish(_place, { mark, attempt }) {
          if (attempt > 1 && standing.has(mark)) return mark;
          standing.set(mark, (standing.get(mark) ?? 0) + 1);
          await new Promise((resolve) => setTimeout(resolve, 3));
          return mark;
        },
      },
    ],
    owner: 'one',
    now: () => clock.time,
    random: Math.random,
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    describe: String,
  });
  const round = () =>
    delivery.round().then(
      () => true,
      () => false,
    );
  return { standing, clock, round, state };
}

function expectOnceEach({ standing }: Posting): void {
  expect(standing.size).toBe(CHANNELS * POSTS_EACH);
  expect([...standing.values()].filter((times) => times > 1)).toEqual([]);
}

it('PostgreSQL is killed and restarted while posts are made', async () => {
  const posts = await posting({ type: 'postgres', url: await postgres.newDatabase(), poolSize: 4 });
  const random = seededRandom(Date.now());
  let failed = 0;
  for (let restarts = 0; restarts < 3; restarts += 1) {
    const working = posts.round();
    await new Promise((resolve) => setTimeout(resolve, 20 + random() * 120));
    await postgres.kill();
    if (!(await working)) failed += 1;
    await postgres.restart();
    // Claims of the round that failed are over.
    posts.clock.time += 0.2 * HOUR;
  }
  for (let n = 0; n < 50 && posts.standing.size < CHANNELS * POSTS_EACH; n += 1) {
    await posts.round();
    posts.clock.time += 0.2 * HOUR;
  }
  await posts.round();
  expect(failed).toBeGreaterThan(0);
  expectOnceEach(posts);
  expect(await posts.state.news.deliveries.nextDue(['slack'])).toBeNull();
}, 120_000);

it('the clock jumps forth and back by a day and more', async () => {
  const posts = await posting({ type: 'sqlite', path: newStatePath() });
  const random = seededRandom(Date.now());
  for (let jumps = 0; jumps < 40 && posts.standing.size < CHANNELS * POSTS_EACH; jumps += 1) {
    const working = posts.round();
    await new Promise((resolve) => setTimeout(resolve, random() * 20));
    posts.clock.time += (random() * 2 - 1) * 30 * HOUR;
    expect(await working).toBe(true);
  }
  // The clock is right again, at last.
  posts.clock.time = Date.UTC(2026, 1, 9);
  await posts.round();
  expectOnceEach(posts);
}, 60_000);
