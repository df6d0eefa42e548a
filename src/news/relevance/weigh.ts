/** Weighs what speaks for and against an item being about attribution. */
import type { ExtractedClaim } from '../../claims/extracted-claim.ts';
import type { JudgementReason } from '../judgement.ts';
import type { Roles } from './find-roles.ts';
import type { ReasonCode } from './phrases.ts';
import type { FoundAct, Part } from './read-part.ts';

/** A part with the roles in it; the title comes first. */
export interface ReadPart extends Part {
  readonly roles: Roles;
}

/**
 * What each reason adds, first where the title gives it and then where only the teaser does. Set on the labelled items
 * that are there to develop on, so that an attack, an act of accusing or answering, and somebody accused are together
 * well above the threshold, and any two of them at most near it.
 */
const WEIGHTS = {
  'attack-named': [0.3, 0.22],
  'cyber-near': [0, -0.04],
  'influence-named': [-0.12, -0.12],
  'cyber-topic': [-0.15, -0.18],
  'threat-actor': [0.3, 0.22],
  'threat-actor-too': [0.15, 0.1],
  'act-named': [0.3, 0.22],
  'act-hinted': [0.18, 0.12],
  'accused-named': [0.22, 0.18],
  'act-faint': [0.08, 0.05],
  'states-named': [0.12, 0.08],
  'state-named': [0.03, 0.02],
  'group-named': [0.12, 0.08],
  'speaker-named': [0.07, 0.05],
  'claim-read': [0.1, 0.08],
} as const satisfies Partial<Record<ReasonCode, readonly [number, number]>>;
const AGAINST = {
  'no-cyber': -0.6,
  'nobody-named': -0.3,
  'speaker-alone': -0.15,
  'routine-news': -0.2,
  'common-crime': -0.35,
  'other-affair': -0.3,
} as const satisfies Partial<Record<ReasonCode, number>>;

/** Attackers of whom only so much is said that they come from elsewhere, or whose side they are on. */
const FROM_ELSEWHERE =
  /\b(?:foreign|overseas|pro-\p{L}+) (?:\p{L}+ )?(?:hackers?|organi[sz]ations?|groups?|actors?|powers?)\b|\b(?:hack\p{L}*|pirates?|groupes?|puissances?) (?:etrang\p{L}+|pro-\p{L}+)|境外|海外黑客|敌对势力/u;

