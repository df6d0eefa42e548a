/** Who a stretch of text names: states, bodies, persons, by what they are in every language. */
import { isName } from '../lexicon/concept.ts';
import type { ConceptMatch } from '../lexicon/concept-matcher.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Stretch } from './stretch.ts';

export interface Party {
  /** The concept and the state it belongs to or stands for; a name the lexicon does not know as `name:<folded>`. */
  readonly ids: ReadonlySet<string>;
  /** Index of the first and the last token. */
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** A newspaper or an agency: it reports what others say. */
  readonly reporter: boolean;
  /** A person whom the lexicon knows. */
  readonly person: boolean;
}

const REPORTERS = new Set(['newspaper', 'news-agency', 'state-media', 'media-outlet', 'television-channel']);
const KINDS = new Set(['country', 'org', 'person', 'actor', 'place']);

/** Words that begin a sentence and name nobody. */
const NOBODY =
  /^(?:None|Neither|Nobody|Nothing|Ni|Nul|Nulle|Personne|Asked|Unlike|Contrairement|Pour|Faute|Sur|Interrogée?)$/u;

/** The states that a concept is of or stands for: «Kremlin», «Prague», «tchèque». */
export function statesOf(id: string, lexicon: Lexicon): string[] {
  const capital = lexicon.countryOfCapital(id);
  const all = [id, ...lexicon.broader(id), ...(capital === undefined ? [] : [capital])];
  return all.filter((one) => one.startsWith('country:') || one === 'european-union');
}

const known = new WeakMap<Stretch, Party[]>();

/** The parties of a stretch, in order. */
export function findParties(stretch: Stretch, lexicon: Lexicon): Party[] {
  const before = known.get(stretch);
  if (before !== undefined) return before;
  const parties = readParties(stretch, lexicon);
  known.set(stretch, parties);
  return parties;
}

function readParties({ tokens, concepts, words }: Stretch, lexicon: Lexicon): Party[] {
  const parties: Party[] = [];
  const isParty = ({ concept, inner }: ConceptMatch): boolean =>
    !inner && KINDS.has(concept.kind) && (isName(concept) || concept.kind === 'country');
  for (const match of concepts) {
    if (!isParty(match)) continue;
    const { concept, start, end } = match;
    const broader = lexicon.broader(concept.id);
    parties.push({
      ids: new Set([
        concept.id,
        ...broader.filter((id) => id.startsWith('actor:')),
        ...statesOf(concept.id, lexicon),
      ]),
      first: tokens.findIndex((token) => token.end > start),
      last: tokens.findLastIndex((token) => token.start < end),
      start,
      end,
      reporter: broader.some((id) => REPORTERS.has(id)),
      person: concept.kind === 'person',
    });
  }
  let name = null as Party | null;
  for (const { token, index, meanings } of words) {
    if (!token.capitalized || meanings.length > 0 || token.text.length < 2 || NOBODY.test(token.text))
      continue;
    const joined: Party | null = name !== null && name.last === index - 1 ? name : null;
    if (joined !== null) parties.pop();
    name = {
      ids: new Set([...(joined?.ids ?? []), `name:${token.folded}`]),
      first: joined?.first ?? index,
      last: index,
      start: joined?.start ?? token.start,
      end: token.end,
      reporter: false,
      person: false,
    };
    parties.push(name);
  }
  return parties.sort((a, b) => a.start - b.start);
}

/** Whether the two have a concept, a state or a name in common. */
export function shareParty(a: readonly Party[], b: readonly Party[]): boolean {
  return a.some((one) => b.some((other) => [...one.ids].some((id) => other.ids.has(id))));
}

/** What the party itself is, whatever state it belongs to. */
export const ownId = ({ ids }: Party): string => [...ids][0] ?? '';

/** Whether the one is the other, or the state of the other. */
export function isSameParty(a: Party, b: Party): boolean {
  const [one, other] = [ownId(a), ownId(b)];
  if (one === other) return true;
  if (one.startsWith('name:') || other.startsWith('name:')) return shareParty([a], [b]);
  return (one.startsWith('country:') && b.ids.has(one)) || (other.startsWith('country:') && a.ids.has(other));
}
