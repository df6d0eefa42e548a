/** Finds concepts in tokenized text. */
import { type Concept, isName, type LabelLang } from './concept.ts';
import { fold } from './fold.ts';
import { type Token, tokenize } from './tokenize.ts';

export interface ConceptMatch {
  readonly concept: Concept;
  /** Indices into the tokens, ascending; empty for a match in Han text. */
  readonly tokens: readonly number[];
  /** Offsets in UTF-16 code units of the text. */
  readonly start: number;
  readonly end: number;
  /** All its words belong to a longer term, too: «ministère» in «ministère de la Défense». */
  readonly inner: boolean;
}

interface Label {
  readonly parts: readonly string[];
  readonly concept: Concept;
  /** The label must be written in capitals: folded it is an everyday word, or too short to be sure. */
  readonly capitals: boolean;
  /** No word may stand in between: the label lives by its function words. */
  readonly contiguous: boolean;
}

/** Short or everyday when not in capitals: «us», «bis», «who». */
const NEEDS_CAPITALS = new Set([
  'us',
  'un',
  'eu',
  'ue',
  'x',
  'ap',
  'who',
  'bis',
  'sis',
  'cse',
  'nis',
  'it',
  'apt',
]);
const HAN = /\p{Script=Han}/u;

/** Labels by language; `any` holds names, compared unstemmed, that are looked for in every language. */
export class ConceptMatcher {
  readonly #tables: Record<'fr' | 'en' | 'any', Map<string, Label[]>>;
  readonly #han = new Map<string, { text: string; concept: Concept }[]>();

  constructor(concepts: readonly Concept[]) {
    this.#tables = { fr: new Map(), en: new Map(), any: new Map() };
    for (const concept of concepts) {
      for (const lang of ['fr', 'en'] as const)
        for (const label of concept.labels[lang]) this.#add(label, lang, concept);
      for (const label of concept.labels.zh) this.#addHan(label, concept);
    }
    for (const labels of this.#han.values()) labels.sort((a, b) => b.text.length - a.text.length);
  }

  /**
   * Concepts named in a text, the longest match at each place. Labels of a language are compared by stem in text of
   * that language; names are also found in text of any other. One content word may stand between two words of a label
   * («ministère *chinois* des Affaires étrangères»).
   */
  match(text: string, tokens: readonly Token[], lang: string): ConceptMatch[] {
    const found = [
      ...(lang === 'fr' || lang === 'en' ? this.#matchWords(tokens, this.#tables[lang], (t) => t.stem) : []),
      ...this.#matchWords(tokens, this.#tables.any, (t) => t.folded),
    ];
    return [...longest(found), ...this.#matchHan(text)].sort((a, b) => a.start - b.start);
  }

  #add(label: string, lang: LabelLang & ('fr' | 'en'), concept: Concept): void {
    if (HAN.test(label)) return;
    const name = isName(concept);
    const { tokens, contiguous } = labelTokens(label, lang, name);
    const [first] = tokens;
    if (first === undefined) return;
    const capitals = tokens.length === 1 && NEEDS_CAPITALS.has(first.folded) && label === label.toUpperCase();
    const put = (table: Map<string, Label[]>, parts: string[]): void => {
      const key = parts[0] ?? '';
      const list = table.get(key);
      if (list?.some((other) => other.concept === concept && other.parts.join(' ') === parts.join(' ')))
        return;
      const entry: Label = { parts, concept, capitals, contiguous };
      if (list === undefined) table.set(key, [entry]);
      else list.push(entry);
    };
    // A name of one word is compared as it is written: the stem of «Meta» is that of «met».
    if (!name || tokens.length > 1 || concept.kind === 'country')
      put(
        this.#tables[lang],
        tokens.map((token) => token.stem),
      );
    if (name)
      put(
        this.#tables.any,
        tokens.map((token) => token.folded),
      );
  }

  #addHan(label: string, concept: Concept): void {
    if (!HAN.test(label)) return;
    const text = fold(label);
    const key = text.charAt(0);
    const list = this.#han.get(key);
    if (list === undefined) this.#han.set(key, [{ text, concept }]);
    else list.push({ text, concept });
  }

  #matchWords(
    tokens: readonly Token[],
    table: Map<string, Label[]>,
    form: (token: Token) => string,
  ): ConceptMatch[] {
    const found: ConceptMatch[] = [];
    const cased = tokens.some((token, i) => i > 0 && token.capitalized);
    for (const [i, token] of tokens.entries()) {
      for (const label of table.get(form(token)) ?? []) {
        if (label.capitals && token.text !== token.text.toUpperCase()) continue;
        if (label.parts.length === 1 && token.stop) continue;
        if (cased && label.parts.length === 1 && needsCapital(label) && !/[\p{Lu}\d]/u.test(token.text))
          continue;
        const used = follow(tokens, i, label, form);
        if (used === null) continue;
        const last = tokens[used.at(-1) ?? i] ?? token;
        found.push({ concept: label.concept, tokens: used, start: token.start, end: last.end, inner: false });
      }
    }
    return found;
  }

