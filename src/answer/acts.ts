/** What a sentence does answers a question that names the deed: «reproche-t-on» is had by every accusation. */
import type { ClaimKind } from '../core/case-record.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ReadSentence } from '../reading/read-text.ts';
import type { Question } from './question.ts';
import type { Term } from './question-term.ts';
import type { Story } from './story.ts';

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

const KINDS = Object.keys(ACTS) as ClaimKind[];

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

/** Of a sentence that does something else than the deed whose doer is asked for. */
const DOES_ANOTHER = 0.6;

/** «Qui dément …», "which countries condemned …": 1 for a sentence of the record's kind, less for any other. */
export function actFit(
  { type, terms }: Question,
  { kind }: ReadSentence,
  { record }: Story,
  lexicon: Lexicon,
): number {
  if (record === null || (type !== 'who' && type !== 'which' && type !== 'where')) return 1;
  const isAsked = (term: Term, act: ClaimKind): boolean => matchAct(term, act, lexicon) > 0;
  const deed = terms.find((term) => KINDS.some((act) => isAsked(term, act)));
  if (deed === undefined || isAsked(deed, kind)) return 1;
  // Whoever is charged or sanctioned is accused.
  return kind === 'measure' && isAsked(deed, 'accusation') ? 1 : DOES_ANOTHER;
}
