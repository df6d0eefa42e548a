/** What a sentence does, in three languages. */
import { describe, expect, test } from 'vitest';
import type { ClaimKind } from '../../src/core/case-record.ts';
import { shows, stanceOf } from '../../src/reading/stance.ts';

const TABLE: readonly (readonly [ClaimKind, readonly string[]])[] = [
  [
    'accusation',
    [
      'La Lettonie accuse Andorre d’avoir éteint ses phares.',
      'Riga impute la panne à des pirates andorrans.',
      'Le groupe est soutenu par l’État, selon la police, et serait derrière la panne.',
      'Latvia blames Andorra for the outage.',
      'The hackers are linked to Andorra.',
      'A state-sponsored group carried out the attack.',
      '拉脱维亚指责安道尔发动攻击。',
      '里加将停电归咎于安道尔。',
    ],
  ],
  [
    'denial',
    [
      'Andorre dément toute implication.',
      'L’ambassade nie.',
      'La porte-parole a réfuté ces accusations « sans fondement ».',
      'Andorre a rejeté les accusations de la Lettonie.',
      'Andorra denies the accusation.',
      'The embassy called the allegations groundless.',
      'Andorra dismissed the so-called evidence.',
      '安道尔否认有关指控。',
      '发言人驳斥了这种抹黑。',
    ],
  ],
  [
    'no-comment',
    [
      'L’ambassade n’a pas immédiatement répondu.',
      'Le ministère a refusé de commenter.',
      'The embassy declined to comment.',
      'The ministry did not immediately respond.',
      '大使馆拒绝置评。',
    ],
  ],
  [
    'measure',
    [
      'Le tribunal de Riga a inculpé trois officiers.',
      'La Lettonie a convoqué l’ambassadeur.',
      'L’Union a gelé les avoirs de deux entités : elle a adopté des sanctions.',
      'Three officers were charged in Riga.',
      'Latvia expelled two diplomats.',
      '拉脱维亚召见了大使。',
      '欧盟对两人实施制裁。',
    ],
  ],
  [
    'context',
    [
      'Les phares sont restés éteints pendant une nuit.',
      'Cranes stood still for nine hours.',
      '起重机停了九个小时。',
      '',
    ],
  ],
];

describe('stanceOf', () => {
  test.each(TABLE.flatMap(([kind, sentences]) => sentences.map((sentence) => [kind, sentence] as const)))(
    '%s: %s',
    (kind, sentence) => {
      expect(stanceOf(sentence)).toBe(kind);
    },
  );

  test('accents and capitals do not matter', () => {
    expect(stanceOf('ANDORRE A DEMENTI')).toBe('denial');
    expect(stanceOf('Andorre a démenti')).toBe('denial');
  });

  test('a denial of accusations is a denial, and still shows the accusation', () => {
    const sentence = 'Andorre dément les accusations.';
    expect(stanceOf(sentence)).toBe('denial');
    expect(shows('accusation', sentence)).toBe(true);
    expect(shows('measure', sentence)).toBe(false);
    expect(shows('context', sentence)).toBe(false);
  });

  test('signs are whole words', () => {
    for (const word of ['Niederland', 'niveau', 'gelée', 'Tunis', 'Reni'])
      expect(stanceOf(`Le ${word} est là.`)).toBe('context');
  });
});
