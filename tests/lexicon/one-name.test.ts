import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLexicon } from '../../src/lexicon/lexicon.ts';
import { underOneName } from '../../src/lexicon/one-name.ts';

const lexicon = loadLexicon();

describe('an actor of a question goes by one name', () => {
  it.each([
    ['Qui a accusé Fancy Bear ?', 'Qui a accusé Sofacy ?'],
    ['Who was attacked by Bronze Silhouette?', 'Who was attacked by Vanguard Panda?'],
    ['GhostEmperor与哪些网络攻击有关？', 'RedMike与哪些网络攻击有关？'],
    ['what did APT-31 do', 'what did Judgment Panda do'],
  ])('%s reads as %s', (one, other) => {
    expect(underOneName(one, lexicon)).toBe(underOneName(other, lexicon));
    expect(underOneName(one, lexicon)).not.toBe('');
  });

  it('leaves the rest as it is', () => {
    expect(underOneName('Who accused Fancy Bear of the attack on the *Bundestag*?', lexicon)).toMatch(
      /^Who accused .+ of the attack on the \*Bundestag\*\?$/,
    );
    expect(underOneName('Qui a accusé la Chine ?', lexicon)).toBe('Qui a accusé la Chine ?');
  });

  it('says nothing new when it is done twice, whatever the text', () => {
    const words = fc.constantFrom(
      'Sandworm',
      'Cozy Bear',
      'the',
      '攻击',
      'APT',
      '31',
      '-',
      'Panda',
      'qui',
      '?',
    );
    fc.assert(
      fc.property(fc.array(words), (list) => {
        const once = underOneName(list.join(' '), lexicon);
        expect(underOneName(once, lexicon)).toBe(once);
      }),
    );
  });
});
