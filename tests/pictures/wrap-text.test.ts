/** Lines that fit and lose nothing before they are cut. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeText } from '../../src/pictures/safe-text.ts';
import { textWidth } from '../../src/pictures/text-width.ts';
import { wrapText } from '../../src/pictures/wrap-text.ts';

const OPTIONS = { width: 400, size: 36, maxLines: 5, chinese: false };
const bare = (text: string) => text.replace(/\s+/gu, '');
const words = fc.string({
  unit: fc.constantFrom('a', 'É', ' ', 'm', '攻', '，', '«', ' : ', '-', '.'),
  maxLength: 120,
});

describe('wrapping', () => {
  it('keeps every line within the width, but for punctuation that hangs', () => {
    fc.assert(
      fc.property(words, fc.boolean(), (text, chinese) => {
        for (const line of wrapText(text, { ...OPTIONS, chinese }))
          expect(textWidth(line, OPTIONS.size, chinese)).toBeLessThanOrEqual(OPTIONS.width);
      }),
    );
  });

  it('loses nothing, or ends with an ellipsis after the text’s beginning', () => {
    fc.assert(
      fc.property(words, (text) => {
        const lines = wrapText(text, OPTIONS);
        expect(lines.length).toBeLessThanOrEqual(OPTIONS.maxLines);
        const shown = bare(lines.join(''));
        if (!shown.endsWith('…')) expect(shown).toBe(bare(text));
        else expect(bare(text).startsWith(shown.slice(0, -1))).toBe(true);
      }),
    );
  });

  it('breaks a word that no line can hold', () => {
    expect(wrapText('x'.repeat(60), OPTIONS).length).toBeGreaterThan(1);
    expect(wrapText('要'.repeat(30), OPTIONS).every((line) => [...line].length <= 11)).toBe(true);
  });

  it('shows nothing where there is no line', () => {
    expect(wrapText('words', { ...OPTIONS, maxLines: 0 })).toEqual([]);
  });

  it('does not part French punctuation from its word', () => {
    const lines = wrapText('Une phrase citée : « bonjour à tous » !', { ...OPTIONS, width: 300 });
    for (const line of lines) {
      expect(line).not.toMatch(/^[:»!]/);
      expect(line).not.toMatch(/«$/);
    }
  });
});

it('removes what steers a display, and keeps letters of every script', () => {
  expect(safeText('a\u202eb\u200bc\u0007\n d\ud800')).toBe('abc d\ufffd');
  expect(safeText('Škoda 攻击 Москва')).toBe('Škoda 攻击 Москва');
  expect([...safeText(`e${'\u0301'.repeat(40)}`)].length).toBeLessThan(6);
});
