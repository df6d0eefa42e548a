/** A case's claims as STIX objects: what is claimed as relationships, who says it and how sure as notes and opinions. */
import type { Claim } from '../core/case-record.ts';
import type { CaseFile } from './case-file.ts';
import { sourceOf } from './cited-source.ts';
import { claimLine } from './claim-line.ts';
import { exportLang, languageTag } from './export-language.ts';
import { REPORT_WORDS } from './report-words.ts';
import { type StixObject, stixObject, timestamp } from './stix-object.ts';
import { accusedActor, CASEBOOK, COMMON, speakerIdentity, stateIdentity } from './stix-parties.ts';
import { externalReference } from './stix-sources.ts';

interface Accusation {
  readonly claim: Claim;
  readonly relationships: readonly StixObject[];
}

/** Each claim becomes one note or opinion with its author and its source, and all that it refers to. */
export function stixClaims(file: CaseFile, campaign: StixObject): StixObject[] {
  const accusations = file.record.claims.filter(attributesAttack).map((claim): Accusation => {
    return { claim, relationships: attributions(claim, file, campaign) };
  });
  const made = new Map(accusations.map(({ claim, relationships }) => [claim, relationships]));
  return file.record.claims.flatMap((claim) => {
    const parties = [speakerIdentity(claim, languageTag(file.textLang)), ...accusedParties(claim)];
    const relationships = made.get(claim) ?? [];
    const denied = claim.kind === 'denial' ? deniedBy(claim, accusations) : [];
    const statement =
      denied.length > 0
        ? opinion(claim, file, denied)
        : note(claim, file, [...(relationships.length > 0 ? relationships : [campaign]), ...parties]);
    return [...parties, ...relationships, statement];
  });
}

/** Whether the claim says who is behind this attack. Other charges, such as a counter-accusation, are not about it. */
function attributesAttack({ kind, against }: Claim): boolean {
  return (kind === 'accusation' || kind === 'self-claim') && against !== null;
}

function accusedParties({ against }: Claim): StixObject[] {
  if (against === null) return [];
  const actor = accusedActor(against);
  const state = against.state === null ? null : stateIdentity(against.state);
  return [actor, state].filter((party) => party !== null);
}

/** Campaign to actor, and actor to state: one of each for each claim, so that nobody's claim stands for another's. */
function attributions(claim: Claim, file: CaseFile, campaign: StixObject): StixObject[] {
  const [actor, state] = accusedParties(claim);
  if (actor === undefined) return [];
  const attributedTo = (from: StixObject, to: StixObject) =>
    stixObject('relationship', {
      ...claimProperties(claim, file),
      labels: ['claim', claim.kind],
      relationship_type: 'attributed-to',
      description: claimText(claim, file),
      source_ref: from.id,
      target_ref: to.id,
    });
  return [attributedTo(campaign, actor), ...(state === undefined ? [] : [attributedTo(actor, state)])];
}

/**
 * What a denial disagrees with: the accusations against the state that the speaker speaks for, but those made later.
 * Empty where that is not known, as for a person or a company.
 */
function deniedBy({ speakerCountry, eventDate }: Claim, accusations: readonly Accusation[]): StixObject[] {
  if (speakerCountry === null) return [];
  const isLater = (other: string | null) => {
    if (eventDate === null || other === null) return false;
    const shared = Math.min(eventDate.length, other.length);
    return other.slice(0, shared) > eventDate.slice(0, shared);
  };
  return accusations
    .filter(({ claim: { against } }) => against?.state === speakerCountry)
    .filter(({ claim }) => !isLater(claim.eventDate))
    .flatMap(({ relationships }) => relationships);
}

/**
 * Without the standard's `confidence`, which is the creator's, so it would be ours: how sure the speaker says to be is in
 * the words.
 */
function note(claim: Claim, file: CaseFile, about: readonly StixObject[]): StixObject {
  return stixObject('note', {
    ...claimProperties(claim, file),
    labels: [claim.kind],
    content: claimText(claim, file),
    authors: [claim.speaker],
    object_refs: idsOf(about),
  });
}

/** The scale's plain «disagree»: a denial's strength is not measured. */
function opinion(claim: Claim, file: CaseFile, about: readonly StixObject[]): StixObject {
  return stixObject('opinion', {
    ...claimProperties(claim, file),
    labels: [claim.kind],
    explanation: claimText(claim, file),
    authors: [claim.speaker],
    opinion: 'disagree',
    object_refs: idsOf(about),
  });
}

function idsOf(objects: readonly StixObject[]): string[] {
  return [...new Set(objects.map(({ id }) => id))];
}

/** Dated by what the claim says of its day, then by its publication. */
function claimProperties(claim: Claim, { sources, textLang }: CaseFile) {
  const source = sourceOf(claim, sources);
  const time = timestamp(claim.eventDate, source.publishedAt);
  return {
    ...COMMON,
    created_by_ref: CASEBOOK.id,
    created: time,
    modified: time,
    lang: languageTag(textLang),
    external_references: [externalReference(source, exportLang(textLang))],
  };
}

/** Who claims what, with certainty and basis in words, and on the day that is known, no finer. */
function claimText(claim: Claim, { textLang }: CaseFile): string {
  const lang = exportLang(textLang);
  const { date, label, text, notes } = claimLine(
    claim,
    { lang, textLang, number: () => 0 },
    { withKind: true },
  );
  const head = [date, label].filter((part) => part !== null).join(' · ');
  return `${head}${REPORT_WORDS[lang].colon}${text}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`;
}