  #matchHan(text: string): ConceptMatch[] {
    if (!HAN.test(text)) return [];
    const found: ConceptMatch[] = [];
    // Compared letter by letter on the raw text: folding could move offsets.
    const lower = text.toLowerCase();
    for (let i = 0; i < lower.length; ) {
      const at = i;
      const fitting = (this.#han.get(lower.charAt(at)) ?? []).filter(({ text: label }) =>
        lower.startsWith(label, at),
      );
      const length = fitting[0]?.text.length ?? 0;
      for (const { text: label, concept } of fitting)
        if (label.length === length)
          found.push({ concept, tokens: [], start: at, end: at + length, inner: false });
      i += Math.max(1, length);
    }
    return found;
  }
}

/** Articles with which a label may begin without being a phrase. */
const ARTICLES = new Set(['le', 'la', 'les', 'l', 'un', 'une', 'des', 'the', 'a', 'an']);

/**
 * The words of a label that must be found. Function words may be left out («ministère des Affaires étrangères»), but
 * not where they make the phrase: «faire face» without «faire» would be any face, «Le Monde» any world.
 */
function labelTokens(
  label: string,
  lang: string,
  name: boolean,
): { tokens: readonly Token[]; contiguous: boolean } {
  const all = tokenize(label, lang);
  const content = all.filter((token) => !token.stop);
  if (content.length > 1) return { tokens: content, contiguous: false };
  const start = name ? 0 : all.findIndex((token) => !ARTICLES.has(token.folded));
  const tokens = start === -1 ? all : all.slice(start);
  return { tokens, contiguous: tokens.length > content.length };
}

/** In text with capitals a name of one word has one; a country's adjective need not («chinois»). */
function needsCapital({ concept }: Label): boolean {
  return isName(concept) && concept.kind !== 'country' && concept.kind !== 'actor';
}

/** The indices of the tokens that spell the label out from `from`, or null. */
function follow(
  tokens: readonly Token[],
  from: number,
  { parts, contiguous }: Label,
  form: (token: Token) => string,
): number[] | null {
  const used = [from];
  let next = from + 1;
  for (const part of parts.slice(1)) {
    let skipped = 0;
    for (; ; next += 1) {
      const token = tokens[next];
      if (token === undefined) return null;
      if (form(token) === part) break;
      if (!token.stop) skipped += 1;
      if (contiguous || skipped > 1) return null;
    }
    used.push(next);
    next += 1;
  }
  return used;
}

/** Leaves out a match all of whose words belong to a longer name, and marks one inside a longer term. */
function longest(found: readonly ConceptMatch[]): ConceptMatch[] {
  const kept: ConceptMatch[] = [];
  for (const match of [...found].sort((a, b) => b.tokens.length - a.tokens.length)) {
    if (
      kept.some(
        (other) => other.concept === match.concept && other.tokens.some((i) => match.tokens.includes(i)),
      )
    )
      continue;
    const around = kept.filter(
      (other) =>
        other.tokens.length > match.tokens.length && match.tokens.every((i) => other.tokens.includes(i)),
    );
    if (around.some(({ concept }) => isName(concept))) continue;
    kept.push(around.length === 0 ? match : { ...match, inner: true });
  }
  return kept;
}
