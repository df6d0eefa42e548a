/** Fusing two lists, and keeping one source from filling a list. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Candidate, diversify, fuse } from '../../src/index/fuse.ts';

const score = fc.option(fc.double({ min: 0, max: 30, noNaN: true }));
const candidates: fc.Arbitrary<Candidate[]> = fc.uniqueArray(
  fc.record({
    n: fc.nat(500),
    keyword: score,
    source: score,
    title: fc.double({ min: 0, max: 1, noNaN: true }),
    vector: fc.option(fc.double({ min: -1, max: 1, noNaN: true })),
  }),
  { selector: ({ n }) => n, maxLength: 60 },
);

const share = fc.double({ min: 0, max: 1, noNaN: true });
const shares = fc.record({ sourceShare: share, titleShare: share });
const NONE = { sourceShare: 0, titleShare: 0 };
const HALF = { sourceShare: 0.5, titleShare: 0.2 };

describe('fuse', () => {
  it('keeps every candidate once, with scores from 0 to 1 that fall, whatever the order given', () => {
    fc.assert(
      fc.property(candidates, shares, (list, share) => {
        const ranked = fuse(list, share);
        expect(ranked.map(({ n }) => n).sort()).toEqual(list.map(({ n }) => n).sort());
        for (const [i, { score: value }] of ranked.entries()) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-9);
          expect(value).toBeLessThanOrEqual(ranked[i - 1]?.score ?? 2);
        }
        expect(fuse([...list].reverse(), share)).toEqual(ranked);
      }),
    );
  });

  it('puts what both legs know before what one knows', () => {
    const ranked = fuse(
      [
        { n: 1, keyword: 8, source: null, vector: null, title: 0 },
        { n: 2, keyword: 8, source: null, vector: 0.6, title: 0 },
        { n: 3, keyword: null, source: null, vector: 0.6, title: 0 },
      ],
      HALF,
    );
    expect(ranked.map(({ n }) => n)).toEqual([2, 1, 3]);
  });

  it('prefers, of passages alike, the one whose article says more of what is asked', () => {
    const ranked = fuse(
      [
        { n: 1, keyword: 8, source: 5, vector: null, title: 0 },
        { n: 2, keyword: 8, source: 9, vector: null, title: 0 },
      ],
      HALF,
    );
    expect(ranked.map(({ n }) => n)).toEqual([2, 1]);
  });

  it('prefers, of passages alike, the one under the title that asks the same', () => {
    const ranked = fuse(
      [
        { n: 1, keyword: 8, source: null, vector: null, title: 0 },
        { n: 2, keyword: 8, source: null, vector: null, title: 0.7 },
      ],
      HALF,
    );
    expect(ranked.map(({ n }) => n)).toEqual([2, 1]);
  });

  it('does not take a weak likeness for a match', () => {
    expect(fuse([{ n: 1, keyword: null, source: null, vector: 0.1, title: 0 }], NONE)[0]?.score).toBeLessThan(
      0.15,
    );
  });
});

describe('diversify', () => {
  it('keeps all, and lowers only the further passages of a source', () => {
    const ranked = [0.9, 0.8, 0.7, 0.6].map((value, n) => ({ n, score: value }));
    const result = diversify(ranked, (n) => (n < 3 ? 'long' : 'short'));
    expect(result.map(({ n }) => n)).toEqual([0, 3, 1, 2]);
    expect(result.slice(0, 2).map(({ score: value }) => value)).toEqual([0.9, 0.6]);
  });
});
