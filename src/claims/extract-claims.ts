/** Reads the claims of an article without a model: who accuses, denies or punishes whom, by the words that say so. */
import type { Claim, ClaimBasis } from '../core/case-record.ts';
import type { SourceText } from '../core/retrieval.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { type ReadSentence, readText } from '../reading/read-text.ts';
import { findSpeech } from '../reading/speech.ts';
import { accusedOf } from './accused.ts';
import { type Act, findActs } from './acts.ts';
import { claimBasis } from './claim-basis.ts';
import { eventDate } from './event-date.ts';
import type { ExtractedClaim } from './extracted-claim.ts';
import { findParties, type Party } from './parties.ts';
import { settleReplies } from './settle-replies.ts';
import { type ClaimSpeaker, carriedSpeaker, type Stretch, speakersIn } from './speakers.ts';
import { explicitCertainty, statedCertainty } from './stated-certainty.ts';

/** Concepts without any of which a text is not about our field. */
const FIELD = [
  'cyber',
  'hack',
  'cyberattack',
  'hacker',
  'threat-actor',
  'espionage',
  'malware',
  'spyware',
  'phishing',
];

/** Claims in the order of the text; empty for a text that is not about attacks on computers. */
export function extractClaims(stored: SourceText, lexicon: Lexicon): ExtractedClaim[] {
  const { sentences, vocabulary } = readText(stored, lexicon);
  const named = [...vocabulary.concepts].some((id) => id.startsWith('actor:'));
  if (!named && !FIELD.some((id) => vocabulary.general.has(id))) return [];
  const claims: ExtractedClaim[] = [];
  for (const [i, sentence] of sentences.entries())
    for (const claim of claimsOf(sentence, [sentences[i - 1], sentences[i + 1]], lexicon))
      if (!claims.some((other) => same(other, claim))) claims.push(claim);
  return settleReplies(claims);
}

function claimsOf(
  sentence: ReadSentence,
  beside: readonly (ReadSentence | undefined)[],
  lexicon: Lexicon,
): ExtractedClaim[] {
  const { analysis, source, text, start, end } = sentence;
  const parties = findParties(analysis, lexicon);
  const acts = chooseActs(findActs(text, source.textLang));
  return acts.flatMap((act, i) => {
    const { speakers, taken } = whoDoes(act, acts[i - 1], sentence, parties, lexicon);
    const given = accusedStretch(act, acts, text, taken);
    const countries = new Set(speakers.map(({ country }) => country));
    const rest = parties.filter(
      (party) => taken === null || party.start < taken.start || party.start >= taken.end,
    );
    const against =
      act.kind === 'denial' ||
      act.kind === 'no-comment' ||
      act.kind === 'contest' ||
      act.kind === 'self-claim'
        ? null
        : accusedOf(text, act, given, rest, countries, lexicon);
    if (act.kind === 'accusation' && against === null) return [];
    return speakers.map((speaker): ExtractedClaim => {
      const claim: Claim = {
        kind: act.kind,
        speaker: speaker.name,
        speakerCountry: speaker.country,
        speakerType: speaker.type,
        against,
        basis: basisOf(act, speaker, sentence),
        confidenceAsStated: certaintyOf(act, sentence, beside),
        eventDate: eventDate(text, act.start, source.publishedAt),
        sourceId: source.id,
        wording: text,
      };
      return { ...claim, start, end, by: 'rules' };
    });
  });
}

/** What is only said counts where nothing is done; what is quoted of a charge is not a second one. */
function chooseActs(acts: readonly Act[]): Act[] {
  const does = acts.filter(({ form }) => form === 'does');
  const says = acts.filter(({ form }) => form === 'says');
  const counter = says.find(({ kind }) => kind === 'counter-accusation');
  if (does.length > 0) {
    const chosen = does.map((act) =>
      counter !== undefined && act.kind === 'accusation' ? { ...act, kind: counter.kind } : act,
    );
    // «rejette l'accusation et accuse»: both stand; a denial in which somebody else's charge is told is one act.
    return chosen.filter((act, i) => !chosen.slice(0, i).some((other) => other.kind === act.kind));
  }
  const order = ['counter-accusation', 'denial', 'accusation'];
  const best = [...says].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0];
  return best === undefined ? [] : [best];
}

