/** Which concepts can be what an attack was on: institutions, sectors, sites and things, by their kind. */
import type { Concept } from '../../lexicon/concept.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';

/** These and all that is more special. */
const TARGETS = new Set(
  (
    'critical-infrastructure energy nuclear oil gas healthcare finance transport defence-contractor university research ' +
    'monitoring-station television-channel radio-station film-studio political-party ' +
    'election election-campaign election-system ngo sports-organisation telecommunications satellite cryptocurrency school ' +
    'mining pharma automotive tax insurance factory military-base payment-system chip agriculture population-register ' +
    'e-government space dissident border-police'
  ).split(' '),
);
/** Bodies that speak more often than they are attacked: targets where the words beside them say so. */
const BODIES = new Set(
  'parliament ministry police court armed-forces military intelligence-service local-government diplomatic-mission emergency-management media-outlet news-agency'.split(
    ' ',
  ),
);
/** Offices whose holders are meant with the institution: an attack on members is one on their parliament. */
const MEMBERS: Readonly<Record<string, string>> = {
  lawmaker: 'parliament',
  senator: 'parliament',
  'defence-minister': 'defence-ministry',
};
/** Names for nearly one thing, none of which is a kind of the other. */
const KIN: readonly (readonly string[])[] = [
  ['parliament'],
  ['space', 'satellite', 'aerospace', 'time-service'],
  ['election', 'election-campaign', 'election-system', 'political-party'],
  ['electricity', 'power-cut'],
  ['armed-forces', 'military', 'defence', 'defence-ministry', 'military-base', 'defence-contractor'],
  ['health-ministry', 'healthcare'],
  ['tax', 'finance-ministry'],
  ['school', 'student', 'university', 'research', 'research-laboratory'],
  ['newspaper', 'journalist', 'news-agency'],
  ['television-channel', 'state-media'],
  ['bank', 'payment-system'],
  ['chip', 'factory'],
];
/** What an attack of any kind uses, or everybody who reports it is called. */
const NEVER = new Set(
  'bicycle tech-ban cyber-heist crypto-theft elect medicine-treatment disease pandemic vaccine power-cut blockchain automotive'.split(
    ' ',
  ),
);

/** Words of many uses by themselves, unlike their kinds: they agree with a target, and are none. */
const VAGUE = new Set('research defence tax space election industrial-control sensor'.split(' '));

export type TargetKind = 'target' | 'body' | 'vague';

/** @returns null for what is no target: people, programs, events, and what has no place in the table. */
export function targetKind({ id, kind }: Concept, lexicon: Lexicon): TargetKind | null {
  if (MEMBERS[id] !== undefined) return 'body';
  if (kind === 'person' || kind === 'malware' || kind === 'event' || NEVER.has(id)) return null;
  const all = [id, ...lexicon.broader(id)];
  if (kind === 'role' && id !== 'journalist' && !all.includes('dissident')) return null;
  if (VAGUE.has(id)) return 'vague';
  if (all.some((one) => BODIES.has(one))) return all.includes('television-channel') ? 'target' : 'body';
  return all.some((one) => TARGETS.has(one)) ? 'target' : null;
}

/** Whether both may be one target: equal, one a kind of the other, or nearly the same thing. */
export function isSameTarget(a: string, b: string, lexicon: Lexicon): boolean {
  const left = kindsOf(a, lexicon);
  const right = kindsOf(b, lexicon);
  if (left.includes(b) || right.includes(a) || left[0] === right[0]) return true;
  if (left.includes(right[0] ?? b) || right.includes(left[0] ?? a)) return true;
  return KIN.some((kin) => kin.some((one) => left.includes(one)) && kin.some((one) => right.includes(one)));
}

/** The concept, an office as its institution, with what is more general. */
function kindsOf(id: string, lexicon: Lexicon): string[] {
  const own = MEMBERS[id] ?? id;
  return [own, ...lexicon.broader(own)];
}
