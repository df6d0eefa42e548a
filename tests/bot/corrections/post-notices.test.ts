/** A notice is posted once, though platforms fail and processes are killed. */
import { describe, expect, it } from 'vitest';
import { MINUTE, type Scene, setScene, withdrawn } from './corrections-kit.ts';

const S1 = 'lac-gris/s1';
const S2 = 'lac-gris/s2';

describe('a platform that fails', () => {
  it('is tried again, after longer and longer pauses, with the same key', async () => {
    const scene = setScene();
    await scene.give('a1', 't1');
    scene.change(S1, withdrawn());
    let fails = 3;
    const at: number[] = [];
    scene.onPost = async () => {
      at.push(scene.time);
      fails -= 1;
      if (fails >= 0) throw new Error('too many requests');
    };
    const start = scene.time;
    for (let i = 0; i < 30; i += 1) {
      await scene.start().round();
      scene.time += MINUTE;
    }
    expect(at.map((time) => (time - start) / MINUTE)).toEqual([0, 2, 6, 14]);
    expect(scene.posted).toHaveLength(1);
    expect(scene.lines.filter(({ level }) => level === 'warn')).toHaveLength(3);
  });

  it('is given up after a dozen attempts', async () => {
    const scene = setScene();
    await scene.give('a1', 't1');
    scene.change(S1, withdrawn());
    let attempts = 0;
    scene.onPost = async () => {
      attempts += 1;
      throw new Error('gone');
    };
    for (let i = 0; i < 40; i += 1) {
      await scene.start().round();
      scene.time += 7 * 60 * MINUTE;
    }
    expect(attempts).toBe(12);
  });
});

describe('a process that is killed', () => {
  /** Begins a round that never comes back from the platform. */
  async function hang(scene: Scene): Promise<void> {
    const { promise: reached, resolve } = Promise.withResolvers<void>();
    scene.onPost = () => {
      resolve();
      return new Promise(() => undefined);
    };
    void scene.start().round();
    await reached;
    scene.onPost = async () => undefined;
  }

  it('while it posts leaves the notice to the next, some minutes later', async () => {
    const scene = setScene();
    await scene.give('a1', 't1');
    scene.change(S1, withdrawn());
    await hang(scene);
    await scene.start().round();
    expect(scene.posted).toEqual([]);
    scene.time += 6 * MINUTE;
    for (let i = 0; i < 2; i += 1) await scene.start().round();
    expect(scene.posted).toHaveLength(1);
  });

  it('has it posted as it was, under the same key, even when more is due by then', async () => {
    const undisturbed = setScene();
    await undisturbed.give('a1', 't1');
    undisturbed.change(S2, withdrawn());
    await undisturbed.start().round();
    const scene = setScene();
    await scene.give('a1', 't1');
    scene.change(S2, withdrawn());
    await hang(scene);
    scene.change(S1, withdrawn());
    scene.time += 6 * MINUTE;
    await scene.start().round();
    expect(scene.posted).toHaveLength(2);
    expect(scene.posted[0]).toEqual(undisturbed.posted[0]);
    expect(scene.posted[1]?.key).not.toBe(scene.posted[0]?.key);
  });
});
