/** Who does what an act of a sentence tells: its subject, its agent, whoever said it, or whoever was named before. */
import type { Analysis, Lexicon } from '../lexicon/lexicon.ts';
import type { ReadSentence } from '../reading/read-text.ts';
import { findSpeech } from '../reading/speech.ts';
import type { Act } from './act.ts';
import type { Party } from './parties.ts';
import { sayingSubject } from './saying.ts';
import { type ClaimSpeaker, carriedSpeaker, type Stretch, speakersIn } from './speakers.ts';

/** What the text has told of its speakers so far: «M. Lin» is the Lin Jian of the sentences before. */
export interface SpeakerMemory {
  readonly byName: Map<string, ClaimSpeaker>;
  /** By the concept of a body or office that has a country: `foreign-ministry`. */
  readonly byBody: Map<string, ClaimSpeaker>;
}

export interface ActSpeakers {
  readonly speakers: readonly ClaimSpeaker[];
  /** The words that name them; null when they stand in another sentence. */
  readonly taken: Stretch | null;
}

/** Where the report of a report begins: «…, rapporte Sputnik», ", Reuters said in May". */
const RELAY =
  /,\s(?:(?:a |ont )?(?:rapport\p{L}*|relèv\p{L}*|not\p{L}*|écri\p{L}*|indiqu\p{L}*|signal\p{L}*)\s|selon\s|d['’]après\s|according to\s|(?:[^,.]{2,60},\s)?[^,.]{2,60}\s(?:reported|wrote|noted|recalled|reports|writes|notes)\b)[^;]*$/u;
/** «Selon X, …»: the sentence says who speaks before anything else. */
const ACCORDING = /^\s*(?:selon|d['’]après|according to|据|根据)/iu;
const BORDERS = [
  ' que ',
  ' qu’',
  " qu'",
  ' that ',
  ';',
  '»',
  '”',
  '；',
  '。',
  '表示，',
  '称，',
  '指出，',
  '说，',
  '强调，',
  '表示',
  '指出',
];

export function whoSpeaks(
  act: Act,
  before: Act | undefined,
  sentence: ReadSentence,
  parties: readonly Party[],
  memory: SpeakerMemory,
  lexicon: Lexicon,
): ActSpeakers {
  const { analysis, text, source } = sentence;
  const relay = RELAY.exec(text);
  const head = relay === null || relay.index < act.start ? null : text.slice(0, relay.index);
  const tried: Stretch[] = [];
  if (act.form === 'does' && !act.passive) tried.push(subjectBefore(text, act.start, before));
  if (act.passive) tried.push(...agentBehind(text, act.end));
  const saying = ACCORDING.test(text) ? null : sayingSubject(head ?? text, source.textLang);
  const speech = [
    ...(saying === null ? [] : [saying]),
    ...(head === null ? [] : findSpeech(lexicon.analyze(head, source.textLang)).spans),
    ...findSpeech(analysis).spans,
  ];
  // «…», a déclaré X: behind what was done only words of saying name who did it.
  tried.push(
    ...(act.form === 'says' || act.passive ? speech : speech.filter(({ start }) => start > act.end)),
  );
  for (const span of tried) {
    const speakers = speakersIn(analysis, span, parties, lexicon);
    if (speakers.length === 0) continue;
    return { speakers: speakers.map((one) => known(one, span, analysis, memory)), taken: span };
  }
  const carried = sentence.speaker === null ? null : carriedSpeaker(sentence.speaker, lexicon);
  return { speakers: carried === null ? [] : [known(carried, null, analysis, memory)], taken: null };
}

/** Keeps who spoke in the sentence for those that follow. */
export function remember(
  sentence: ReadSentence,
  parties: readonly Party[],
  memory: SpeakerMemory,
  lexicon: Lexicon,
): void {
  const { analysis } = sentence;
  for (const span of findSpeech(analysis).spans)
    for (const speaker of speakersIn(analysis, span, parties, lexicon)) keep(speaker, span, analysis, memory);
}

export function keep(
  speaker: ClaimSpeaker,
  span: Stretch,
  { tokens, concepts }: Analysis,
  memory: SpeakerMemory,
): void {
  if (speaker.country === null) return;
  for (const token of tokens)
    if (token.capitalized && !token.stop && token.start >= span.start && token.end <= span.end)
      memory.byName.set(token.folded, speaker);
  for (const { concept, start, end } of concepts)
    if (start >= span.start && end <= span.end && (concept.kind === 'term' || concept.kind === 'role'))
      memory.byBody.set(concept.id, speaker);
}

/** Gives a speaker without a country the one that the text told before. */
function known(
  speaker: ClaimSpeaker,
  span: Stretch | null,
  { tokens, concepts }: Analysis,
  { byName, byBody }: SpeakerMemory,
): ClaimSpeaker {
  if (speaker.country !== null || speaker.type === 'international' || speaker.type === 'media')
    return speaker;
  const within = (start: number, end: number) => span === null || (start >= span.start && end <= span.end);
  const names = span === null ? speaker.name.toLowerCase().split(/\s+/) : [];
  for (const token of tokens)
    if (token.capitalized && within(token.start, token.end)) names.push(token.folded);
  const found = names.map((name) => byName.get(name)).find((one) => one !== undefined);
  if (found !== undefined) return { ...speaker, country: found.country, type: found.type };
  if (span === null) return speaker;
  for (const { concept, start, end } of concepts) {
    const body =
      within(start, end) && /^(?:term|role)$/u.test(concept.kind) ? byBody.get(concept.id) : undefined;
    if (body !== undefined) return { ...speaker, country: body.country, type: body.type };
  }
  return speaker;
}

/** From where the clause begins to its verb. */
function subjectBefore(text: string, verb: number, before: Act | undefined): Stretch {
  const from = before !== undefined && before.end < verb && before.form === 'does' ? before.end : 0;
  const left = text.slice(from, verb);
  const cut = Math.max(
    0,
    ...BORDERS.flatMap((mark) => (left.includes(mark) ? [left.lastIndexOf(mark) + mark.length] : [])),
  );
  // Behind another verb with the same subject: «a convoqué X et accusé Y».
  if (
    from > 0 &&
    before !== undefined &&
    /(?:,|\b(?:et|and|puis|then|while|tout en)\b|并|並)\s*(?:\p{L}+(?:ment|ly)\s+)?$/u.test(left)
  )
    return subjectBefore(text, before.start, undefined);
  return { start: from + cut, end: verb };
}

function agentBehind(text: string, from: number): Stretch[] {
  const by = /^[^,.;]{0,80}?\s(?:par|by)\s+([^,.;]{2,90}(?:,\s(?:dont|including)\s[^,.;]{2,40})?)/iu.exec(
    text.slice(from),
  );
  if (by === null) return [];
  const end = from + by[0].length;
  return [{ start: end - (by[1] ?? '').length, end }];
}
