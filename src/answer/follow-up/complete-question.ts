/** Makes a follow-up whole from the conversation it stands in, by rules. */
import { ANSWER_LANGS, type AnswerLang } from '../../core/answer.ts';
import type { Turn } from '../../core/thread.ts';
import { readFollowUpForm } from '../../lexicon/follow-up-form.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { analyzeQuestion, isFraming, type Question } from '../question.ts';
import type { Term } from '../question-term.ts';
import { questionWord } from '../question-type.ts';
import { asksForReply, isAside, isGeneric, isReply } from './generic-terms.ts';
import { addPart, type Filler, fillerName, isYear, narrow, readFiller, replaceSlot } from './replace-slot.ts';
import { labelOf, languageOf, readThread, type Thread } from './thread.ts';
import { findAnaphor, type Opened, THREAD_WORDS, takeOpening } from './thread-words.ts';

interface Understood {
  /** The question to search with. */
  readonly asked: string;
  readonly lang: AnswerLang;
}

export type Completed =
  /** It stands on its own: `asked` is the question itself. */
  | (Understood & { readonly kind: 'standalone'; readonly thread: null })
  /** `sure` is false where it leans on the conversation and the rules found little to lean on. */
  | (Understood & { readonly kind: 'completed'; readonly sure: boolean; readonly thread: Thread })
  /** Looks at source `n` of the last answer (-1: the last one; null: all). */
  | (Understood & { readonly kind: 'source'; readonly n: number | null; readonly thread: Thread })
  | (Understood & { readonly kind: 'translate' | 'more' | 'who-said'; readonly thread: Thread });

/**
 * @param history oldest first.
 * @param accused concept ids of those whom the records of the cited cases show accused; asked for «ils», who answer.
 */
export function completeQuestion(
  question: string,
  history: readonly Turn[],
  lexicon: Lexicon,
  accused: ReadonlySet<string> = new Set(),
): Completed {
  const lang = languageOf(question, history);
  const standalone: Completed = { kind: 'standalone', asked: question, lang, thread: null };
  const thread = history.length === 0 ? null : readThread(history, lang, lexicon);
  if (thread === null) return standalone;
  const form = readFollowUpForm(question);
  const last = { asked: thread.base.text, lang, thread };
  switch (form?.kind) {
    case 'source':
      return { ...last, kind: 'source', n: form.n };
    case 'translate':
      return { ...last, kind: 'translate', lang: form.lang };
    case 'more':
    case 'who-said':
      return { ...last, kind: form.kind };
    case 'how-sure':
      return whole(about(THREAD_WORDS[lang].certainty, thread, lang, false), thread, lang);
  }
  const opened = takeOpening(question);
  const own = analyzeQuestion(opened.rest === '' ? question : opened.rest, lexicon, lang);
  return (
    fromFragment(opened, own, thread, lang, { lexicon, accused }) ??
    fromReply(own, thread, lang, accused) ??
    fromLeaning(question, opened, own, thread, lang) ??
    standalone
  );
}

function whole(asked: string, thread: Thread, lang: AnswerLang, sure = true): Completed {
  return { kind: 'completed', asked, lang, thread, sure };
}

/** A question with the topics of the conversation that it does not name itself. */
function about(
  question: string,
  thread: Thread,
  lang: AnswerLang,
  spoken: boolean,
  named: readonly Term[] = [],
): string {
  const has = new Set(named.flatMap(({ concepts, folded }) => [...concepts, ...folded]));
  const topics = thread.topics.filter(
    ({ term }) => ![...term.concepts, ...term.folded].some((id) => has.has(id)),
  );
  if (topics.length === 0) return question;
  return THREAD_WORDS[lang].about(
    question,
    topics.map(({ text }) => text),
    spoken,
  );
}

interface Known {
  readonly lexicon: Lexicon;
  readonly accused: ReadonlySet<string>;
}

/** Words of a fragment that are no name: «et les sanctions américaines ?» has one. */
const LONGEST_FRAGMENT = 6;
const CLAUSE =
  /^(?:did|does|do|has|have|had|is|are|was|were|will|can|could|est-ce|a-t-|ont-|est-|sont-)|-(?:t-)?(?:ils?|elles?|on)(?!\p{L})|(?:吗|嗎)$/iu;

/** «Et la Russie ?», 那俄罗斯呢？, "only the US ones", «et en 2021 ?»: a name or a date for the earlier question. */
function fromFragment(
  { opened, only }: Opened,
  own: Question,
  thread: Thread,
  lang: AnswerLang,
  known: Known,
): Completed | null {
  if (questionWord(own.text) !== null || CLAUSE.test(own.text)) return null;
  if (own.terms.length === 0 || own.terms.length > LONGEST_FRAGMENT) return null;
  const filler = readFiller(own);
  const others = own.terms.filter((term) => term !== filler?.term);
  const bare = others.every(
    (term) =>
      isAside(term) ||
      term.end <= own.text.length - (filler?.phrase.length ?? 0) ||
      term.concepts.some((id) => filler?.term.concepts.includes(id)),
  );
  if (!opened && !(bare && filler !== null && own.text.length <= 30)) return null;
  if (filler === null || (!bare && !isYear(filler.term)))
    return opened
      ? whole(about(own.text, thread, lang, false, own.terms), thread, lang, others.length > 0)
      : null;
  if (only) return whole(narrow(thread.base, own.text), thread, lang);
  return fill(filler, thread, lang, known);
}

