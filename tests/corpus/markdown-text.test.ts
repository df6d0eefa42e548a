/** Markdown to the words a reader sees. */
import { describe, expect, it } from 'vitest';
import { markdownToText } from '../../src/corpus/markdown-text.ts';

describe('markdownToText', () => {
  it('removes the signs and keeps the words', () => {
    const markdown = `# Un **titre** #

> Une [source](https://a.example/x "t") dit *cela*.
![photo](p.png)
<!-- note -->
---
Voir <https://a.example/>, \\*sic\\*.`;
    expect(markdownToText(markdown).split('\n').filter(Boolean)).toEqual([
      'Un titre',
      'Une source dit cela.',
      'Voir https://a.example/, *sic*.',
    ]);
  });

  it('leaves prose alone', () => {
    const prose = 'Le fichier snake_case_name a 3 * 4 * 5 octets [sic] (1) et 2 > 1 ; C# aussi.';
    expect(markdownToText(prose)).toBe(prose);
  });
});
