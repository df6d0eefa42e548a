/** What has been accepted of a model's text so far, and what became of the rest. */
import type { AnswerLang, AnswerSentence } from '../../core/answer.ts';
import type { AskEvent } from '../../core/ask.ts';
import type { AuditedSentence } from '../../core/audit.ts';
import { CitationList } from '../citation-list.ts';
import type { Checked, WrittenByModel } from './check-sentence.ts';
import type { WrittenSentence } from './keep-both-sides.ts';
import type { PickedPassage } from './pick-passages.ts';
import type { ReadItem } from './read-sentences.ts';

export type SentenceEvent = Extract<AskEvent, { type: 'sentence' }>;

/** The prompt asks for five. */
const MOST_SENTENCES = 8;
/** Characters of a sentence that are kept for the record. */
const LONGEST_RECORDED = 300;

export class Draft {
  readonly written: WrittenSentence[] = [];
  readonly list = new CitationList();
  /** How many sentences were dropped or put right, by the code of the first reason. */
  readonly dropped: Record<string, number> = {};
  readonly repaired: Record<string, number> = {};
  /** The same sentence by sentence. */
  readonly audited: AuditedSentence[] = [];
  isRefused = false;
  /** Milliseconds spent on checking, and how many sentences were checked. */
  checkingMs = 0;
  checkedCount = 0;
  readonly #check: (written: WrittenByModel) => Checked;
  readonly #lang: AnswerLang;

  constructor(check: (written: WrittenByModel) => Checked, lang: AnswerLang) {
    this.#check = check;
    this.#lang = lang;
  }

  get isFull(): boolean {
    return this.written.length >= MOST_SENTENCES;
  }

  /** The event that shows the item; null when there is nothing to show. */
  take(item: ReadItem): SentenceEvent | null {
    if (item.type === 'refusal' && this.written.length === 0) {
      this.isRefused = true;
      return null;
    }
    if (item.type !== 'sentence') {
      const reason = item.type === 'dropped' ? item.reason : 'refusal';
      if (item.raw.trim() !== '' && reason !== 'thinking') this.#drop(item.raw.trim(), [reason]);
      return null;
    }
    const begun = performance.now();
    const checked = this.#check(item);
    this.checkingMs += performance.now() - begun;
    this.checkedCount += 1;
    if (checked.outcome === 'dropped') {
      this.#drop(item.text, checked.reasons);
      return null;
    }
    if (this.written.some(({ sentence }) => sentence.text === checked.sentence.text)) {
      this.#drop(item.text, ['repeated']);
      return null;
    }
    if (checked.outcome === 'repaired') {
      count(this.repaired, checked.reasons);
      this.#record(item.text, 'repaired', checked.reasons);
    }
    return this.add(checked.sentence, checked.passages);
  }

  add(sentence: Omit<AnswerSentence, 'citations'>, passages: readonly PickedPassage[]): SentenceEvent {
    const known = this.list.citations.length;
    const citations = [...new Set(passages.map((passage) => this.list.add(passage)))];
    const whole = { ...sentence, citations };
    this.written.push({ sentence: whole, passages });
    const newCitations = this.list.citations.slice(known);
    return { type: 'sentence', sentence: whole, newCitations, lang: this.#lang };
  }

  #drop(text: string, reasons: readonly string[]): void {
    count(this.dropped, reasons);
    this.#record(text, 'dropped', reasons);
  }

  #record(text: string, outcome: AuditedSentence['outcome'], reasons: readonly string[]): void {
    this.audited.push({ text: text.slice(0, LONGEST_RECORDED), outcome, reasons });
  }
}

function count(counts: Record<string, number>, [first = 'unsupported']: readonly string[]): void {
  const code = first.split(':', 1)[0] ?? first;
  counts[code] = (counts[code] ?? 0) + 1;
}
