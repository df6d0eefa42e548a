/** Whether the article bears out a claim that a model read in it: words, speaker, accused, date and certainty. */
import type { Accused } from '../core/case-record.ts';
import { fold } from '../lexicon/fold.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { ReadSentence } from '../reading/read-text.ts';
import type { ActKind } from './act.ts';
import { findActs } from './acts.ts';
import { claimBasis } from './claim-basis.ts';
import type { WrittenClaim } from './claim-reply.ts';
import { eventDates } from './event-date.ts';
import type { ExtractedClaim } from './extracted-claim.ts';
import { locateQuote } from './locate-quote.ts';
import { countryOf, findParties } from './parties.ts';
import { speakersIn } from './speakers.ts';

/** Why a claim, or a part of one, was dropped. */
export type DropReason = 'support' | 'kind' | 'speaker' | 'accused' | 'country' | 'certainty' | 'date';

export interface VerifiedClaim {
  /** Null when the claim as a whole is not borne out. */
  readonly claim: ExtractedClaim | null;
  readonly dropped: readonly DropReason[];
}

/** A quotation shorter than this proves nothing; UTF-16 code units. */
const SHORTEST = { han: 6, other: 15 } as const;

export function verifyWritten(
  written: WrittenClaim,
  text: string,
  sentences: readonly ReadSentence[],
  lexicon: Lexicon,
): VerifiedClaim {
  const out = (...dropped: DropReason[]): VerifiedClaim => ({ claim: null, dropped });
  const { kind, support } = written;
  if (kind === 'context') return out('kind');
  const least = /\p{Script=Han}/u.test(support) ? SHORTEST.han : SHORTEST.other;
  const quote = support.length < least ? null : locateQuote(text, support);
  if (quote === null) return out('support');
  const own = sentences.filter(({ start, end }) => start < quote.end && end > quote.start);
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined) return out('support');
  if (!mayBe(kind, own)) return out('kind');
  const around = sentences.slice(Math.max(0, first.index - 1), last.index + 2);
  const known = namesOf(around, lexicon);
  const speaker = namesOf([], lexicon, written.speaker);
  if (!standsIn(written.speaker, speaker, around, known)) return out('speaker');

  const dropped: DropReason[] = [];
  const keepIf = <T>(value: T | null, holds: boolean, reason: DropReason): T | null => {
    if (value !== null && !holds) dropped.push(reason);
    return holds ? value : null;
  };
  const { actor: group, state: accusedState } = written;
  const actor = keepIf(
    group,
    group !== null && standsIn(group, namesOf([], lexicon, group), around, known),
    'accused',
  );
  const state = keepIf(accusedState, accusedState !== null && known.countries.has(accusedState), 'accused');
  const against: Accused | null = actor === null && state === null ? null : { actor, aliases: [], state };
  if (kind === 'accusation' && against === null) return out('accused');
  const country = keepIf(
    written.speakerCountry,
    written.speakerCountry !== null &&
      (known.countries.has(written.speakerCountry) || speaker.countries.has(written.speakerCountry)),
    'country',
  );
  const certainty = keepIf(
    written.certainty,
    written.certainty !== null && around.some((one) => one.text.includes(written.certainty ?? '')),
    'certainty',
  );
  const published = first.source.publishedAt;
  const dates = around.flatMap((one) => eventDates(one.text, published));
  const { date: writtenDate } = written;
  const date = keepIf(
    writtenDate,
    writtenDate !== null && dates.some((one) => one.startsWith(writtenDate)),
    'date',
  );
  const type = typeOf(written.speaker, first.source.textLang, lexicon);
  const said = { name: written.speaker, country, type };
  const act = { kind, form: 'does', legal: false, passive: false, start: 0, end: 0 } as const;
  return {
    dropped,
    claim: {
      kind,
      speaker: written.speaker,
      speakerCountry: country,
      speakerType: type,
      against,
      basis:
        kind === 'accusation' || kind === 'measure' ? claimBasis(act, said, first.vocabulary.general) : [],
      confidenceAsStated: certainty,
      eventDate: date,
      sourceId: first.source.id,
      wording: text.slice(first.start, last.end),
      start: first.start,
      end: last.end,
      by: 'model',
    },
  };
}

/** A denial is no accusation: where the words show what is done, it must be what the model says. */
function mayBe(kind: ActKind, sentences: readonly ReadSentence[]): boolean {
  const shown = sentences.flatMap(({ text, source }) => findActs(text, source.textLang));
  if (shown.length === 0) return true;
  const group = (one: ActKind): ActKind =>
    one === 'counter-accusation' ? 'accusation' : one === 'contest' ? 'denial' : one;
  return shown.some((act) => group(act.kind) === group(kind));
}

interface Names {
  readonly concepts: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
}

/** What the sentences, or the words, name in any language. */
function namesOf(sentences: readonly ReadSentence[], lexicon: Lexicon, words = ''): Names {
  const analyses = [
    ...sentences.map(({ analysis }) => analysis),
    ...(words === '' ? [] : ['fr', 'en', 'zh'].map((lang) => lexicon.analyze(words, lang))),
  ];
  const concepts = new Set<string>();
  const countries = new Set<string>();
  for (const { concept } of analyses.flatMap((analysis) => analysis.concepts)) {
    concepts.add(concept.id);
    const country = countryOf(concept, lexicon);
    if (country !== null) countries.add(country);
  }
  return { concepts, countries };
}

/** By its words, or by what it names under another name or in another language. */
function standsIn(words: string, names: Names, around: readonly ReadSentence[], known: Names): boolean {
  const folded = fold(words);
  if (around.some(({ text }) => fold(text).includes(folded))) return true;
  if (names.concepts.size > 0) return [...names.concepts].some((id) => known.concepts.has(id));
  const told = fold(around.map(({ text }) => text).join(' '));
  const parts = folded.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length > 3);
  return parts.length > 0 && parts.every((part) => told.includes(part));
}

function typeOf(name: string, lang: string, lexicon: Lexicon) {
  const analysis = lexicon.analyze(name, lang);
  const [speaker] = speakersIn(
    analysis,
    { start: 0, end: name.length },
    findParties(analysis, lexicon),
    lexicon,
  );
  return speaker?.type ?? 'other';
}