function fill(filler: Filler, thread: Thread, lang: AnswerLang, { lexicon, accused }: Known): Completed {
  const { base } = thread;
  const { term, preposition } = filler;
  const talk = (): Completed => {
    const { answers, says } = THREAD_WORDS[lang];
    const say = term.concepts.some((id) => accused.has(id)) ? answers : says;
    return whole(about(say(fillerName(filler)), thread, lang, true, [term]), thread, lang);
  };
  // One whom the earlier question or its answer has named: what has he to say?
  if (thread.names(term) && !isYear(term) && base.type !== 'statement') return talk();
  const put = base.lang === lang ? filler : translate(filler, base.lang, lexicon);
  const replaced = replaceSlot(base, put);
  if (replaced !== null) return whole(replaced, thread, lang);
  if (isYear(term) || preposition !== '') return whole(addPart(base, filler.text), thread, lang);
  return term.kind === 'actor' ? whole(narrow(base, filler.phrase), thread, lang, false) : talk();
}

/** A name as the earlier question's language has it. */
function translate(filler: Filler, lang: string, lexicon: Lexicon): Filler {
  const spoken = ANSWER_LANGS.find((known) => known === lang);
  const label = spoken === undefined ? undefined : labelOf(filler.term, spoken, lexicon);
  return label === undefined ? filler : { ...filler, phrase: label, translated: true };
}

/** Types of question that ask what was said. */
const WHAT: ReadonlySet<Question['type']> = new Set(['statement', 'about', 'which']);

/** "And what did they answer?": the accused one is asked for, and is no pronoun to the search. */
function fromReply(
  own: Question,
  thread: Thread,
  lang: AnswerLang,
  accused: ReadonlySet<string>,
): Completed | null {
  const names = own.terms.filter(({ isName }) => isName);
  const rest = own.terms.filter((term) => !names.includes(term) && !isReply(term) && !isFraming(term));
  if (rest.some((term) => !isGeneric(term)) || own.type === 'author') return null;
  const forReply = asksForReply(own);
  if (!forReply && own.type !== 'statement') return null;
  if (names.length > 1) return null;
  const [name] = names;
  if (name !== undefined) {
    // «Qu’a répondu la Chine ?», of whom the conversation speaks.
    const known = thread.names(name);
    if (!known || rest.length > 0) return null;
    return whole(about(bare(own.text), thread, lang, true, own.terms), thread, lang);
  }
  if (!forReply) return null;
  // «Quand ont-ils démenti ?» asks for a date: only who asks what was answered is asked for in other words.
  const party = WHAT.has(own.type) ? accusedParty(thread, accused) : null;
  if (party === null) return whole(about(bare(own.text), thread, lang, true), thread, lang, false);
  const left = thread.topics.filter(({ term }) => !term.concepts.includes(party.id));
  return whole(
    about(THREAD_WORDS[lang].answers(party.text), { ...thread, topics: left }, lang, true),
    thread,
    lang,
  );
}

/** The one accused whom the conversation names. */
function accusedParty(
  { base, topics, named }: Thread,
  accused: ReadonlySet<string>,
): { id: string; text: string } | null {
  const [target] = base.target;
  if (target?.concepts[0] !== undefined && (target.kind === 'country' || accused.has(target.concepts[0]))) {
    const topic = topics.find(({ term }) => term === target);
    return { id: target.concepts[0], text: topic?.text ?? target.text };
  }
  for (const { term, text } of topics) {
    const id = term.concepts.find((concept) => accused.has(concept));
    if (id !== undefined) return { id, text };
  }
  // A state answers for a group; the group itself seldom does.
  const answering = [...named].filter(([id]) => accused.has(id));
  const [id, text] = answering.find(([one]) => one.startsWith('country:')) ?? answering[0] ?? [];
  return id === undefined || text === undefined ? null : { id, text };
}

/** «Pourquoi ?», "when was that?", "which malware was used?": a question without a matter of its own. */
function fromLeaning(
  question: string,
  opened: Opened,
  own: Question,
  thread: Thread,
  lang: AnswerLang,
): Completed | null {
  const matters = own.terms.filter((term) => !isFraming(term));
  const names = matters.filter((term) => term.isName && !isYear(term));
  const at = findAnaphor(own.text);
  // A pronoun behind a name or a thing means that one.
  const leans = at >= 0 && !matters.some((term) => term.start < at && !isGeneric(term));
  const empty = matters.length === 0;
  const [name] = names;
  // "Did the US admit it?", «et quelles mesures a prises l’Allemagne ?»: of one whom the conversation has named.
  const ofNamed =
    name !== undefined &&
    thread.names(name) &&
    (at >= 0 || opened.opened) &&
    matters.every((term) => term === name || isGeneric(term) || isYear(term));
  const generic = names.length === 0 && matters.every((term) => isGeneric(term) || isYear(term));
  const asks = questionWord(own.text) !== null || /[?？]\s*$/u.test(question) || CLAUSE.test(own.text);
  if (names.length > 1 || !(leans || ofNamed || (empty && asks) || (generic && (asks || opened.opened))))
    return null;
  // "Which group did that in Norway?" names its own place: the pronoun alone is no sure sign.
  if (names.length > 0 && !leans && !ofNamed) return null;
  const asked = about(bare(own.text), thread, lang, own.type === 'statement', own.terms);
  return whole(asked, thread, lang, thread.topics.length > 0);
}

function bare(text: string): string {
  const cut = text.replace(/[\s?？!！.。]+$/u, '');
  return cut.charAt(0).toUpperCase() + cut.slice(1);
}
