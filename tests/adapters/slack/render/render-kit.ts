/** What the tests of the renderer look for in what it made. */
import { expect } from 'vitest';
import type { Answer } from '../../../../src/core/answer.ts';
import { formatDate } from '../../../../src/core/format-date.ts';
import type { Report } from '../../../../src/core/report.ts';
import { namedPrints } from '../../../support/answer-arbitrary.ts';
import { messageProblems } from '../../../support/slack/block-rules.ts';
import { shownBlocks } from '../../../support/slack/shown-text.ts';

interface Message {
  readonly text: string;
  readonly blocks: unknown;
}

/** Text as it may be shown: without control characters, direction marks and halves of characters. */
export function visible(text: string): string {
  return text
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, (c) => (c === '\n' || c === '\t' ? c : ''))
    .toWellFormed();
}

/** Compares texts over the borders of messages: there, and only there, white space comes in. */
export function dense(text: string): string {
  return visible(text).replace(/\s+/gu, '');
}

export function problemsOf(messages: readonly Message[]): string[] {
  return messages.flatMap((message) => {
    const json = JSON.stringify(message.blocks).length;
    const tooLong = json < 10_000 ? [] : [`${json} characters of JSON`];
    const longFallback = message.text.length <= 4_000 ? [] : ['a long fallback'];
    return [...messageProblems(message), ...tooLong, ...longFallback];
  });
}

export function shownIn(messages: readonly Message[]) {
  const shown = messages.map(({ blocks }) => shownBlocks(blocks));
  return {
    text: shown.map(({ text }) => text).join(''),
    urls: shown.flatMap(({ urls }) => urls),
    other: shown.flatMap(({ other }) => other),
  };
}

/** Each text is there, after the one before it. */
export function expectInOrder(shown: string, texts: readonly string[]): void {
  const all = dense(shown);
  let at = 0;
  for (const text of texts) {
    const found = all.indexOf(dense(text), at);
    if (found < at) expect.fail(`«${text.slice(0, 200)}» is not shown after position ${at} of ${all.length}`);
    at = found + dense(text).length;
  }
}

/** What links may lead to. */
interface Linked {
  readonly citations: readonly (Addressed & { readonly alsoPublished?: readonly Addressed[] })[];
  readonly nearest: readonly Addressed[];
}
interface Addressed {
  readonly url: string | null;
}

/** No link leads anywhere but to a stored source. */
export function strayUrls(urls: readonly string[], { citations, nearest }: Linked): string[] {
  const stored = new Set<string>();
  const prints = citations.flatMap(({ alsoPublished = [] }) => alsoPublished);
  for (const { url } of [...citations, ...nearest, ...prints]) {
    if (url === null) continue;
    stored.add(url);
    const href = URL.parse(url)?.href;
    if (href !== undefined) stored.add(href);
  }
  return urls.filter((url) => !stored.has(url));
}

/** Every text of an answer that a reader must be able to find, in the order of the parts. */
export function textsOf({
  sentences,
  notices,
  citations,
  nearest,
  suggestions,
  searched,
  lead,
}: Answer): string[] {
  const list = (sources: readonly { title: string; publisher: string | null; url: string | null }[]) =>
    sources.flatMap(({ title, publisher }) => [title, publisher ?? '']);
  return [
    ...sentences.flatMap(({ text, citations: numbers }) => [text, numbers.map((n) => `[${n}]`).join('')]),
    ...(lead === undefined ? [] : [lead]),
    ...(searched === null ? [] : [String(searched.sources).slice(0, 1)]),
    ...list(nearest),
    ...suggestions,
    ...notices.map(({ text }) => text),
    ...citations.flatMap((citation) => [...list([citation]), ...namedPrints(citation)]),
  ];
}

/** The same of a report. */
export function reportTexts({ title, lang, sections, notices, sources }: Report): string[] {
  return [
    title,
    ...sections.flatMap(({ heading, lines }) => [
      heading,
      ...lines.flatMap(({ date, label, text, notes, citations }) => [
        date === null ? '' : formatDate(date, lang),
        label ?? '',
        text,
        citations.map((n) => `[${n}]`).join(''),
        ...notes,
      ]),
    ]),
    ...notices,
    ...sources.flatMap((source) => [
      `[${source.n}]`,
      source.title,
      source.publisher ?? '',
      ...namedPrints(source),
    ]),
  ];
}

/** Action ids of what can be pressed, in order. */
export function pressable(messages: readonly Message[]): string[] {
  return [...JSON.stringify(messages).matchAll(/"action_id":"([^"]+)"/g)].map(([, id]) => id ?? '');
}

/** No two messages that follow each other would have been one. */
export function expectFew(messages: readonly { readonly blocks: readonly unknown[] }[]): void {
  for (const [i, { blocks }] of messages.slice(1).entries()) {
    const both = [...(messages[i]?.blocks ?? []), ...blocks];
    expect(JSON.stringify(both).length > 9_000 || both.length > 50).toBe(true);
  }
}
