/** The fault runs of `npm run soak`, each for some seconds: nobody is left without an answer, nobody gets two. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SCENARIOS } from '../../scripts/soak/all-scenarios.ts';
import { runScenario } from '../../scripts/soak/run-scenario.ts';
import { mayMount } from '../../scripts/soak/scenarios/databases.ts';

/** The others take minutes to tell anything, or are tested closer to their cause: `npm run soak` alone. */
const SHORT = ['platforms', 'postgres', 'sqlite-locks', 'full-disk', 'kills'];
const SECONDS = 6;

const questions = (
  JSON.parse(readFileSync(new URL('../fixtures/questions.json', import.meta.url), 'utf8')) as {
    question: string;
  }[]
).map(({ question }) => question);

const canMount = mayMount();

describe('everybody is answered once while', () => {
  for (const scenario of SCENARIOS.filter(({ name }) => SHORT.includes(name)))
    it.skipIf(scenario.name === 'full-disk' && !canMount)(scenario.what, { timeout: 300_000 }, async () => {
      const summary = await runScenario(scenario, {
        questions,
        seconds: SECONDS,
        rate: 4,
        seed: Date.now() % 1_000_000,
        tell: () => undefined,
      });
      console.log(JSON.stringify(summary));
      expect(Object.keys(summary.injected).length).toBeGreaterThan(0);
      expect(summary).toMatchObject({ lost: [], doubled: [], exitCode: 0 });
      expect(summary.recoveredAfterMs).not.toBeNull();
    });
});
