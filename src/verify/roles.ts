/** Whether a sentence turns round who accuses whom, or lets somebody say what another says. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Act, findActs, findSource, isObject, isOwner } from './acts.ts';
import type { Aligned } from './align.ts';
import { unfoundDates } from './dates.ts';
import { exchangedParties } from './exchange.ts';
import type { FoundDate } from './find-dates.ts';
import { otherOffice } from './office.ts';
import { findParties, isSameParty, ownId, type Party, shareParty } from './parties.ts';
import type { Stretch } from './stretch.ts';

/** Kinds of act that tell of the same behaviour: «juge absurde» is a denial told as a saying. */
const LIKE: Readonly<Record<string, readonly string[]>> = {
  accuse: ['accuse', 'condemn'],
  deny: ['deny'],
  summon: ['summon'],
  condemn: ['condemn', 'accuse'],
  measure: ['measure'],
  refuse: ['refuse'],
  break: ['break'],
  say: ['say'],
};

const SPOKEN = new Set(['accuse', 'deny', 'condemn', 'say']);

/** Who acts in the sentence as somebody else does in its passages, or null. */
export function turnedRoles(
  said: Stretch,
  aligned: readonly Aligned[],
  given: readonly Stretch[],
  lexicon: Lexicon,
): string | null {
  return turnedActs(said, aligned, given, lexicon) ?? otherOffice(said, given, lexicon);
}

function turnedActs(
  said: Stretch,
  aligned: readonly Aligned[],
  given: readonly Stretch[],
  lexicon: Lexicon,
): string | null {
  const ours = findActs(said, lexicon);
  const theirs = aligned.flatMap(({ stretch }) => findActs(stretch, lexicon));
  const sources = aligned.flatMap(({ stretch }) => findSource(stretch, lexicon));
  if (theirs.length + sources.length === 0) return exchangedParties(said, aligned, lexicon);
  const mixed = mixedActs(said, ours, aligned, lexicon);
  if (mixed !== null) return mixed;
  const exchanged = exchangedParties(said, aligned, lexicon);
  if (exchanged !== null) return exchanged;
  const named = given.flatMap((stretch) => findParties(stretch, lexicon));
  for (const act of ours) {
    const same = theirs.filter(({ kind }) => kind === act.kind);
    const like = same.length > 0 ? same : theirs.filter(({ kind }) => (LIKE[act.kind] ?? []).includes(kind));
    // What is done may be done by another; what is said is said by whoever speaks in the passage.
    if (like.length === 0 && !SPOKEN.has(act.kind)) continue;
    const told = findSource(said, lexicon);
    const agents = [...(like.length > 0 ? like : theirs).flatMap((other) => other.agents), ...sources].filter(
      // Whoever reports it in both is not whoever it is reported of.
      (agent) => !told.some((one) => isSameParty(one, agent)),
    );
    if (act.kind === 'accuse' && like.length === 0 && onlyDenies(act, theirs)) return quote(said, act);
    if (agents.length === 0) continue;
    if (shareParty(act.agents, agents) && !isAnother(act, agents, named)) continue;
    if (!shareParty(act.agents, named)) continue;
    if (!aligned.some(({ stretch }) => mayAct(act, stretch, said.lang, lexicon))) return quote(said, act);
  }
  const spoken = findSource(said, lexicon);
  const speakers: Party[] = [...theirs.flatMap(({ agents }) => agents), ...sources];
  if (spoken.length > 0 && speakers.length > 0 && !shareParty(spoken, speakers) && shareParty(spoken, named))
    return spoken.map(({ start, end }) => said.text.slice(start, end)).join(', ');
  return null;
}

