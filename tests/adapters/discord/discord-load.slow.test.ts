/** Two hundred commands at once: each is acknowledged, and how quickly is printed. */
import { expect, test } from 'vitest';
import { started } from '../../support/discord/keeping-bot.ts';

const AT_ONCE = 200;

test('200 concurrent interactions', async () => {
  const world = await started();
  const { server, guild, channel } = world;
  const people = Array.from({ length: AT_ONCE }, (_, i) => server.addUser({ username: `person${i}` }));
  for (const person of people) server.addMember(guild, person);
  // The first time, the code has just been loaded; the second time tells how a server behaves that runs.
  for (const [round, when] of ['cold', 'warm', 'warm'].entries()) {
    const before = server.callbacks.length;
    const asked = people.map((user, i) =>
      server.slash({ name: 'ask', channel, user, options: { question: `Qui a fait cela, ${i} ?` } }),
    );
    await world.settled(AT_ONCE * (round + 1));
    const times = server.callbacks.slice(before).map(({ ms }) => ms);
    console.log(`${when}: ${describeTimes(times)}`);
    expect(times).toHaveLength(AT_ONCE);
    for (const interaction of asked) expect(server.response(interaction)?.embeds).toHaveLength(3);
  }
}, 120_000);

function describeTimes(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => Math.round(sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN);
  return `defer of ${times.length} at once: median ${at(0.5)} ms, p99 ${at(0.99)} ms, most ${at(1)} ms`;
}
