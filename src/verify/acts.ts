/** Who accuses, denies, summons or says in a sentence: verbs with those who do it and those it is done to. */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Cue } from './cues.ts';
import { findParties, type Party } from './parties.ts';
import type { Stretch } from './stretch.ts';

export interface Act {
  /** `accuse`, `deny`, `say`. */
  readonly kind: string;
  readonly agents: readonly Party[];
  /** Named behind the verb, or in a passive before it. */
  readonly others: readonly Party[];
}

/** «À Prague», "in Berlin", "against Estonia": a place or a victim and nobody who acts. */
const NO_SUBJECT: Readonly<Record<string, RegExp>> = {
  fr: /(?:(?<!\p{L})(?:à|au|aux|en|contre|sur|visant|chez|vers|dans|auprès d[eu’']|pour|via|avec|après|face à|envers|par)\s+(?:la |le |les |l['’])?|(?<!\p{L})d['’]après (?:la |le |les |l['’])?)$/iu,
  en: /\b(?:in|at|to|against|on|over|about|into|from|after|with|by|for|through|via|towards|targeting|concerning)\s+(?:the )?$/iu,
  zh: /(?:驻|对|就|在|针对|与|向|因|于|入侵|攻击|侵入|有关|关于|遭|把|将)$/u,
};
const BY: Readonly<Record<string, RegExp>> = {
  fr: /^[^,.;]{0,30}?\bpar\s/iu,
  en: /^[^,.;]{0,30}?\bby\s/iu,
};
const PASSIVE: Readonly<Record<string, RegExp>> = {
  fr: /(?:\b(?:est|sont|était|étaient|été|fut|furent)\s+(?:\p{L}+ment\s+)?)$/iu,
  en: /\b(?:was|were|been|is|are|being|be)\s+(?:\p{L}+ly\s+)?$/iu,
};
const RELATIVE = /^\s*,?\s*(?:dont|qui|que|où|which|who|whom|whose|à qui|auquel)\b/iu;
const SUBORDINATE =
  /\s(?:que|qu['’]|that|selon lesquels|alors que|tandis que|whereas|while|lorsque|when|after|après que|of what)\s?/giu;
/** In Chinese the same word is the verb and the noun: «有关指控», «提出的指责». */
const HAN_NOUN = /(?:的|有关|该|这一|此|项|提出|任何|种|等|所有|上述)$/u;

/** The acts of a sentence whose agents it names. */
export function findActs(stretch: Stretch, lexicon: Lexicon): Act[] {
  const parties = findParties(stretch, lexicon);
  const verbs = stretch.cues.filter(({ group }) => group.startsWith('act:'));
  const acts = verbs.flatMap((cue) => readAct(stretch, cue, parties));
  return acts.filter(({ agents }) => agents.length > 0);
}

function readAct(stretch: Stretch, cue: Cue, parties: readonly Party[]): Act[] {
  const { text, tokens, lang } = stretch;
  const start = tokens[cue.first]?.start ?? 0;
  const end = tokens[cue.last]?.end ?? start;
  const kind = cue.group.slice(4);
  const left = text.slice(0, start);
  if (lang === 'zh' && HAN_NOUN.test(left)) return [];
  const clauseEnd = endOfClause(text, end);
  const behind = parties.filter((party) => party.start >= end && party.start < clauseEnd);
  if (lang === 'zh') {
    const passive = /被([^，。；]{1,30})$/u.exec(left);
    const agents =
      passive === null
        ? subject(stretch, start, parties)
        : parties.filter((party) => party.start >= passive.index && party.end <= start);
    return [{ kind, agents, others: behind }];
  }
  if (PASSIVE[lang]?.test(left) === true) {
    const by = BY[lang]?.exec(text.slice(end));
    const agents =
      by === null || by === undefined
        ? []
        : behind.filter((party) => party.start >= end + by[0].length).slice(0, 1);
    return [{ kind, agents, others: subject(stretch, start, parties) }];
  }
  const turned = /[,»”"]\s*(?:\p{L}['’]|\p{Ll}{1,4}\s)?$/u.test(left);
  const before = subject(stretch, start, parties);
  // «…», a déclaré X: nobody before the verb, somebody right behind it.
  const inverted = behind.filter((party) => /^[\s,]*(?:\p{L}+\s+){0,4}$/u.test(text.slice(end, party.start)));
  const after = inverted.slice(0, 1);
  const agents =
    kind === 'accuse' || after.length === 0 ? before : turned || before.length === 0 ? after : before;
  return [{ kind, agents, others: behind }];
}

/** The parties that are the subject of the verb at the offset: those of the nearest part of the clause that has one. */
function subject(stretch: Stretch, at: number, parties: readonly Party[]): Party[] {
  const { text, lang } = stretch;
  const sentenceStart = Math.max(
    ...[';', '；', '。', ': ', '：', '「', '« ', '“'].map((mark) => text.slice(0, at).lastIndexOf(mark)),
  );
  let from = Math.max(0, sentenceStart);
  for (const match of text.slice(0, at).matchAll(SUBORDINATE))
    from = Math.max(from, match.index + match[0].length);
  const chunks: { start: number; end: number }[] = [];
  let chunkStart = from;
  for (const match of text.slice(from, at).matchAll(/[,，、]/gu)) {
    chunks.push({ start: chunkStart, end: from + match.index });
    chunkStart = from + match.index + 1;
  }
  chunks.push({ start: chunkStart, end: at });
  // In Chinese a later part without a subject has that of the first.
  const nearest = chunks.toReversed();
  for (const chunk of lang === 'zh' ? [...nearest.slice(0, 1), ...chunks] : nearest) {
    if (RELATIVE.test(text.slice(chunk.start, chunk.end)) && chunk.start > from) continue;
    const inside = parties.filter(
      (party) =>
        !party.reporter &&
        party.start >= chunk.start &&
        party.end <= chunk.end &&
        NO_SUBJECT[lang]?.test(text.slice(Math.max(0, party.start - 24), party.start)) !== true,
    );
    if (inside.length > 0) return inside;
  }
  return [];
}

function endOfClause(text: string, from: number): number {
  const stop = text.slice(from).search(/[.;；。]|,\s(?:qui|who|which|et|and|mais|but)\s/u);
  return stop === -1 ? text.length : from + stop;
}

/** Whoever the sentence says it has it from: «selon X», "according to X", «据X报道», «X, says Y». */
export function findSource(stretch: Stretch, lexicon: Lexicon): Party[] {
  const match =
    /(?:\bselon (?!lesquel)|\bd['’]après |\baccording to |\baux yeux d[eu] |^据|，据|根据|在)(?<who>[^,，:：。]{2,60})/iu.exec(
      stretch.text,
    );
  if (match === null) return [];
  const start = match.index;
  const end = start + match[0].length;
  return findParties(stretch, lexicon)
    .filter((party) => party.start >= start && party.end <= end && !party.reporter)
    .slice(0, 1);
}