function whoDoes(
  act: Act,
  before: Act | undefined,
  sentence: ReadSentence,
  parties: readonly Party[],
  lexicon: Lexicon,
): { speakers: ClaimSpeaker[]; taken: Stretch | null } {
  const { analysis, text } = sentence;
  const tried: Stretch[] = [];
  if (act.form === 'does' && !act.passive) tried.push(subjectBefore(text, act.start, before));
  if (act.passive) tried.push(...agentBehind(text, act.end));
  if (act.form === 'says' || act.passive) tried.push(...findSpeech(analysis).spans);
  // «convoqué …, a indiqué le gouvernement»; «J'ai convoqué …», a déclaré le ministre.
  else tried.push(...findSpeech(analysis).spans.filter((span) => span.start > act.end));
  for (const span of tried) {
    const speakers = speakersIn(analysis, span, parties, lexicon);
    if (speakers.length > 0) return { speakers, taken: span };
  }
  const carried = sentence.speaker === null ? null : carriedSpeaker(sentence.speaker, lexicon);
  return { speakers: carried === null ? [] : [carried], taken: null };
}

/** From where the clause begins to its verb. */
function subjectBefore(text: string, verb: number, before: Act | undefined): Stretch {
  const from = before !== undefined && before.end < verb && before.form === 'does' ? before.end : 0;
  const left = text.slice(from, verb);
  const border = Math.max(
    ...[' que ', ' qu’', " qu'", ' that ', ';', '»', '”', '；', '。'].map(
      (mark) => left.lastIndexOf(mark) + mark.length,
    ),
    ...[0],
  );
  const cut = [' que ', ' qu’', " qu'", ' that ', ';', '»', '”', '；', '。'].some((mark) =>
    left.includes(mark),
  )
    ? border
    : 0;
  // Behind another verb with the same subject: «a convoqué X et accusé Y».
  return from > 0 && left.trim().length < 60 && !/[\p{Lu}\p{Script=Han}]/u.test(left.slice(cut))
    ? subjectBefore(text, before?.start ?? verb, undefined)
    : { start: from + cut, end: verb };
}

function agentBehind(text: string, from: number): Stretch[] {
  const by = /^[^,.;]{0,80}?\s(?:par|by)\s+([^,.;]{2,90})/iu.exec(text.slice(from));
  if (by === null) return [];
  const end = from + by[0].length;
  return [{ start: end - (by[1] ?? '').length, end }];
}

function accusedStretch(act: Act, acts: readonly Act[], text: string, taken: Stretch | null): Stretch {
  if (act.form === 'says') return { start: 0, end: text.length };
  if (act.passive)
    return { start: 0, end: taken !== null && taken.start > act.end ? taken.start : text.length };
  const next = acts.find(
    (other) => other.start > act.end && other.form === 'does' && other.kind !== act.kind,
  );
  return { start: act.start, end: next?.start ?? text.length };
}

function certaintyOf(
  act: Act,
  { text, source, speaker }: ReadSentence,
  beside: readonly (ReadSentence | undefined)[],
) {
  if (act.kind !== 'accusation' && act.kind !== 'counter-accusation' && act.kind !== 'contest') return null;
  const own = statedCertainty(text, source.textLang);
  if (own !== null) return own;
  for (const other of beside) {
    if (other === undefined || speaker === null || other.speaker === null) continue;
    const shared = [...other.speaker.vocabulary.concepts].some((id) => speaker.vocabulary.concepts.has(id));
    const words = shared ? explicitCertainty(other.text, source.textLang) : null;
    if (words !== null) return words;
  }
  return null;
}

function basisOf(act: Act, speaker: ClaimSpeaker, { vocabulary }: ReadSentence): ClaimBasis[] {
  return act.kind === 'accusation' || act.kind === 'measure'
    ? claimBasis(act, speaker, vocabulary.general)
    : [];
}

function same(a: ExtractedClaim, b: ExtractedClaim): boolean {
  return (
    a.kind === b.kind &&
    a.speakerCountry === b.speakerCountry &&
    (a.speakerCountry !== null || a.speaker === b.speaker) &&
    a.against?.state === b.against?.state &&
    a.against?.actor === b.against?.actor &&
    (a.start === b.start || a.eventDate === b.eventDate)
  );
}
