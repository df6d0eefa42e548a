/**
 * The rules of STIX 2.1 (OASIS Standard, 10 June 2021) that concern what we export, in our own words: those of the OASIS
 * JSON schemas, with which they were compared (docs/architecture.md), and those that stand in the specification alone.
 */
import { isDeepStrictEqual } from 'node:util';
import {
  OBJECTS,
  type Property,
  RELATIONSHIPS,
  TLP_WHITE,
  TRANSLATABLE,
  VOCABULARIES,
} from './stix-tables.ts';

export type Json = Record<string, unknown>;

/** Section 2.9 (identifier), with the versions of RFC 4122. */
const IDENTIFIER =
  /^([a-z][a-z0-9-]{1,248}[a-z0-9])--[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** Section 2.16: RFC 3339, UTC, and to the millisecond for `created` and `modified` (section 3.2). */
const TIMESTAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const LANGUAGE = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;
/** RFC 3986: a URI with a host, and what may stand in its path, query and fragment. */
const URI =
  /^https?:\/\/(?:\[[0-9a-f:.]+\]|[^/?#[\]@|\s]+)(?:\/(?:[\w\-.~:/@!$&'()*+,;=]|%[0-9a-f]{2})*)?(?:\?(?:[\w\-.~:/@!$&'()*+,;=?]|%[0-9a-f]{2})*)?(?:#(?:[\w\-.~:/@!$&'()*+,;=?]|%[0-9a-f]{2})*)?$/i;
/** Section 3.1: names of properties. */
const PROPERTY_NAME = /^[a-z][a-z0-9_]{2,249}$/;

/** @returns every broken rule in words; empty for a sound bundle. */
export function brokenStixRules(bundle: Json): string[] {
  const objects = (bundle.objects ?? []) as Json[];
  const byId = new Map(objects.map((object) => [String(object.id), object]));
  const problems = [
    ...must(
      Object.keys(bundle).sort().join() === 'id,objects,type',
      'bundle: type, id and objects alone (8)',
    ),
    ...must(bundle.type === 'bundle' && isIdentifier(bundle.id, 'bundle'), 'bundle: id (2.9)'),
    ...must(Array.isArray(bundle.objects) && objects.length > 0, 'bundle: objects (8)'),
    ...must(byId.size === objects.length, 'bundle: each version of an object once (8)'),
    ...must(
      new Set([...byId.keys()].map((id) => id.split('--')[1])).size === byId.size,
      'bundle: no UUID under two types (2.9)',
    ),
  ];
  for (const object of objects)
    for (const problem of [...objectRules(object), ...referenceRules(object, byId)])
      problems.push(`${object.id}: ${problem}`);
  return problems;
}

function objectRules(object: Json): string[] {
  const type = String(object.type);
  const properties = OBJECTS[type];
  if (properties === undefined) return [`no object is called ${type}`];
  const present = Object.entries(object);
  return [
    ...must(isIdentifier(object.id, type), 'id: its own type and a UUID (2.9)'),
    ...must(object.spec_version === '2.1', 'spec_version (3.2)'),
    ...Object.entries(properties).flatMap(([name, { required }]) =>
      must(required !== true || object[name] !== undefined, `${name} is required`),
    ),
    ...present.flatMap(([name, value]) => {
      const property = properties[name];
      if (property === undefined) return [`${name} is no property of ${type}`];
      return [
        ...must(PROPERTY_NAME.test(name) || name === 'id', `${name}: letters, digits, underscore (3.1)`),
        ...must(isOfKind(value, property), `${name}: ${JSON.stringify(value)} is no ${property.kind}`),
      ];
    }),
    ...must(
      (object.modified ?? object.created) === object.created,
      'a first version is modified when it is created (3.6)',
    ),
    ...must(
      !('lang' in properties) || object.lang !== undefined || TRANSLATABLE.every((name) => !(name in object)),
      'lang: text without one counts as English (3.2)',
    ),
    ...Object.entries(VOCABULARIES).flatMap(([name, words]) =>
      [object[name] ?? []]
        .flat()
        .flatMap((word) => must(words.includes(String(word)), `${name}: ${word} (10)`)),
    ),
    ...(type === 'marking-definition' ? markingRules(object) : []),
  ];
}

function markingRules(object: Json): string[] {
  if (object.definition_type === 'tlp')
    return must(
      isDeepStrictEqual(object, TLP_WHITE),
      'no TLP but the predefined ones, word for word (7.2.1.4)',
    );
  const { statement } = (object.definition ?? {}) as Json;
  return must(object.definition_type === 'statement' && isText(statement), 'statement marking (7.2.1.3)');
}

function referenceRules(object: Json, byId: ReadonlyMap<string, Json>): string[] {
  const typeOf = (id: unknown) => String(byId.get(String(id))?.type);
  const named = Object.entries(object).filter(([name]) => /_refs?$/.test(name));
  const marks = (object.object_marking_refs ?? []) as string[];
  return [
    ...named.flatMap(([name, value]) =>
      [value].flat().flatMap((id) => must(byId.has(String(id)), `${name}: ${id} is not in the bundle`)),
    ),
    ...must(
      object.created_by_ref === undefined || typeOf(object.created_by_ref) === 'identity',
      'created_by_ref: an identity (3.2)',
    ),
    ...must(
      marks.every((id) => typeOf(id) === 'marking-definition' && id !== object.id),
      'object_marking_refs (7.2)',
    ),
    ...(object.type === 'relationship' ? relationshipRules(object, typeOf) : []),
    ...(object.type === 'language-content' ? translationRules(object, byId) : []),
  ];
}

function relationshipRules(object: Json, typeOf: (id: unknown) => string): string[] {
  const name = String(object.relationship_type);
  const ends = `${typeOf(object.source_ref)} ${name} ${typeOf(object.target_ref)}`;
  return must(RELATIONSHIPS.includes(ends), `the standard knows no «${ends}»`);
}

/** Section 7.1: what is translated exists in the object, at the version that is named, and is no translation. */
function translationRules(object: Json, byId: ReadonlyMap<string, Json>): string[] {
  const target = byId.get(String(object.object_ref)) ?? {};
  return [
    ...must(object.object_modified === target.modified, 'object_modified (7.1)'),
    ...must(target.type !== 'language-content', 'object_ref: a translation of a translation (7.1)'),
    ...Object.entries((object.contents ?? {}) as Record<string, Json>).flatMap(([lang, fields]) => [
      ...must(LANGUAGE.test(lang), `contents: ${lang} is no language`),
      ...Object.entries(fields).flatMap(([name, value]) =>
        must(typeof value === typeof target[name], `contents: ${name} is not in the object`),
      ),
    ]),
  ];
}

function isOfKind(value: unknown, { kind }: Property): boolean {
  switch (kind) {
    case 'text':
      return isText(value);
    case 'texts':
      return Array.isArray(value) && value.length > 0 && value.every(isText);
    case 'identifier':
      return isIdentifier(value);
    case 'identifiers':
      return Array.isArray(value) && value.length > 0 && value.every((id) => isIdentifier(id));
    case 'timestamp':
      return TIMESTAMP.test(String(value)) && new Date(String(value)).toISOString() === value;
    case 'language':
      return LANGUAGE.test(String(value));
    case 'references':
      return Array.isArray(value) && value.length > 0 && value.every(isReference);
    case 'object':
      return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
  }
}

/** Section 2.5: a source_name, and at least one of the others. What names CVE or CAPEC would need their numbers. */
function isReference(value: unknown): boolean {
  const { source_name, description, url, external_id, ...rest } = value as Json;
  const others = [description, url, external_id].filter((other) => other !== undefined);
  return (
    isText(source_name) &&
    !['cve', 'capec'].includes(String(source_name)) &&
    others.length > 0 &&
    others.every(isText) &&
    (url === undefined || URI.test(String(url))) &&
    Object.keys(rest).length === 0
  );
}

function isIdentifier(value: unknown, type?: string): boolean {
  const match = IDENTIFIER.exec(String(value));
  return match !== null && (type === undefined || match[1] === type);
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}

function must(holds: boolean, rule: string): string[] {
  return holds ? [] : [rule];
}
