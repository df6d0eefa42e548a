/** Reads the claims of an article without a model: who accuses, denies or punishes whom, by the words that say so. */
import type { ClaimKind } from '../core/case-record.ts';
import type { SourceText } from '../core/retrieval.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { LONGEST_SENTENCE, type ReadSentence, readText } from '../reading/read-text.ts';
import { accusedOf } from './accused.ts';
import type { Act } from './act.ts';
import { findActs } from './acts.ts';
import { claimBasis } from './claim-basis.ts';
import { evenFold } from './even-fold.ts';
import { eventDate } from './event-date.ts';
import type { ExtractedClaim } from './extracted-claim.ts';
import { findParties, type Party } from './parties.ts';
import { settleReplies } from './settle-replies.ts';
import type { Stretch } from './speakers.ts';
import { explicitCertainty, statedCertainty } from './stated-certainty.ts';
import { keep, remember, type SpeakerMemory, whoSpeaks } from './who-speaks.ts';

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
/** Kinds that are against nobody of their own: they answer a charge, or speak of oneself. */
const AGAINST_NOBODY: ReadonlySet<ClaimKind> = new Set([
  'denial',
  'no-comment',
  'contest',
  'self-claim',
  'acknowledgement',
  'retraction',
]);
/** An accusation in these words answers another. */
const ANSWERING =
  /\b(?:repond\w*|repliqu\w*|riposte\w*|retorqu\w*|en reponse|a son tour|en retour|answer(?:ed|ing|s)|respond(?:ed|ing|s)|in response|in turn|in return|retort\w*|desinformation|disinformation|falsehoods|calomnies?|smear\w*|slander\w*|denigrement|diffamation)\b|回应|反过来|抹黑|诬蔑|污蔑/u;

/** Claims in the order of the text; empty for a text that is not about attacks on computers. */
export function extractClaims(stored: SourceText, lexicon: Lexicon): ExtractedClaim[] {
  const { sentences, vocabulary } = readText(stored, lexicon);
  const named = [...vocabulary.concepts].some((id) => id.startsWith('actor:'));
  // What belongs to a case is about our field, however little of it the text says.
  const known = named || stored.source.caseIds.length > 0;
  if (!known && !FIELD.some((id) => vocabulary.general.has(id))) return [];
  const memory: SpeakerMemory = { byName: new Map(), byBody: new Map() };
  const claims: ExtractedClaim[] = [];
  for (const [i, sentence] of sentences.entries()) {
    if (sentence.text.length > LONGEST_SENTENCE) continue;
    const parties = findParties(sentence.analysis, lexicon);
    const beside = [sentences[i - 1], sentences[i + 1]].filter((other) => other !== undefined);
    for (const claim of claimsOf(sentence, beside, parties, memory, lexicon))
      if (!claims.some((other) => same(other, claim))) claims.push(claim);
    remember(sentence, parties, memory, lexicon);
  }
  return settleReplies(claims);
}

function claimsOf(
  sentence: ReadSentence,
  beside: readonly ReadSentence[],
  parties: readonly Party[],
  memory: SpeakerMemory,
  lexicon: Lexicon,
): ExtractedClaim[] {
  const { analysis, source, text, start, end } = sentence;
  const all = findActs(text, source.textLang);
  const done = new Set<ClaimKind>();
  return chooseActs(all, text).flatMap((act) => {
    if (done.has(act.kind)) return [];
    const before = all.filter((other) => other.end <= act.start && other.form === 'does').at(-1);
    const { speakers, taken } = whoSpeaks(act, before, sentence, parties, memory, lexicon);
    const countries = new Set(speakers.map(({ country }) => country));
    const rest = parties.filter(
      (party) => taken === null || party.start < taken.start || party.start >= taken.end,
    );
    const against = AGAINST_NOBODY.has(act.kind)
      ? null
      : accusedOf(text, act, accusedStretch(act, all, text, taken), rest, countries);
    if (speakers.length === 0 || (act.kind === 'accusation' && against === null)) return [];
    done.add(act.kind);
    if (taken !== null) for (const speaker of speakers) keep(speaker, taken, analysis, memory);
    return speakers.map(
      (speaker): ExtractedClaim => ({
        kind: act.kind,
        speaker: speaker.name,
        speakerCountry: speaker.country,
        speakerType: speaker.type,
        against,
        basis:
          act.kind === 'accusation' || act.kind === 'measure'
            ? claimBasis(act, speaker, sentence.vocabulary.general)
            : [],
        confidenceAsStated: certaintyOf(act, sentence, beside),
        eventDate: eventDate(text, act.start, source.publishedAt),
        sourceId: source.id,
        wording: text,
        start,
        end,
        by: 'rules',
      }),
    );
  });
}

/** What is only said counts where nothing is done: «X nie avoir attaqué Y» is a denial and no accusation. */
function chooseActs(acts: readonly Act[], text: string): Act[] {
  const does = acts.filter(({ form }) => form === 'does');
  const says = acts.filter(({ form }) => form === 'says');
  const strikesBack =
    says.some(({ kind }) => kind === 'counter-accusation') || ANSWERING.test(evenFold(text));
  if (does.length > 0)
    return does.map((act) =>
      strikesBack && act.kind === 'accusation' && !isReported(act, text)
        ? { ...act, kind: 'counter-accusation' as const }
        : act,
    );
  const order = ['counter-accusation', 'denial', 'accusation'];
  const best = [...says].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))[0];
  return best === undefined ? [] : [best];
}

/** «X affirme que Y accuse …»: what Y does is told by X. */
function isReported({ start }: Act, text: string): boolean {
  return /\s(?:que|qu['’]|that)\s|(?:表示|称|指出|强调|说)，/u.test(text.slice(0, start));
}

function accusedStretch(act: Act, acts: readonly Act[], text: string, taken: Stretch | null): Stretch {
  if (act.form === 'says') return { start: 0, end: text.length };
  if (act.passive)
    return { start: 0, end: taken !== null && taken.start > act.end ? taken.start : text.length };
  const next = acts.find(
    (other) => other.start > act.end && other.form === 'does' && other.kind !== act.kind,
  );
  return { start: act.end, end: next?.start ?? text.length };
}

/** The sentence's own words, or those of the sentences beside it where the same body speaks of certainty. */
function certaintyOf(
  { kind }: Act,
  { text, source, speaker }: ReadSentence,
  beside: readonly ReadSentence[],
): string | null {
  if (kind !== 'accusation' && kind !== 'counter-accusation' && kind !== 'contest') return null;
  const own = statedCertainty(text, source.textLang);
  if (own !== null) return own;
  for (const other of beside) {
    if (speaker === null || other.speaker === null) continue;
    const shared = [...other.speaker.vocabulary.concepts].some((id) => speaker.vocabulary.concepts.has(id));
    const words = shared ? explicitCertainty(other.text, source.textLang) : null;
    if (words !== null) return words;
  }
  return null;
}

function same(a: ExtractedClaim, b: ExtractedClaim): boolean {
  return (
    a.kind === b.kind &&
    a.speakerCountry === b.speakerCountry &&
    (a.speaker === b.speaker || (a.start === b.start && a.speakerCountry !== null)) &&
    a.against?.state === b.against?.state &&
    a.against?.actor === b.against?.actor &&
    (a.start === b.start || a.eventDate === b.eventDate || a.eventDate === null || b.eventDate === null)
  );
}
