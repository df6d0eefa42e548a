/** Whether a sentence turns round who accuses whom, or lets somebody say what another says. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type Act, findActs, findSource } from './acts.ts';
import type { Aligned } from './align.ts';
import { unfoundDates } from './dates.ts';
import type { FoundDate } from './find-dates.ts';
import { findParties, type Party, shareParty } from './parties.ts';
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
  const ours = findActs(said, lexicon);
  const theirs = aligned.flatMap(({ stretch }) => findActs(stretch, lexicon));
  const sources = aligned.flatMap(({ stretch }) => findSource(stretch, lexicon));
  if (theirs.length + sources.length === 0) return null;
  const mixed = mixedActs(said, ours, aligned, lexicon);
  if (mixed !== null) return mixed;
  const named = given.flatMap((stretch) => findParties(stretch, lexicon));
  for (const act of ours) {
    const same = theirs.filter(({ kind }) => kind === act.kind);
    const like = same.length > 0 ? same : theirs.filter(({ kind }) => (LIKE[act.kind] ?? []).includes(kind));
    // What is done may be done by another; what is said is said by whoever speaks in the passage.
    if (like.length === 0 && !SPOKEN.has(act.kind)) continue;
    const agents = [...(like.length > 0 ? like : theirs).flatMap((other) => other.agents), ...sources];
    if (agents.length === 0 || shareParty(act.agents, agents)) continue;
    if (shareParty(act.agents, named)) return quote(said, act);
  }
  const spoken = findSource(said, lexicon);
  const speakers: Party[] = [...theirs.flatMap(({ agents }) => agents), ...sources];
  if (spoken.length > 0 && speakers.length > 0 && !shareParty(spoken, speakers) && shareParty(spoken, named))
    return spoken.map(({ start, end }) => said.text.slice(start, end)).join(', ');
  return null;
}

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
