/** Conversations are told, once, what has become of the sources of their answers. */
import { describe, expect, it } from 'vitest';
import type { Claim } from '../../../src/core/case-record.ts';
import { ANSWERED } from '../../support/sample-answers.ts';
import { DAY, MINUTE, PLACE, rewritten, setScene, withdrawn } from './corrections-kit.ts';

const S1 = 'lac-gris/s1';
const S2 = 'lac-gris/s2';
const EXCERPT = ANSWERED.citations[0]?.excerpt ?? '';

describe('a source that is withdrawn', () => {
  it('is told of in each conversation that was given it, once', async () => {
    const scene = setScene();
    await scene.give('a1', 't1');
    await scene.give('a2', 't2');
    await scene.give('other', 't3', { citations: ANSWERED.citations.slice(1) });
    const corrections = scene.start();
    await corrections.round();
    expect(scene.posted).toEqual([]);
    scene.change(S1, withdrawn('Le chiffre était faux.'));
    for (let i = 0; i < 3; i += 1) await corrections.round();
    await scene.start().round();
    expect(scene.posted.map(({ to }) => to)).toEqual([
      { ...PLACE, threadId: 't1' },
      { ...PLACE, threadId: 't2' },
    ]);
    expect(scene.posted[0]?.text).toBe(
      [
        'Correction : une source d’une réponse donnée ici a changé (référence a1, 5 janvier 2026).',
        '• Ministère des Affaires étrangères de Valdoria, 28 mai 2025, Déclaration du ministère de Valdoria sur l’intrusion dans son réseau : publication retirée par son éditeur (30 janvier 2026) : Le chiffre était faux.',
        '  https://valdoria.example/declaration?lang=fr&id=7',
        'Pour une réponse à jour, posez la question de nouveau avec /cb-ask.',
      ].join('\n'),
    );
    expect(scene.lines.filter(({ level }) => level !== 'info')).toEqual([]);
  });

  it('is told of in one notice for all answers and sources of a conversation', async () => {
    const scene = setScene();
    await scene.give('a1', 't1');
    await scene.give('a2', 't1', { lang: 'en' });
    scene.change(S1, withdrawn());
    scene.change(S2, withdrawn());
    await scene.start().round();
    expect(scene.posted).toHaveLength(1);
    expect(scene.posted[0]?.text).toMatch(
      /^Correction: a source of answers .*reference a1, .*; reference a2, /,
    );
    expect(scene.posted[0]?.text.match(/withdrawn by its publisher/g)).toHaveLength(2);
  });

  it('is told of anew when it changes again, and not when the word is taken back', async () => {
    const scene = setScene();
    await scene.give('a1', 't1');
    const corrections = scene.start();
    scene.change(S1, withdrawn('first'));
    await corrections.round();
    scene.change(S1, ({ source: { standing: _, ...source }, ...rest }) => ({ ...rest, source }));
    await corrections.round();
    expect(scene.posted).toHaveLength(1);
    scene.change(S1, withdrawn('second'));
    await corrections.round();
    expect(scene.posted.map(({ text }) => /first|second/.exec(text)?.[0])).toEqual(['first', 'second']);
  });

  it('is no news to an answer that says so itself', async () => {
    const scene = setScene();
    scene.change(S1, withdrawn());
    await scene.give('a1', 't1', {
      notices: [{ code: 'source-withdrawn', text: 'Retirée. [1] · 30 janvier 2026' }],
    });
    await scene.start().round();
    expect(scene.posted).toEqual([]);
  });

  it('is not told of for answers that are too old, or where it is switched off', async () => {
    const scene = setScene();
    await scene.give('a1', 't1');
    scene.change(S1, withdrawn());
    await scene.start(0).round();
    scene.time += 31 * DAY;
    await scene.start(30).round();
    expect(scene.posted).toEqual([]);
  });

  it('is never told of where the asker alone saw the answer, but is known when it is recalled', async () => {
    const scene = setScene();
    await scene.give('secret');
    scene.change(S1, withdrawn());
    await scene.start().round();
    expect(scene.posted).toEqual([]);
    expect(await scene.state.corrections.changesOf('secret', PLACE)).toMatchObject([
      { kind: 'withdrawn', sourceId: S1 },
    ]);
  });
});

