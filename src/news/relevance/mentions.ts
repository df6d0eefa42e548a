/** The states, their bodies, and the groups that a headline names, with their countries. */
import { countryOf, findParties } from '../../claims/parties.ts';
import { type Concept, isName } from '../../lexicon/concept.ts';
import type { Analysis, Lexicon } from '../../lexicon/lexicon.ts';
import { foreignStates } from './foreign-states.ts';

export interface Mention {
  /** Offsets in UTF-16 code units of the text. */
  readonly start: number;
  readonly end: number;
  /** ISO 3166-1 alpha-2 code or `EU`; null for a group of no state. */
  readonly country: string | null;
  /** A state, its capital or one of its bodies, or a group of attackers: who can be accused. */
  readonly accusable: boolean;
  /** A parliament, a ministry, a court: attacked, and hardly ever the attacker. */
  readonly institution: boolean;
  /** Id of the threat actor's concept; null for all others. */
  readonly actor: string | null;
}

/** One character that stands for a state before a body of it: 俄使馆, 美检方, 亲俄. */
const HAN_SHORT: Readonly<Record<string, string>> = {
  俄: 'RU',
  美: 'US',
  英: 'GB',
  法: 'FR',
  德: 'DE',
  日: 'JP',
  韩: 'KR',
  朝: 'KP',
  伊: 'IR',
  印: 'IN',
  以: 'IL',
  台: 'TW',
  乌: 'UA',
  澳: 'AU',
  加: 'CA',
  荷: 'NL',
  波: 'PL',
  捷: 'CZ',
  中: 'CN',
};
const HAN_SHORT_BEFORE =
  /(?:(?<=亲|反)[俄美以伊])|[俄美英法德日韩朝伊印以台乌澳加荷波捷中](?=军|方|使馆|大使|媒|国防|情报|外交|外长|司法|检|财政|警|国会|议会|企|政府|黑客|特工|特勤|国安|网军|官员|机构|当局)/gu;
/** A group that attacks: the general concepts of which one makes a name a threat actor. */
const GROUPS = ['threat-actor-group', 'apt-group', 'ransomware-group', 'hacktivist', 'spyware-vendor'];

/** A group's name in the glossary stands for the actor of that name. */
function actorId({ id }: Concept, lexicon: Lexicon): string {
  return [id, ...lexicon.broader(id)].find((one) => one.startsWith('actor:')) ?? id;
}

/** Secret services are ministries, too, here and there. */
function isInstitution({ id, kind }: Concept, lexicon: Lexicon): boolean {
  const broader = lexicon.broader(id);
  return (
    kind !== 'country' &&
    broader.some((one) => /^(?:parliament|ministry|institution|court|university)$/u.test(one)) &&
    !broader.some((one) => /intelligence|armed-forces|police/u.test(one))
  );
}

/** In order of the text. A name stands once, as its longest. */
export function findMentions(analysis: Analysis, lexicon: Lexicon): Mention[] {
  const { text, lang } = analysis;
  const found: Mention[] = findParties(analysis, lexicon).map((party) => {
    const group =
      party.concept.kind === 'actor' ||
      (party.actor && lexicon.broader(party.concept.id).some((id) => GROUPS.includes(id)));
    return {
      start: party.start,
      end: party.end,
      country: party.country,
      accusable: party.state || party.actor,
      institution: isInstitution(party.concept, lexicon),
      actor: group ? actorId(party.concept, lexicon) : null,
    };
  });
  // A service inside a longer term keeps its state: «une unité du GRU».
  for (const { concept, inner, start, end } of analysis.concepts)
    if (inner && concept.kind === 'org' && isName(concept)) {
      const country = countryOf(concept, lexicon);
      const clashes = found.some((other) => other.start < end && other.end > start && other.country !== null);
      if (country !== null && !clashes)
        found.push({ start, end, country, accusable: true, institution: false, actor: null });
    }
  const add = (start: number, end: number, country: string): void => {
    if (found.some((other) => other.start < end && other.end > start && other.country !== null)) return;
    found.push({ start, end, country, accusable: true, institution: false, actor: null });
  };
  if (lang === 'zh')
    for (const match of text.matchAll(HAN_SHORT_BEFORE)) {
      const country = HAN_SHORT[match[0]];
      if (country !== undefined) add(match.index, match.index + 1, country);
    }
  for (const { start, end, country } of foreignStates(text, lang)) add(start, end, country);
  return found.sort((a, b) => a.start - b.start || b.end - a.end);
}
