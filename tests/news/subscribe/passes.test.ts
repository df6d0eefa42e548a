/** A report passes a filter when it has what the filter asks, and the deciding conditions are named. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NewsFilter } from '../../../src/core/news-filter.ts';
import { type FilteredReport, passes } from '../../../src/news/subscribe/passes.ts';

const REPORT: FilteredReport = {
  title: 'Valdoria accuses Ostmark of hacking its power grids',
  teaser: 'The foreign ministry named APT31. Ostmark denied the accusations.',
  lang: 'en',
  publisher: 'The Japan Courier',
  url: 'https://www.courier.example/world/1',
  judgement: {
    kinds: ['accusation', 'denial'],
    actors: ['actor:apt31'],
    countries: { speakers: ['CZ'], accused: ['CN'], named: ['CZ', 'CN', 'SK'] },
  },
};
const CHINESE: FilteredReport = {
  ...REPORT,
  title: '外交部否认网络攻击指控',
  teaser: '',
  lang: 'zh',
  publisher: '新华社',
  url: null,
};

describe('passes', () => {
  it.each<[NewsFilter, boolean]>([
    [{ country: 'CN' }, true],
    [{ country: 'SK' }, true],
    [{ country: 'FR' }, false],
    [{ actor: 'actor:apt31' }, true],
    [{ actor: 'actor:apt29' }, false],
    [{ kind: 'denial' }, true],
    [{ kind: 'sanction' }, false],
    [{ lang: 'en' }, true],
    [{ lang: 'fr' }, false],
    [{ publisher: 'japan' }, true],
    [{ publisher: 'Japan Courier' }, true],
    [{ publisher: 'AP' }, false],
    [{ publisher: 'courier.example' }, true],
    [{ publisher: 'rier' }, false],
    [{ word: 'hack' }, true],
    [{ word: 'HACKED' }, true],
    [{ word: 'power grid' }, true],
    [{ word: 'grid power' }, false],
    [{ word: 'grids the foreign' }, false],
    [{ word: 'ransomware' }, false],
  ])('%j: %s', (filter, expected) => {
    expect(passes(filter, REPORT)).toEqual({
      passes: expected,
      why: [{ condition: filter, holds: expected }],
    });
  });

  it('compares Chinese by its letters', () => {
    expect(passes({ word: '网络攻击' }, CHINESE).passes).toBe(true);
    expect(passes({ word: '攻击指控' }, CHINESE).passes).toBe(true);
    expect(passes({ word: '制裁' }, CHINESE).passes).toBe(false);
    expect(passes({ publisher: '新华' }, CHINESE).passes).toBe(true);
  });

  it('names what decided', () => {
    const filter = {
      all: [{ country: 'CN' }, { any: [{ kind: 'sanction' }, { kind: 'advisory' }] }],
    } satisfies NewsFilter;
    expect(passes(filter, REPORT)).toEqual({
      passes: false,
      why: [
        { condition: { kind: 'sanction' }, holds: false },
        { condition: { kind: 'advisory' }, holds: false },
      ],
    });
    expect(passes({ not: { country: 'CN' } }, REPORT)).toEqual({
      passes: false,
      why: [{ condition: { country: 'CN' }, holds: true }],
    });
    expect(passes(null, REPORT)).toEqual({ passes: true, why: [] });
  });

  it('decides as logic does', () => {
    const T: NewsFilter = { country: 'CN' };
    const F: NewsFilter = { country: 'FR' };
    const list = fc.array(fc.boolean(), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(list, (truths) => {
        const parts = truths.map((truth) => (truth ? T : F));
        expect(passes({ all: parts }, REPORT).passes).toBe(truths.every(Boolean));
        expect(passes({ any: parts }, REPORT).passes).toBe(truths.some(Boolean));
        expect(passes({ not: { all: parts } }, REPORT).passes).toBe(!truths.every(Boolean));
        expect(passes({ any: parts }, REPORT).why.length).toBeGreaterThan(0);
      }),
    );
  });
});
