/** The name that is shown beside a sentence as its speaker's. */
import type { ConceptMatch } from '../lexicon/concept-matcher.ts';
import { fold } from '../lexicon/fold.ts';
import type { Token } from '../lexicon/tokenize.ts';
import { isBodyTerm } from '../reading/bodies.ts';
import type { ReadSentence } from '../reading/read-text.ts';

/** A name longer than this, in UTF-16 code units, is a clause that the reading of the sentence did not cut. */
const LONGEST_NAME = 80;
/** What no name has: markup, or what is left of a formula. */
const NO_NAME = /[<>[\]{}@#|*_`\\=]/u;
const FINITE_VERB =
  /(?:^|\s)(?:a|ont|est|sont|avait|avaient|sera|seront|has|have|was|were|is|are|did|had)(?:\s|$)/iu;
/** What a name was cut off in the middle of, or drags along. */
const LOOSE_END = /\s*\([^)]*$|\s+for the first time$/u;
/** A name from a sentence before, with its date: "On 31 August 2022 the minister". */
const DATED = /^(?:on|in|by|at|le|en|au)\s+\d/iu;
/** «mis en cause», "media": neither a name nor somebody with an article. */
const NAMELESS = /^(?!(?:les?|la|l['’]|une?|des|the|an?)(?:\s|\p{L}))[^\p{Lu}\p{Script=Han}]+$/u;
/** Whoever is not meant: «aucun service», "neither the United States". */
const NOBODY = /^(?:neither|nobody|none|no|not|nor|ni|aucune?|nul(?:le)?|personne)\s/iu;
/** What may stand before a name and belongs to it. */
const ARTICLES: ReadonlySet<string> = new Set(['le', 'la', 'les', 'l', 'un', 'une', 'the', 'a', 'an']);
const DEMONYM = /(?:ish|ese|ian|an|ch|[aei]i|aise?|ien(?:ne)?|oise?|aine?)s?$/u;
const MONTHS: ReadonlySet<string> = new Set(
  `janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre january february march april may
  june july august september october november december monday tuesday wednesday thursday friday saturday sunday lundi mardi
  mercredi jeudi vendredi samedi dimanche`.split(/\s+/),
);
const PARTIES: ReadonlySet<string> = new Set(['country', 'org', 'person', 'role', 'place']);
/** A deed and no doer: "the attack on Georgia". */
const DEED =
  /(?<!\p{L})(?:attacks?|attaques?|cyberattacks?|cyberattaques?|hacks?|piratages?|breach|intrusions?)(?!\p{L})/iu;
const MEDIA: readonly string[] = [
  'newspaper',
  'news-agency',
  'state-media',
  'media-outlet',
  'television-channel',
];
/** A subject stands no further than this from the beginning of its sentence, in UTF-16 code units. */
const OPENING = 8;

/**
 * Who speaks, where that was found with confidence: a wrong name beside a sentence would be a false attribution. Only
 * words that can belong to a name are kept; a newspaper that passes on what somebody said is no speaker.
 */
export function speakerName(sentence: ReadSentence): string | null {
  const { speaker, text } = sentence;
  if (speaker === null || NOBODY.test(speaker.name)) return null;
  const at = text.indexOf(speaker.name);
  // From the record, or from a sentence before: there is nothing here to cut it by.
  const found = at === -1 ? speaker.name : nameWithin(sentence, at, at + speaker.name.length);
  const name = found?.replace(LOOSE_END, '') ?? null;
  if (name === null || name.length > LONGEST_NAME) return null;
  if (DEED.test(name) || DATED.test(name) || NAMELESS.test(name)) return null;
  if (NO_NAME.test(name) || FINITE_VERB.test(name)) return null;
  if (at > OPENING && isMedia(sentence) && namesOthers(sentence, at)) return null;
  return name;
}

/** The first stretch between two offsets whose words can all be of a name, one of which surely is. */
function nameWithin({ analysis, text, kind }: ReadSentence, start: number, end: number): string | null {
  if (analysis.lang === 'zh') return text.slice(start, end);
  const tokens = analysis.tokens.filter((token) => token.start >= start && token.end <= end);
  const parties = analysis.concepts.filter(({ concept }) => PARTIES.has(concept.kind) || isBodyTerm(concept));
  const first = analysis.tokens[0];
  const actors = analysis.concepts.filter(({ concept }) => concept.kind === 'actor');
  // Any word is written large at the beginning; before another such one it is a name («Silicon UK»), and by itself.
  const second = analysis.tokens[1];
  const alone = tokens.length === 1;
  const isNamed = (token: Token): boolean =>
    token.capitalized && !token.stop && (token !== first || alone || second?.capitalized === true);
  const isParty = (token: Token): boolean =>
    covers(parties, token) || (isNamed(token) && (kind === 'self-claim' || !covers(actors, token)));
  for (const run of runs(tokens, (token) => !isWhen(token) && (token.stop || isParty(token)))) {
    const from = run.findIndex((token) => !token.stop);
    const to = run.findLastIndex((token) => !token.stop);
    const words = run.slice(from, to + 1);
    if (from === -1 || !words.some(isParty) || isLoneDemonym(words, parties, analysis.lang)) continue;
    const article = run[from - 1];
    const opening = article !== undefined && ARTICLES.has(article.folded) ? article : run[from];
    return text.slice(opening?.start, run[to]?.end);
  }
  return null;
}

/** "*British* mission": an adjective whose noun was cut off; the name of a country stands by itself. */
function isLoneDemonym(words: readonly Token[], parties: readonly ConceptMatch[], lang: string): boolean {
  const [word, more] = words;
  if (word === undefined || more !== undefined) return false;
  const country = parties.find((match) => match.concept.kind === 'country' && covers([match], word));
  const code = country?.concept.id.slice('country:'.length).toUpperCase();
  if (code === undefined || !/^[A-Z]{2}$/.test(code)) return false;
  const name = new Intl.DisplayNames([lang], { type: 'region' }).of(code) ?? '';
  return !fold(name).includes(word.folded) && DEMONYM.test(word.folded);
}

function runs(tokens: readonly Token[], belongs: (token: Token) => boolean): Token[][] {
  const all: Token[][] = [[]];
  for (const token of tokens)
    if (belongs(token)) all.at(-1)?.push(token);
    else all.push([]);
  return all.filter((run) => run.length > 0);
}

/** A date is nobody's name. */
function isWhen({ numeric, folded }: Token): boolean {
  return numeric || MONTHS.has(folded);
}

function covers(matches: readonly ConceptMatch[], { start, end }: Token): boolean {
  return matches.some((match) => match.start <= start && match.end >= end);
}

function isMedia({ speaker }: ReadSentence): boolean {
  return MEDIA.some((id) => speaker?.vocabulary.general.has(id) === true);
}

/** Whether somebody else is named before: «X a déclaré …, *rapporte l'agence*». */
function namesOthers({ analysis }: ReadSentence, before: number): boolean {
  return analysis.concepts.some(({ concept, start }) => start < before && PARTIES.has(concept.kind));
}
