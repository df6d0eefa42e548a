/** The record of a case against who accuses and who denies in a model's words. */
import { describe, expect, test } from 'vitest';
import { wrongSide } from '../../../src/answer/model/record-roles.ts';
import type { CaseRecord, Claim, ClaimKind } from '../../../src/core/case-record.ts';
import { loadLexicon } from '../../../src/lexicon/lexicon.ts';
import { makeDocument } from '../../support/corpus-kit.ts';

const lexicon = loadLexicon();
const { source } = makeDocument({ id: 'ferries/s1', text: 'Norway accused Iceland.' });

function claim(kind: ClaimKind, speakerCountry: string, state: string | null): Claim {
  return {
    kind,
    speaker: speakerCountry,
    speakerCountry,
    speakerType: 'government',
    against: state === null ? null : { actor: null, aliases: [], state },
    basis: [],
    confidenceAsStated: null,
    eventDate: null,
    sourceId: 'ferries/s1',
    wording: null,
  };
}

/** Norway accuses Iceland, which denies. */
const RECORD: CaseRecord = {
  id: 'ferries',
  title: { fr: 'Les ferries', en: 'The ferries' },
  victims: [],
  period: null,
  claims: [claim('accusation', 'NO', 'IS'), claim('denial', 'IS', null)],
};
const onWrongSide = (text: string, lang: string, record = RECORD) =>
  wrongSide(text, lang, source, [record], lexicon);

describe('who stands on the other side of the record', () => {
  test.each([
    ['en', 'The Icelandic government accused Norway of the attack on the ferries.'],
    ['fr', 'Le gouvernement islandais accuse la Norvège d’avoir attaqué les ferries.'],
    ['zh', '冰岛政府指责挪威攻击了渡轮。'],
    ['en', 'The Norwegian government denied any part in the attack.'],
  ])('%s: «%s»', (lang, text) => expect(onWrongSide(text, lang)).not.toBeNull());
});

describe('nobody does', () => {
  test.each([
    ['en', 'The Norwegian government accused Iceland of the attack on the ferries.'],
    ['en', 'The Icelandic government denied any part in the attack.'],
    ['en', 'Iceland was accused by the Norwegian government.'],
    ['fr', 'Selon le gouvernement norvégien, l’Islande est responsable de l’attaque.'],
    ['zh', '挪威政府指责冰岛攻击了渡轮。'],
    ['en', 'The Danish government blamed Iceland for the attack on the ferries.'],
    ['en', 'The ferries stood still for a day.'],
  ])('%s: «%s»', (lang, text) => expect(onWrongSide(text, lang)).toBeNull());

  test('where the accused has accused in turn, or no record says who is accused', () => {
    const words = 'The Icelandic government accused Norway of the attack on the ferries.';
    const back = { ...RECORD, claims: [...RECORD.claims, claim('counter-accusation', 'IS', 'NO')] };
    expect(onWrongSide(words, 'en', back)).toBeNull();
    expect(onWrongSide(words, 'en', { ...RECORD, claims: [] })).toBeNull();
  });
});
