/** Who of those that a headline names is accused, and who speaks. */
import type { Mention } from './mentions.ts';
import type { FoundAct, Part } from './read-part.ts';

export interface Roles {
  readonly accused: readonly Mention[];
  readonly speakers: readonly Mention[];
  /** Those of the accused who are named as the attacker by an adjective or a bare noun: «pirates russes». */
  readonly labelled: readonly Mention[];
}

export function findRoles(part: Part): Roles {
  const { acts, mentions } = part;
  const accusable = mentions.filter(({ accusable }) => accusable);
  const labelled = accusable.filter((mention) => isLabelled(part, mention));
  const accused = new Set<Mention>();
  const speakers = new Set<Mention>();
  const own = acts.find(({ form }) => form === 'own');
  const answerer = own === undefined ? undefined : subjectOf(own, accusable, part);
  if (answerer !== undefined) {
    accused.add(answerer);
    speakers.add(answerer);
  }
  for (const act of acts) {
    if (act.form === 'own' || act.form === 'nominal') continue;
    if (act.form === 'passive') {
      const before = accusable.filter(
        ({ end }) => end <= act.start && !labelled.some((one) => one.end > end),
      );
      const nearest = before.filter((mention) => !isVictim(part, mention)).at(-1);
      if (nearest !== undefined && !speakers.has(nearest)) accused.add(nearest);
      continue;
    }
    const subject = subjectOf(act, mentions, part);
    if (subject !== undefined && !labelled.includes(subject) && !accused.has(subject)) speakers.add(subject);
    // What the denier rejects is the accuser's: «Moscow rejects *British allegations*».
    if (answerer !== undefined && act.kind !== 'counter-accusation') continue;
    const behind = accusable.filter(
      (mention) => mention.start >= act.end && !sameParty(mention, subject) && !isVictim(part, mention, act),
    );
    // «Accusations de piratage : *Oslo* hausse le ton contre la Chine»: whoever does the next act is not the accused.
    const target =
      behind.find((mention) => behind.length === 1 || !isSubject(mention, acts, accusable)) ?? behind[0];
    if (target !== undefined && !(act.weak && act.kind === 'advisory')) accused.add(target);
  }
  for (const mention of labelled) {
    if (answerer !== undefined && mention.country !== answerer.country && mention.actor === null) continue;
    accused.add(mention);
    speakers.delete(mention);
  }
  if (answerer !== undefined)
    for (const mention of accusable)
      if (mention.country !== answerer.country && !accused.has(mention)) speakers.add(mention);
  return { accused: [...accused], speakers: [...speakers], labelled };
}

/** Whoever stands first before the act in its clause, or else before it at all. */
function subjectOf(act: FoundAct, mentions: readonly Mention[], part: Part): Mention | undefined {
  const before = mentions.filter(({ end }) => end <= act.start);
  const from = part.text.slice(0, act.start).search(/[:：][^:：]*$/u);
  return (
    before.find(({ start }) => start > from) ??
    before[0] ??
    (act.kind === 'denial' || act.kind === 'no-comment' ? mentions[0] : undefined)
  );
}

function isSubject(mention: Mention, acts: readonly FoundAct[], accusable: readonly Mention[]): boolean {
  const next = acts.find(({ form, start }) => form === 'active' && start >= mention.end);
  return (
    next !== undefined &&
    !accusable.some(({ start }) => start >= mention.end && start < next.start) &&
    accusable.some(({ start }) => start >= next.end)
  );
}

function isLabelled({ folded, signs }: Part, { start, end, actor, institution }: Mention): boolean {
  if (institution) return false;
  return (
    signs.attackerBehind.test(folded.slice(end)) ||
    signs.attackerBefore.test(folded.slice(0, start)) ||
    (actor !== null && !/(?:\b(?:against|contre)|打击|清除)\s?$/u.test(folded.slice(0, start)))
  );
}

function isVictim({ folded, signs }: Part, { start }: Mention, act?: FoundAct): boolean {
  const from = act === undefined ? 0 : act.end;
  // Right behind the verb the preposition is the verb's own: «attribue *à* …», "points *to* …".
  const before = folded.slice(from, start);
  if (act !== undefined && (before.length <= 6 || /ambassad|envoy|diplomat|charge d/u.test(before)))
    return false;
  return signs.victimBefore.test(before) && !signs.attackerBefore.test(before);
}

function sameParty(a: Mention, b: Mention | undefined): boolean {
  return b !== undefined && (a === b || (a.country !== null && a.country === b.country));
}
