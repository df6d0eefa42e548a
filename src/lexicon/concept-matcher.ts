/** Finds concepts in tokenized text. */
import { CAPITALS, CONTIGUOUS, type CompiledLabel, type LabelTable } from './compile-labels.ts';
import { type Concept, isName } from './concept.ts';
import { fold } from './fold.ts';
import type { Token } from './tokenize.ts';

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

const HAN = /\p{Script=Han}/u;

/** Labels by language; `any` holds names, compared unstemmed, that are looked for in every language. */
export class ConceptMatcher {
  readonly #tables: Record<LabelTable, Map<string, Label[]>>;
  readonly #han = new Map<string, { text: string; concept: Concept }[]>();

  /** `labels` are the compiled labels of exactly these concepts. */
  constructor(concepts: readonly Concept[], labels: readonly CompiledLabel[]) {
    const table = () => new Map<string, Label[]>();
    this.#tables = {
      fr: table(),
      en: table(),
      any: table(),
      de: table(),
      es: table(),
      ru: table(),
      cs: table(),
    };
    for (const [index, table, flags, ...parts] of labels) {
      const concept = concepts[index];
      const [key] = parts;
      if (concept === undefined || key === undefined) continue;
      const label: Label = {
        parts,
        concept,
        capitals: (flags & CAPITALS) !== 0,
        contiguous: (flags & CONTIGUOUS) !== 0,
      };
      const list = this.#tables[table].get(key);
      if (list === undefined) this.#tables[table].set(key, [label]);
      else list.push(label);
    }
    for (const concept of concepts) for (const label of concept.labels.zh) this.#addHan(label, concept);
    for (const list of this.#han.values()) list.sort((a, b) => b.text.length - a.text.length);
  }

  /**
   * Concepts named in a text, the longest match at each place. Labels of a language are compared by stem in text of
   * that language; names are also found in text of any other. One content word may stand between two words of a label
   * («ministère *chinois* des Affaires étrangères»).
   */
  match(text: string, tokens: readonly Token[], lang: string): ConceptMatch[] {
    const own = Object.hasOwn(this.#tables, lang) ? this.#tables[lang as LabelTable] : undefined;
    const found = [
      ...(own === undefined || lang === 'any' ? [] : this.#matchWords(tokens, own, (t) => t.stem)),
      ...this.#matchWords(tokens, this.#tables.any, (t) => t.folded),
    ];
    return [...longest(found), ...this.#matchHan(text)].sort((a, b) => a.start - b.start);
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
    // Counted by hand: every word of every text passes here.
    for (let i = 0; i < tokens.length; i += 1) {
      const token = tokens[i] as Token;
      const labels = table.get(form(token));
      if (labels === undefined) continue;
      for (const label of labels) {
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
  for (let k = 1; k < parts.length; k += 1) {
    const part = parts[k];
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
