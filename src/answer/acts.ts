/** What a sentence does answers a question that names the deed: «reproche-t-on» is had by every accusation. */
import type { ClaimKind } from '../core/case-record.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Term } from './question-term.ts';

/** A sentence of the kind does it, in whatever words. */
const DOES_IT = 0.85;

/** Concepts by which questions name what the sentences of a kind do. */
const ACTS: Readonly<Partial<Record<ClaimKind, ReadonlySet<string>>>> = {
  accusation: concepts(
    'accuse blame attribute suspect suspicion accused-person responsible perpetrator behind designate',
  ),
  denial: concepts('respond deny reject contest'),
  'counter-accusation': concepts('respond accuse blame'),
  'no-comment': concepts('respond'),
  acknowledgement: concepts('admit acknowledge confirm'),
  'self-claim': concepts('claim-responsibility'),
  retraction: concepts('retract'),
  contest: concepts('contest disagree suspicion'),
};

function concepts(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** 0 to 1: how far a sentence of the kind does what the term names. */
export function matchAct(term: Term, kind: ClaimKind, lexicon: Lexicon): number {
  const acts = ACTS[kind];
  if (acts === undefined || term.isName) return 0;
  return term.concepts.some((id) => acts.has(id) || lexicon.broader(id).some((general) => acts.has(general)))
    ? DOES_IT
    : 0;
}
