/** A case as a STIX 2.1 bundle: claims, each with who makes it and where it stands, and no finding of our own. */
import { ANSWER_LANGS } from '../core/answer.ts';
import { type CaseFile, caseTitle } from './case-file.ts';
import { exportLang, languageTag } from './export-language.ts';
import { REPORT_WORDS } from './report-words.ts';
import { stixClaims } from './stix-claims.ts';
import { type StixObject, stixObject, timestamp } from './stix-object.ts';
import { CASEBOOK, COMMON, MARKINGS, victimIdentity } from './stix-parties.ts';
import { externalReference } from './stix-sources.ts';

export interface StixBundle {
  readonly type: 'bundle';
  readonly id: string;
  readonly objects: readonly StixObject[];
}

/**
 * Dates: a claim's objects are dated by the claim, else by its publication; the campaign and what belongs to it by the
 * first date known in the case, its report by the last; what has no date by that of the export's format. A year or a
 * month stands for its first day. Throws when a claim names a source that is not there.
 */
export function exportStix(file: CaseFile): StixBundle {
  const { record, sources, textLang } = file;
  const lang = exportLang(textLang);
  const title = caseTitle(record, lang);
  const { first, last } = dateRange(file);
  const made = { ...COMMON, created_by_ref: CASEBOOK.id, created: first, modified: first };
  const references = sources.map((source) => externalReference(source, lang));
  const allSources = references.length === 0 ? undefined : references;

  const campaign = stixObject('campaign', {
    ...made,
    lang: titleLang(file),
    external_references: [{ source_name: 'Casebook', external_id: record.id }],
    name: title,
  });
  const victims = record.victims.map((name) => victimIdentity(name, languageTag(textLang)));
  const targets = victims.map((victim) =>
    stixObject('relationship', {
      ...made,
      external_references: allSources,
      relationship_type: 'targets',
      source_ref: campaign.id,
      target_ref: victim.id,
    }),
  );
  const objects = distinct([
    ...MARKINGS,
    CASEBOOK,
    campaign,
    ...titles(file, campaign, made),
    ...victims,
    ...targets,
    ...stixClaims(file, campaign),
  ]);
  const report = stixObject('report', {
    ...made,
    created: last,
    modified: last,
    lang: languageTag(textLang),
    external_references: allSources,
    name: title,
    description: [record.period, REPORT_WORDS[lang].reportsClaims].filter((text) => text !== null).join('. '),
    report_types: ['campaign'],
    published: last,
    object_refs: objects.map(({ id }) => id),
  });
  const all = [...objects, report];
  const { id } = stixObject('bundle', { objects: all.map((object) => object.id) });
  return { type: 'bundle', id, objects: all };
}

/** The case's titles in the other languages, as the standard has translations. */
function titles(file: CaseFile, campaign: StixObject, made: object): StixObject[] {
  const others = ANSWER_LANGS.filter((lang) => lang !== titleLang(file)).flatMap((lang) => {
    const name = file.record.title[lang];
    return name === undefined || name === '' ? [] : [[lang, { name }] as const];
  });
  if (others.length === 0) return [];
  return [
    stixObject('language-content', {
      ...made,
      object_ref: campaign.id,
      object_modified: campaign.modified,
      contents: Object.fromEntries(others),
    }),
  ];
}

/** Which language the title is really in: a case without a title in its own has the English one. */
function titleLang({ record, textLang }: CaseFile): string {
  const lang = exportLang(textLang);
  return record.title[lang] === undefined ? 'en' : lang;
}

function dateRange({ record, sources }: CaseFile): { first: string; last: string } {
  const dates = [
    ...record.claims.map(({ eventDate }) => eventDate),
    ...sources.map(({ publishedAt }) => publishedAt),
  ].filter((date) => date !== null);
  const times = dates.map((date) => timestamp(date)).sort();
  return { first: times[0] ?? timestamp(), last: times.at(-1) ?? timestamp() };
}

function distinct(objects: readonly StixObject[]): StixObject[] {
  return [...new Map(objects.map((object) => [object.id, object])).values()];
}
