/**
 * Cases in the terms of EuRepoC, the European Repository of Cyber Incidents: the names of its data release's fields,
 * explained by its codebook 1.2 (2023). What EuRepoC's coders would judge and our claims do not say stays empty; what
 * EuRepoC has no field for stands under `casebook`.
 */
import type { Claim } from '../core/case-record.ts';
import { countryName } from '../core/country-name.ts';
import type { Source } from '../core/source.ts';
import { type CaseFile, caseTitle } from './case-file.ts';
import { sourceOf, webAddress } from './cited-source.ts';
import { attributionBasis } from './eurepoc-basis.ts';
import { exportLang } from './export-language.ts';
import { LICENCE } from './export-licence.ts';

const ABOUT = {
  vocabulary: {
    name: 'EuRepoC (European Repository of Cyber Incidents)',
    codebook: '1.2',
    codebook_url: 'https://eurepoc.eu/wp-content/uploads/2023/07/EuRepoC_Codebook_1_2.pdf',
  },
  notes: [
    'Casebook made this file, not EuRepoC; ids are Casebook’s. Each entry is a claim by the actor that it names, not a finding.',
    'Fields have the names of EuRepoC’s data release. Everything under "casebook" is Casebook’s own.',
    'What the codebook leaves to a coder’s judgement (settled, attribution_type, categories, types of responses, intensities) is null or an empty list.',
    'attribution_basis is filled only where who speaks decides it. A government’s is left empty: whether it is the receiver’s or a third party’s is not recorded.',
    'Countries have their English names of Unicode CLDR, which differ from EuRepoC’s in places (North Korea); compare the alpha-2 codes.',
    'Dates have the precision that is known (2025, 2025-05, 2025-05-28); no day is made up.',
    'Texts under "casebook" and names of receivers, actors and initiators are in the language that casebook.lang tells.',
  ],
  licence: LICENCE,
} as const;

export function exportEurepoc(files: readonly CaseFile[]) {
  return { about: ABOUT, incidents: files.map(incident) };
}

function incident({ record, sources, textLang }: CaseFile) {
  const claims = record.claims.map((claim, i): NumberedClaim => {
    return { claim, id: `${record.id}/c${i + 1}`, source: sourceOf(claim, sources) };
  });
  const attributions = claims.filter(({ claim }) => isAttribution(claim));
  const legal = claims.filter(({ claim }) => isLegalResponse(claim));
  const political = claims.filter(({ claim }) => isPoliticalResponse(claim));
  const coded = new Set([...attributions, ...legal, ...political]);
  return {
    id: record.id,
    name: caseTitle(record, exportLang(textLang)),
    start_date: null,
    end_date: null,
    receivers: record.victims.map((name) => ({ receiver_name: name, receiver_country: null })),
    number_of_attributions: attributions.length,
    attributions: attributions.map(attribution),
    number_of_political_responses: political.length,
    political_responses: political.map((numbered) => response('political', numbered)),
    number_of_legal_responses: legal.length,
    legal_responses: legal.map((numbered) => response('legal', numbered)),
    sources_url: addresses(sources),
    sources_attribution: addresses(attributions.map(({ source }) => source)),
    articles: sources.map(article),
    casebook: {
      lang: textLang,
      titles: record.title,
      period: record.period,
      /** What the accused and others answered, and the rest of what was said. */
      statements: claims.filter((numbered) => !coded.has(numbered)).map(statement),
    },
  };
}

interface NumberedClaim {
  readonly claim: Claim;
  /** Stable while the case file keeps its order. */
  readonly id: string;
  readonly source: Source;
}

function isAttribution({ kind }: Claim): boolean {
  return kind === 'accusation' || kind === 'self-claim';
}

function isLegalResponse({ kind, speakerType, basis }: Claim): boolean {
  return kind === 'measure' && (speakerType === 'court' || basis.includes('legal'));
}

/** A company's measures are no political response. */
function isPoliticalResponse(claim: Claim): boolean {
  const { kind, speakerType } = claim;
  return (
    kind === 'measure' &&
    !isLegalResponse(claim) &&
    (speakerType === 'government' || speakerType === 'international')
  );
}

function attribution({ claim, id, source }: NumberedClaim) {
  const { against, speaker, speakerCountry, eventDate } = claim;
  const isSecurityCompany = claim.speakerType === 'company' && source.authority === 'vendor';
  return {
    attribution_id: id,
    settled: null,
    ...dateFields('attribution', eventDate),
    attribution_basis: attributionBasis(claim, source),
    attribution_type: [],
    attributing_country: countries(speakerCountry),
    attributing_actor: [speaker],
    attribution_it_company: isSecurityCompany ? [speaker] : [],
    attributed_initiator_name: against?.actor == null ? [] : [against.actor],
    attributed_initiator_country: countries(against?.state ?? null),
    attributed_initiator_country_alpha_2: against?.state == null ? [] : [against.state],
    casebook: { ...ours(claim), aliases: against?.aliases ?? [] },
  };
}

function response(kind: 'political' | 'legal', { claim, id }: NumberedClaim) {
  return {
    [`${kind}_response_id`]: id,
    ...dateFields(`${kind}_response`, claim.eventDate),
    [`${kind}_response_type`]: [],
    [`${kind}_response_type_sub`]: [],
    [`${kind}_response_country`]: countries(claim.speakerCountry),
    [`${kind}_response_actor`]: [claim.speaker],
    casebook: ours(claim),
  };
}

/** Denials, counter-accusations, contests and the like: EuRepoC has no entry for the word of the accused. */
function statement({ claim, id, source }: NumberedClaim) {
  const { speaker, speakerCountry, eventDate, against } = claim;
  return {
    id,
    speaker,
    speaker_country: countries(speakerCountry)[0] ?? null,
    date: eventDate,
    against,
    /** EuRepoC’s own term, for what contests an attribution. */
    attribution_basis: claim.kind === 'contest' ? attributionBasis(claim, source) : [],
    ...ours(claim),
  };
}

function ours({ kind, speakerType, speakerCountry, basis, confidenceAsStated, wording, sourceId }: Claim) {
  return {
    kind,
    speaker_type: speakerType,
    speaker_country_alpha_2: speakerCountry,
    basis,
    confidence_as_stated: confidenceAsStated,
    wording,
    source: sourceId,
  };
}

function dateFields(prefix: string, date: string | null) {
  const [year, month, day] = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(date ?? '')?.slice(1) ?? [];
  const number = (part: string | undefined) => (part === undefined ? null : Number(part));
  return {
    [`${prefix}_year`]: number(year),
    [`${prefix}_month`]: number(month),
    [`${prefix}_day`]: number(day),
    /** A list, as in EuRepoC's own. */
    [`${prefix}_full_date`]: date === null ? [] : [date],
  };
}

function countries(code: string | null): string[] {
  return code === null ? [] : [countryName(code, 'en')];
}

function article(source: Source) {
  return {
    article_id: source.id,
    article_title: source.title,
    article_url: webAddress(source.url),
    article_publication_date: source.publishedAt,
    source_name: source.publisher,
    source_category: null,
    casebook: {
      authority: source.authority,
      kind: source.kind,
      lang: source.lang,
      title_is_descriptive: source.titleIsDescriptive,
    },
  };
}

function addresses(sources: readonly Source[]): string[] {
  return [...new Set(sources.map(({ url }) => webAddress(url)).filter((url) => url !== null))];
}
