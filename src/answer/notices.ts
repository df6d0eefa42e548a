/** What a reader must know of an answer as a whole: its sides, its wires, the standing of its sources. */
import type { Answer, AnswerLang, Notice, NoticeCode } from '../core/answer.ts';
import { isReplyKind } from '../core/case-record.ts';
import { formatDate } from '../core/format-date.ts';
import type { SourceText } from '../core/retrieval.ts';
import type { Authority } from '../core/source.ts';
import { agenciesOf } from '../reading/news-agencies.ts';
import { DISPUTES, type DisputeKind, disputesIn } from './disputes.ts';
import { PHRASES } from './phrases.ts';
import type { Story } from './story.ts';

export interface AnsweredFrom {
  readonly stories: readonly Story[];
  /** Every source of the stories, by id. */
  readonly texts: ReadonlyMap<string, SourceText>;
  /** The bot's own verdict was asked for. */
  readonly wantsVerdict: boolean;
}

/** Of `attributions-differ`, by what stands against the attribution. */
const DISPUTED: Readonly<Record<AnswerLang, Readonly<Record<DisputeKind, string>>>> = {
  fr: {
    retraction: 'Une affirmation faite dans cette affaire a été retirée ou rectifiée depuis.',
    differing: PHRASES.fr.notices['attributions-differ'],
    contest: 'D’autres que la partie mise en cause contestent ou nuancent ce qui est dit de cette affaire.',
  },
  en: {
    retraction: 'A claim made in this case has been withdrawn or put right since.',
    differing: PHRASES.en.notices['attributions-differ'],
    contest: 'Others than the accused side contest or qualify what is said of this case.',
  },
  zh: {
    retraction: '本案中的一项说法此后已被撤回或更正。',
    differing: PHRASES.zh.notices['attributions-differ'],
    contest: '除被指控方外，还有他人对本案的说法提出异议或保留意见。',
  },
};

/** The answer with the notices that its sources, its kinds of sentences and the records call for. */
export function withNotices(answer: Answer, from: AnsweredFrom): Answer {
  return answer.status === 'answered' ? withMore(answer, noticesOn(answer, from)) : answer;
}

/** With what has become of its sources alone: for sentences that are shown again, as they stand. */
export function withStanding(answer: Answer, texts: AnsweredFrom['texts']): Answer {
  return withMore(answer, standingOf(answer, texts));
}

function withMore(answer: Answer, notices: Iterable<Notice>): Answer {
  const given = new Set(answer.notices.map(({ code }) => code));
  const found = [...notices].filter(({ code }) => !given.has(code));
  return found.length === 0 ? answer : { ...answer, notices: [...answer.notices, ...found] };
}

function* noticesOn(answer: Answer, from: AnsweredFrom): Generator<Notice> {
  const { notices } = PHRASES[answer.lang];
  const say = (code: NoticeCode): Notice => ({ code, text: notices[code] });
  if (from.wantsVerdict) yield say('reports-claims');
  const cited = citedStories(answer, from.stories);
  if (accuses(answer)) {
    const kinds = cited.flatMap(disputesIn).map(({ kind }) => kind);
    const gravest = DISPUTES.find((kind) => kinds.includes(kind));
    if (gravest !== undefined) yield { code: 'attributions-differ', text: DISPUTED[answer.lang][gravest] };
  }
  const isReplyMissing = answer.notices.some(({ code }) => code === 'no-denial-found');
  if (!isReplyMissing && isOneSided(answer, cited, from.texts)) yield say('one-side-only');
  const wire = wireOf(answer, from.texts);
  if (wire !== null) yield { code: 'one-wire', text: `${notices['one-wire']} (${wire})` };
  yield* standingOf(answer, from.texts);
}

function accuses({ sentences }: Answer): boolean {
  return sentences.some(({ kind }) => kind === 'accusation' || kind === 'measure');
}