export function weigh(parts: readonly ReadPart[], claims: readonly ExtractedClaim[]): JudgementReason[] {
  const reasons: JudgementReason[] = [];
  /** The first part in which it is found counts. */
  const count = (code: keyof typeof WEIGHTS, find: (part: ReadPart) => string | null): boolean => {
    for (const [i, part] of parts.entries()) {
      const detail = find(part);
      if (detail === null) continue;
      reasons.push({ code, weight: WEIGHTS[code][i === 0 ? 0 : 1], detail });
      return true;
    }
    return false;
  };
  const attack = count('attack-named', ({ attack }) => (attack?.strength === 'named' ? attack.detail : null));
  const actorOf = (part: ReadPart): string | null => {
    const actor = part.mentions.find((mention) => mention.actor !== null);
    return actor === undefined ? null : part.text.slice(actor.start, actor.end);
  };
  const actor = count(attack ? 'threat-actor-too' : 'threat-actor', actorOf);
  const strength = (wanted: string) => (part: ReadPart) =>
    part.attack?.strength === wanted ? part.attack.detail : null;
  const lesser =
    !attack &&
    !actor &&
    (count('cyber-near', strength('near')) ||
      count('influence-named', strength('influence')) ||
      count('cyber-topic', strength('topic')));
  if (!attack && !actor && !lesser)
    reasons.push({ code: 'no-cyber', weight: AGAINST['no-cyber'], detail: '' });

  const words = ({ text }: Part, act: FoundAct | undefined): string | null =>
    act === undefined ? null : text.slice(act.start, act.end);
  const act =
    count('act-named', (part) =>
      words(
        part,
        part.acts.find(({ weak }) => weak !== true),
      ),
    ) ||
    count('act-hinted', (part) => {
      const [label] = part.roles.labelled;
      return (
        words(part, part.acts[0]) ?? (label === undefined ? null : part.text.slice(label.start, label.end))
      );
    }) ||
    count('act-faint', ({ stand }) => stand);
  const accused = count('accused-named', (part) => {
    const [first] = part.roles.accused;
    return first === undefined ? null : part.text.slice(first.start, first.end);
  });
  if (!accused) {
    const group = count(
      'group-named',
      (part) =>
        FROM_ELSEWHERE.exec(part.folded)?.[0] ??
        (part.acts.some(({ form }) => form === 'own')
          ? (part.signs.band.exec(part.folded)?.[0] ?? null)
          : null),
    );
    const states = count('states-named', ({ mentions, text }) => {
      const named = mentions.filter(({ accusable, country }) => accusable && country !== null);
      const other = named.find(({ country }) => country !== named[0]?.country);
      return other === undefined ? null : text.slice(other.start, other.end);
    });
    const state =
      states ||
      count('state-named', ({ mentions, text }) => {
        const named = mentions.find(({ accusable }) => accusable);
        return named === undefined ? null : text.slice(named.start, named.end);
      });
    // A malicious program with a name is a case of its own.
    const program = parts.some(({ analysis }) =>
      analysis.concepts.some(
        ({ concept: { kind, id } }) =>
          kind === 'malware' || (kind === 'event' && /operation|campaign/u.test(id)),
      ),
    );
    // Whoever claims an attack has named himself, known or not.
    const claimed = claims.some(({ kind }) => kind === 'self-claim');
    if (!group && !actor && !state && !program && !claimed)
      reasons.push({ code: 'nobody-named', weight: AGAINST['nobody-named'], detail: '' });
    else if (!group && !actor && state && !states) {
      // Who speaks is the only one named: a warning to the public, a victim's report.
      const [first] = parts.flatMap(({ roles }) => roles.speakers);
      const alone = parts.every(({ mentions }) =>
        mentions.every(
          ({ accusable, country }) => !accusable || country === null || country === first?.country,
        ),
      );
      if (first !== undefined && alone)
        reasons.push({ code: 'speaker-alone', weight: AGAINST['speaker-alone'], detail: '' });
    }
  }
  count('speaker-named', (part) => {
    const [first] = part.roles.speakers;
    if (first !== undefined) return part.text.slice(first.start, first.end);
    return part.signs.sayer.exec(part.folded)?.[0] ?? null;
  });
  const claim = claims.find(({ kind }) => kind !== 'context' && kind !== 'measure') ?? claims[0];
  if (claim !== undefined && (attack || actor))
    reasons.push({
      code: 'claim-read',
      weight: WEIGHTS['claim-read'][claim.start === 0 ? 0 : 1],
      detail: claim.wording ?? '',
    });

  const [title] = parts;
  if (title === undefined) return reasons;
  const against = (code: keyof typeof AGAINST, sign: RegExp, share = 1): void => {
    const found = sign.exec(title.folded);
    if (found !== null)
      reasons.push({
        code,
        weight: round(AGAINST[code] * share),
        detail: title.text.slice(found.index, found.index + found[0].length),
      });
  };
  // Agencies name flaws and updates where they name who uses them.
  against('routine-news', title.signs.routine, accused && act ? 0.5 : 1);
  if (!accused && !actor) against('common-crime', title.signs.commonCrime);
  if (title.attack?.strength !== 'named' && !actor) against('other-affair', title.signs.otherAffair);
  return reasons;
}

function round(value: number): number {
  return Math.round(value * 1000) / 1000;
}

/** 0 to 1. */
export function scoreOf(reasons: readonly JudgementReason[]): number {
  const sum = reasons.reduce((total, { weight }) => total + weight, 0);
  return Math.min(1, Math.max(0, round(sum)));
}
