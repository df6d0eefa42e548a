/** A long text is cut where it hurts least, and nothing of it is lost. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { takePiece } from '../../../../src/adapters/discord/render/take-piece.ts';

const length = (text: string): number => text.length;

describe('takePiece', () => {
  it('takes all that has room', () => {
    expect(takePiece('un deux', 7, length)).toEqual(['un deux', '']);
  });

  it('cuts after a sentence, in any script', () => {
    expect(takePiece('One is here. Two is there', 18, length)).toEqual(['One is here.', 'Two is there']);
    expect(takePiece('诺兰否认。有关指控毫无根据', 7, length)).toEqual(['诺兰否认。', '有关指控毫无根据']);
  });

  it('cuts between words where no sentence ends near', () => {
    expect(takePiece('One. two three four five', 17, length)).toEqual(['One. two three', 'four five']);
  });

  it('cuts between characters where there is no word', () => {
    const family = '👩‍👩‍👧‍👦';
    expect(takePiece(family.repeat(3), 30, length)).toEqual([family.repeat(2), family]);
    expect(takePiece('é'.repeat(5), 3, length)).toEqual(['ééé', 'éé']);
  });

  it('measures what is sent', () => {
    expect(takePiece('****', 4, (text) => text.length * 2)).toEqual(['**', '**']);
  });

  it('never loses anything nor splits a pair, and always goes on', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', size: 'large' }),
        fc.integer({ min: 2, max: 50 }),
        (text, room) => {
          const pieces: string[] = [];
          for (let rest = text.trim(); rest !== ''; ) {
            const [piece, after] = takePiece(rest, room, length);
            expect(piece.length).toBeGreaterThan(0);
            expect(piece.length).toBeLessThanOrEqual(room);
            expect(piece.isWellFormed()).toBe(true);
            pieces.push(piece);
            rest = after;
          }
          expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        },
      ),
    );
  });
});
