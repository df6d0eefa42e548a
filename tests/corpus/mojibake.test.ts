/** Repair of broken letters: only where one reading is certain. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { repairMojibake } from '../../src/corpus/mojibake.ts';

const asLatin1 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
const asWindows1252 = (text: string): string =>
  new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8'));

describe('repairMojibake', () => {
  it('reads UTF-8 again that was read as Latin-1 or Windows-1252', () => {
    const text = 'L’été, la sœur du député a été visée : « déjà », dit-elle… 40 €.';
    expect(repairMojibake(asLatin1(text))).toBe(text);
    expect(repairMojibake(asWindows1252(text))).toBe(text);
  });

  it('leaves right text alone', () => {
    const texts = [
      'JOSÉ» et «SÃO» sont des noms',
      'Ångström “Å” â 10 °C',
      'Âge de l’État : « 12 ans »',
      'IRMû',
    ];
    for (const text of texts) expect(repairMojibake(text)).toBe(text);
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'éèàçêôûïœÉÀÇ «»’…abc?! '), maxLength: 40 }),
        (text) => {
          fc.pre(!text.includes('?'));
          expect(repairMojibake(text)).toBe(text);
        },
      ),
    );
  });

  it('puts œ back where nothing else fits', () => {
    expect(repairMojibake('Il faut ?uvrer avec c?ur, sa s?ur et la main-d’?uvre.')).toBe(
      'Il faut œuvrer avec cœur, sa sœur et la main-d’œuvre.',
    );
    expect(repairMojibake('MAN?UVRE')).toBe('MANŒUVRE');
    expect(repairMojibake('man\ufffduvre')).toBe('manœuvre');
  });

  it('leaves a question mark that may be one', () => {
    const texts = [
      'Vraiment ?il est parti',
      'quoi?uvre',
      'https://a.example/?uvre=1',
      'l?t',
      'Qui ?Une source',
      'f?tus',
    ];
    for (const text of texts) expect(repairMojibake(text)).toBe(text);
  });
});
