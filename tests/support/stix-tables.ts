/** The properties, vocabularies and relationships that STIX 2.1 defines for the objects that we export. */

export interface Property {
  readonly kind:
    | 'text'
    | 'texts'
    | 'identifier'
    | 'identifiers'
    | 'timestamp'
    | 'language'
    | 'references'
    | 'object';
  readonly required?: true;
}

type Properties = Readonly<Record<string, Property>>;

/** Section 3.2: what every object has. */
const BASIC: Properties = {
  type: { kind: 'text', required: true },
  spec_version: { kind: 'text', required: true },
  id: { kind: 'identifier', required: true },
  created: { kind: 'timestamp', required: true },
  created_by_ref: { kind: 'identifier' },
  external_references: { kind: 'references' },
  object_marking_refs: { kind: 'identifiers' },
};

/** Section 3.2: what has versions has besides. */
const VERSIONED: Properties = {
  ...BASIC,
  modified: { kind: 'timestamp', required: true },
  labels: { kind: 'texts' },
};

/** Section 3.2: translations have no language of their own. No confidence: it would be ours, not the speaker's. */
const COMMON: Properties = { ...VERSIONED, lang: { kind: 'language' } };

const text: Property = { kind: 'text' };
const name: Property = { kind: 'text', required: true };

/** Sections 4 (domain objects), 5.1, 7.1 and 7.2; the properties that we never write are left out. */
export const OBJECTS: Readonly<Record<string, Properties>> = {
  campaign: { ...COMMON, name, description: text, aliases: { kind: 'texts' } },
  identity: { ...COMMON, name, description: text, identity_class: text },
  note: {
    ...COMMON,
    abstract: text,
    content: { kind: 'text', required: true },
    authors: { kind: 'texts' },
    object_refs: { kind: 'identifiers', required: true },
  },
  opinion: {
    ...COMMON,
    explanation: text,
    authors: { kind: 'texts' },
    opinion: { kind: 'text', required: true },
    object_refs: { kind: 'identifiers', required: true },
  },
  report: {
    ...COMMON,
    name,
    description: text,
    report_types: { kind: 'texts' },
    published: { kind: 'timestamp', required: true },
    object_refs: { kind: 'identifiers', required: true },
  },
  'threat-actor': { ...COMMON, name, description: text, aliases: { kind: 'texts' } },
  relationship: {
    ...COMMON,
    relationship_type: { kind: 'text', required: true },
    description: text,
    source_ref: { kind: 'identifier', required: true },
    target_ref: { kind: 'identifier', required: true },
  },
  'language-content': {
    ...VERSIONED,
    object_ref: { kind: 'identifier', required: true },
    object_modified: { kind: 'timestamp' },
    contents: { kind: 'object', required: true },
  },
  'marking-definition': { ...BASIC, name: text, definition_type: text, definition: { kind: 'object' } },
};

/** Section 10: the open vocabularies, whose words we keep to, and the closed one of opinions. */
export const VOCABULARIES: Readonly<Record<string, readonly string[]>> = {
  identity_class: ['individual', 'group', 'system', 'organization', 'class', 'unknown'],
  report_types: [
    'attack-pattern',
    'campaign',
    'identity',
    'indicator',
    'intrusion-set',
    'malware',
    'observed-data',
    'threat-actor',
    'threat-report',
    'tool',
    'vulnerability',
  ],
  opinion: ['strongly-disagree', 'disagree', 'neutral', 'agree', 'strongly-agree'],
};

/** Section 3.2: texts that can be translated, and so want a language. */
export const TRANSLATABLE = ['name', 'description', 'abstract', 'content', 'explanation'];

/** Section 7.2.1.4: the predefined object, word for word. */
export const TLP_WHITE = {
  type: 'marking-definition',
  spec_version: '2.1',
  id: 'marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9',
  created: '2017-01-20T00:00:00.000Z',
  definition_type: 'tlp',
  name: 'TLP:WHITE',
  definition: { tlp: 'white' },
};

/** Sections 4.2 and 4.17: the relationships of campaigns and threat actors that we use. */
export const RELATIONSHIPS = [
  'campaign attributed-to threat-actor',
  'campaign targets identity',
  'threat-actor attributed-to identity',
];
