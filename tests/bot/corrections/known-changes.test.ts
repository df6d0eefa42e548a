/** What an answer says of its sources itself, and what is no longer so, is nobody's news. */
import { describe, expect, it } from 'vitest';
import { DAY, PLACE, setScene, withdrawn } from './corrections-kit.ts';

const S1 = 'lac-gris/s1';

describe('a source that is withdrawn', () => {
  it('is news to an answer that tells of an earlier word, and none to one that was given since', async () => {
    const scene = setScene();
    await scene.give('before', 't1');
    const corrections = scene.start();
    await corrections.round();
    // Nobody looks for as long as no recent answer cites it.
    scene.time += 40 * DAY;
    scene.change(S1, withdrawn('second'));
    const told = (note: string) => ({
      notices: [{ code: 'source-withdrawn' as const, text: `Retirée. [1] · 30 janvier 2026 · ${note}` }],
    });
    await scene.give('knows', 't2', told('second'));
    await scene.give('knows the first', 't3', told('first'));
    await corrections.round();
    expect(scene.posted.map(({ to }) => to.threadId)).toEqual(['t3']);
  });

  it('shows no longer in the recalled answer once the word is taken back', async () => {
    const scene = setScene();
    await scene.give('a1', 't1');
    const corrections = scene.start();
    scene.change(S1, withdrawn());
    await corrections.round();
    expect(scene.posted).toHaveLength(1);
    expect(await scene.state.corrections.changesOf('a1', PLACE)).toHaveLength(1);
    scene.change(S1, ({ source: { standing: _, ...source }, ...rest }) => ({ ...rest, source }));
    await corrections.round();
    expect(await scene.state.corrections.changesOf('a1', PLACE)).toEqual([]);
  });
});