function citedStories({ citations }: Answer, stories: readonly Story[]): Story[] {
  const ids = new Set(citations.map(({ sourceId }) => sourceId));
  return stories.filter(({ texts }) => texts.some(({ source }) => ids.has(source.id)));
}

/** Those who speak for themselves; a newspaper or a company reports on both sides. */
const OF_A_SIDE: ReadonlySet<Authority | null> = new Set(['government', 'court', 'state-media', 'self']);

/** Every cited source is a party's own, and all are the same side's. */
function isOneSided(
  { citations, sentences }: Answer,
  stories: readonly Story[],
  texts: AnsweredFrom['texts'],
): boolean {
  const kinds = sentences.map(({ kind }) => kind);
  const bothSpeak = kinds.some(isReplyKind) && kinds.includes('accusation');
  if (bothSpeak || citations.length === 0) return false;
  const sides = new Set<string>();
  for (const { sourceId } of citations) {
    const source = texts.get(sourceId)?.source;
    if (source === undefined || !OF_A_SIDE.has(source.authority)) return false;
    const side = sideOf(sourceId, stories);
    if (side === null) return false;
    sides.add(side);
  }
  return sides.size === 1;
}

/** The side for which a source speaks, by the claims that the record takes from it; null where it tells both, or none. */
function sideOf(sourceId: string, stories: readonly Story[]): 'accuser' | 'accused' | null {
  const claims = stories.flatMap((story) => story.claims.map(({ claim }) => claim));
  const accused = new Set(
    claims.flatMap(({ kind, against }) => (kind === 'accusation' ? (against?.state ?? []) : [])),
  );
  const sides = claims
    .filter((claim) => claim.sourceId === sourceId && claim.speakerCountry !== null)
    .map(({ speakerCountry }) => (accused.has(speakerCountry ?? '') ? 'accused' : 'accuser'));
  const [first] = sides;
  return first !== undefined && sides.every((side) => side === first) ? first : null;
}

/** The one agency whose report all cited sources pass on; null where there is none, or the agency itself is cited alone. */
function wireOf({ citations }: Answer, texts: AnsweredFrom['texts']): string | null {
  const ids = [...new Set(citations.map(({ sourceId }) => sourceId))];
  const wires = ids.map((id) => {
    const stored = texts.get(id);
    if (stored === undefined) return new Set<string>();
    const { source, text } = stored;
    // A digest is in our words: what it credits, it credits for the sentence that is cited.
    const told =
      source.textKind === 'digest'
        ? citations.flatMap((c) => (c.sourceId === id ? [c.excerpt] : [])).join('\n')
        : text;
    return agenciesOf(source.publisher, told);
  });
  const [first] = wires;
  if (first === undefined) return null;
  const shared = [...first].find((name) => wires.every((wire) => wire.has(name)));
  if (shared === undefined) return null;
  const publisher = texts.get(ids[0] ?? '')?.source.publisher ?? null;
  return ids.length === 1 && agenciesOf(publisher, '').has(shared) ? null : shared;
}

function* standingOf({ citations, lang }: Answer, texts: AnsweredFrom['texts']): Generator<Notice> {
  const { notices } = PHRASES[lang];
  const details = { 'source-withdrawn': [] as string[], 'source-corrected': [] as string[] };
  const unreviewed: string[] = [];
  for (const { n, sourceId } of citations) {
    const source = texts.get(sourceId)?.source;
    if (source === undefined) continue;
    if (!source.reviewed) unreviewed.push(`[${n}]`);
    if (source.standing === undefined) continue;
    const { status, date, note } = source.standing;
    const told = [date === null ? null : formatDate(date, lang), note].filter((part) => part !== null);
    details[`source-${status}`].push([`[${n}]`, ...told].join(' · '));
  }
  for (const code of ['source-withdrawn', 'source-corrected'] as const)
    if (details[code].length > 0) yield { code, text: `${notices[code]} ${details[code].join(' ')}` };
  if (unreviewed.length > 0)
    yield { code: 'source-unreviewed', text: `${notices['source-unreviewed']} ${unreviewed.join(' ')}` };
}