describe('what is due', () => {
  it('is forgotten with the person who asked', async () => {
    const scene = setScene();
    await scene.give('a1', 't1');
    scene.change(S1, withdrawn());
    scene.onPost = async () => {
      throw new Error('busy');
    };
    await scene.start().round();
    await scene.state.forgetUser({ ...PLACE, userId: 'U1' });
    scene.time += DAY;
    scene.onPost = async () => undefined;
    await scene.start().round();
    expect(scene.posted).toEqual([]);
    expect(await scene.state.corrections.changesOf('a1', PLACE)).toEqual([]);
  });

  it('is not begun once the process stops, which waits for the notice under way', async () => {
    const scene = setScene();
    await scene.give('a1', 't1');
    await scene.give('a2', 't2');
    scene.change(S1, withdrawn());
    const corrections = scene.start();
    const reached = Promise.withResolvers<void>();
    const taken = Promise.withResolvers<void>();
    scene.onPost = () => {
      reached.resolve();
      return taken.promise;
    };
    void corrections.round();
    await reached.promise;
    const stopped = corrections.stop();
    taken.resolve();
    await stopped;
    await corrections.round();
    expect(scene.posted.map(({ to }) => to.threadId)).toEqual(['t1']);
  });
});

describe('a text that changes', () => {
  it('is told of after a while, when the words cited are gone', async () => {
    const scene = setScene();
    await scene.give('a1', 't1');
    const corrections = scene.start();
    await corrections.round();
    scene.change(S1, rewritten('Tout autre chose.'));
    await corrections.round();
    expect(scene.posted).toEqual([]);
    scene.time += 31 * MINUTE;
    await corrections.round();
    expect(scene.posted[0]?.text).toContain('ne figure plus dans le texte enregistré');
  });

  it('is not told of when the words are still there, in whatever quotes', async () => {
    const scene = setScene();
    await scene.give('a1', 't1');
    scene.change(S1, rewritten(`Autre début. ${EXCERPT.replace(/’/g, "'").replace(/ /g, '\n')}`));
    await scene.start().round();
    scene.time += 31 * MINUTE;
    await scene.start().round();
    expect(scene.posted).toEqual([]);
  });

  it('is not told of when a source that was gone is back in time', async () => {
    const scene = setScene();
    await scene.give('a1', 't1');
    const corrections = scene.start();
    const [known] = [scene.sources.get(S1)];
    scene.change(S1, null);
    await corrections.round();
    if (known !== undefined) scene.sources.set(S1, known);
    scene.time += 31 * MINUTE;
    await corrections.round();
    expect(scene.posted).toEqual([]);
    scene.change(S1, null);
    await corrections.round();
    scene.time += 31 * MINUTE;
    await corrections.round();
    expect(scene.posted[0]?.text).toContain('n’est plus dans le corpus');
  });
});

describe('an accusation that is retracted', () => {
  const claim = (over: Partial<Claim>): Claim => ({
    kind: 'accusation',
    speaker: 'Ministère de Valdoria',
    speakerCountry: null,
    speakerType: 'government',
    against: null,
    basis: [],
    confidenceAsStated: null,
    eventDate: '2025-05-28',
    sourceId: S1,
    wording: null,
    ...over,
  });
  const record = (claims: readonly Claim[]) => ({
    id: 'lac-gris',
    title: { fr: 'Lac Gris', en: 'Lac Gris' },
    victims: [],
    period: null,
    claims,
  });

  it('by the one who made it is told of to those who were given the accusation', async () => {
    const scene = setScene();
    await scene.give('a1', 't1');
    scene.cases.push(record([claim({})]));
    const corrections = scene.start();
    await corrections.round();
    const retraction = claim({ kind: 'retraction', eventDate: '2026-01', sourceId: 'lac-gris/s9' });
    scene.cases[0] = record([claim({}), { ...retraction, speaker: 'Somebody else' }]);
    await corrections.round();
    expect(scene.posted).toEqual([]);
    scene.cases[0] = record([claim({}), retraction]);
    await corrections.round();
    expect(scene.posted[0]?.text).toContain(
      'accusation retirée par celui qui la portait (janvier 2026) (Ministère de Valdoria)',
    );
  });

  it('is no news to an answer that cites the retraction', async () => {
    const scene = setScene();
    scene.cases.push(record([claim({}), claim({ kind: 'retraction', eventDate: null, sourceId: S2 })]));
    await scene.give('a1', 't1');
    await scene.start().round();
    expect(scene.posted).toEqual([]);
  });
});
