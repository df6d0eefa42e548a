/** Who speaks, who was hit and who is accused, as STIX objects. They are names that claims use, not findings. */
import type { Accused, Claim, SpeakerType } from '../core/case-record.ts';
import { countryName } from '../core/country-name.ts';
import { UNKNOWN_LANGUAGE } from './export-language.ts';
import { LICENCE } from './export-licence.ts';
import { type StixObject, stixObject, UNDATED } from './stix-object.ts';

/** The standard's predefined object (STIX 2.1, section 7.2.1.4); TLP 2.0 calls the level CLEAR. */
const TLP_CLEAR: StixObject = {
  type: 'marking-definition',
  spec_version: '2.1',
  id: 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
  created: '2017-01-20T00:00:00.000Z',
  definition_type: 'tlp',
  name: 'TLP:WHITE',
  definition: { tlp: 'white' },
};

const LICENCE_MARKING = stixObject('marking-definition', {
  spec_version: '2.1',
  created: UNDATED,
  definition_type: 'statement',
  name: 'TLP:CLEAR, Apache-2.0',
  definition: { statement: `TLP:CLEAR. ${LICENCE}` },
});

export const MARKINGS: readonly StixObject[] = [TLP_CLEAR, LICENCE_MARKING];

/** What every object but a marking carries. */
export const COMMON = { spec_version: '2.1', object_marking_refs: MARKINGS.map(({ id }) => id) } as const;

export const CASEBOOK = stixObject('identity', {
  ...COMMON,
  created: UNDATED,
  modified: UNDATED,
  lang: 'en',
  name: 'Casebook',
  description:
    'Reports who accused whom of which cyberattack, and what the accused answer. It establishes no facts: each ' +
    'attribution in its bundles is a claim of the authors of the note that refers to it.',
  identity_class: 'system',
});

/** A party has no date of its own. */
const PARTY = { ...COMMON, created_by_ref: CASEBOOK.id, created: UNDATED, modified: UNDATED };

const CLASSES: Readonly<Record<SpeakerType, string>> = {
  government: 'organization',
  international: 'organization',
  court: 'organization',
  company: 'organization',
  media: 'organization',
  'state-media': 'organization',
  person: 'individual',
  group: 'group',
  other: 'unknown',
};

/** @param lang of the digest that names the speaker, an RFC 5646 tag. */
export function speakerIdentity({ speaker, speakerType, speakerCountry }: Claim, lang: string): StixObject {
  return stixObject('identity', {
    ...PARTY,
    lang,
    // No location: an embassy speaks for a country and is in another.
    labels: [
      `speaker:${speakerType}`,
      ...(speakerCountry === null ? [] : [`speaks-for:${speakerCountry.toLowerCase()}`]),
    ],
    name: speaker,
    identity_class: CLASSES[speakerType],
  });
}

export function victimIdentity(name: string, lang: string): StixObject {
  return stixObject('identity', { ...PARTY, lang, labels: ['target'], name, identity_class: 'unknown' });
}

/** A country, which the standard counts among the organizations. */
export function stateIdentity(code: string): StixObject {
  return stixObject('identity', {
    ...PARTY,
    lang: 'en',
    labels: [`country:${code.toLowerCase()}`],
    name: countryName(code, 'en'),
    identity_class: 'organization',
  });
}

/** The accused as the claim names them; null when it names nobody. */
export function accusedActor({ actor, aliases, state }: Accused): StixObject | null {
  if (actor === null && state === null) return null;
  return stixObject('threat-actor', {
    ...PARTY,
    // A name such as APT28 is in no language, and one object whatever the case's.
    lang: actor === null ? 'en' : UNKNOWN_LANGUAGE,
    labels: ['as-named-by-accuser'],
    name: actor ?? `Unnamed actor (state accused: ${countryName(state ?? '', 'en')})`,
    aliases: actor === null || aliases.length === 0 ? undefined : aliases,
  });
}