/** «Accusé par», "was accused by"; "smears by" is no deed. */
const DONE_BY =
  /(?:(?:ed|en|wn|é|ée|és|ées|is|ise|ises|it|ite|ites)\s(?:par|by)\s(?:la |le |les |l['’]|the )?|由)$/iu;
const CLAUSE =
  /[,;:，；：]|(?<=\s)(?:que|qui|dont|that|which|who|whom|et|and|but|mais|puis|then)(?=\s)|(?<=\s)qu['’]/giu;

/**
 * Whether whoever acts in the sentence may do so in the passage, too: he comes first in a clause that tells of the like,
 * or what is done is done by him. In Chinese a clause without any act that the rules know may tell of it, too.
 */
function mayAct({ kind, agents }: Act, stretch: Stretch, saidLang: string, lexicon: Lexicon): boolean {
  const { text, lang, tokens, cues } = stretch;
  const borders = [0, ...[...text.matchAll(CLAUSE)].map(({ index }) => index), text.length];
  return findParties(stretch, lexicon).some((party) => {
    if (!agents.some((agent) => isSameParty(agent, party))) return false;
    if (DONE_BY.test(text.slice(0, party.start))) return true;
    if (isObject(text, lang, party.start) || isOwner(text, party.start)) return false;
    const from = Math.max(...borders.filter((at) => at <= party.start));
    const to = Math.min(...borders.filter((at) => at > party.start));
    const earlier = findParties(stretch, lexicon).some(
      (other) => other.start >= from && other.end <= party.start && !shareParty([other], [party]),
    );
    if (earlier) return false;
    const acts = cues.filter(({ group, first }) => {
      const at = tokens[first]?.start ?? 0;
      return group.startsWith('act:') && at >= from && at < to;
    });
    // An act before the party is done to it.
    if (acts.some(({ first }) => (tokens[first]?.start ?? 0) < party.start)) return false;
    return (
      (lang !== saidLang && (lang === 'zh' || saidLang === 'zh') && acts.length === 0) ||
      acts.some(({ group }) => (LIKE[kind] ?? []).includes(group.slice('act:'.length)))
    );
  });
}

/** Whoever accuses in the sentence only answers in the passages. */
function onlyDenies({ agents }: Act, theirs: readonly Act[]): boolean {
  const own = theirs.filter((act) =>
    act.agents.some((one) => agents.some((other) => isSameParty(one, other))),
  );
  return own.length > 0 && own.every(({ kind }) => kind === 'deny');
}

/** Of one state with whoever acts in the passages, which name him, too, and let him do something else. */
function isAnother({ agents }: Act, theirs: readonly Party[], named: readonly Party[]): boolean {
  return agents.every(
    (agent) =>
      isPerson(agent) &&
      named.some((party) => ownId(party) === ownId(agent)) &&
      theirs.every((other) => isPerson(other) && ownId(other) !== ownId(agent)),
  );
}

/** Neither a state nor a name that may be another spelling. */
const isPerson = (party: Party): boolean => party.person;

/** Somebody's deed with the date of another's of the same kind, told in another sentence of the passages. */
function mixedActs(
  said: Stretch,
  ours: readonly Act[],
  aligned: readonly Aligned[],
  lexicon: Lexicon,
): string | null {
  for (const act of ours) {
    const acting = aligned.filter(({ stretch }) =>
      findActs(stretch, lexicon).some(({ kind }) => kind === act.kind),
    );
    const own = acting.filter(({ stretch }) =>
      findActs(stretch, lexicon).some(
        ({ kind, agents }) => kind === act.kind && shareParty(agents, act.agents),
      ),
    );
    const others = acting.filter((one) => !own.includes(one));
    if (own.length === 0 || others.length === 0) continue;
    const gives = ({ stretch }: Aligned, date: FoundDate): boolean =>
      unfoundDates([date], [{ dates: stretch.dates, publishedAt: null }]).length === 0;
    const dated = own.every(({ stretch }) => stretch.dates.some(({ year }) => year !== null));
    const mixed = said.dates.find(
      (date) => !own.some((one) => gives(one, date)) && others.some((one) => gives(one, date)),
    );
    if (dated && mixed !== undefined) return said.text.slice(mixed.start, mixed.end);
  }
  return null;
}

function quote({ text }: Stretch, { agents }: Act): string {
  return agents.map(({ start, end }) => text.slice(start, end)).join(', ');
}
