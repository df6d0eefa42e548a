/**
 * A small model of how Discord's clients read a message: which marks they take for markup, what a person then sees. It
 * takes rather more for markup than a client does. Written from Discord's documentation («Message Formatting») and its
 * help pages about Markdown.
 */
import { maskedLinkAt } from './masked-link.ts';

export interface Flattened {
  /** What a person reads: marks gone, escapes undone. */
  readonly text: string;
  /** Targets of everything that can be clicked. */
  readonly links: readonly string[];
  /** Everything that stands for a person, role, channel, command, or the whole channel. */
  readonly mentions: readonly string[];
  /** What was taken for markup, with what it encloses. */
  readonly formatting: readonly { readonly kind: string; readonly text: string }[];
  /** Addresses and invites for which a preview would appear below the message. */
  readonly previews: readonly string[];
}

interface Sink {
  text: string;
  readonly links: string[];
  readonly mentions: string[];
  readonly formatting: { kind: string; text: string }[];
}

type Rule = readonly [pattern: RegExp, apply: (match: RegExpExecArray, sink: Sink) => void];

/** Marks that count at the start of a line alone; the rest of the line is read on. */
const LINE_RULES: readonly Rule[] = [
  ['quote', / *>{1,3} (?=\S|$)/y],
  ['heading', / *#{1,3} +(?=\S)/y],
  ['subtext', / *-# +(?=\S)/y],
  ['list', / *(?:[*+-]|\d{1,10}[.)]) +(?=\S)/y],
].map(([kind, pattern]) => [
  pattern as RegExp,
  (_, { formatting }) => formatting.push({ kind: String(kind), text: '' }),
]);

const SPAN_RULES: readonly Rule[] = [
  ['code', /```(?:[\w+-]*\n)?([\s\S]+?)```/y],
  ['code', /(?<!`)(?:`([^`]+)`|``([\s\S]+?)``)(?!`)/y],
  ['bold', /\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/y],
  ['underline', /__((?:\\[\s\S]|[^\\])+?)__(?!_)/y],
  ['italics', /\*(?=\S)((?:\\[\s\S]|[^\\*])+?)\*(?!\*)/y],
  ['italics', /_((?:\\[\s\S]|[^\\_])+?)_(?!\w)/y],
  ['strikethrough', /~~((?:\\[\s\S]|[^\\])+?)~~/y],
  ['spoiler', /\|\|((?:\\[\s\S]|[^\\])+?)\|\|/y],
].map(([kind, pattern]) => [
  pattern as RegExp,
  (match, sink) => {
    const inner = match[1] ?? match[2] ?? '';
    const before = sink.text.length;
    if (kind === 'code') sink.text += inner;
    else walk(inner, sink, false);
    sink.formatting.push({ kind: String(kind), text: sink.text.slice(before) });
  },
]);

const RULES: readonly Rule[] = [
  // Whatever sign follows a backslash is shown as it is.
  [/\\([^0-9A-Za-z\s])/uy, ([, sign = ''], sink) => show(sink, sign)],
  [/<((?:[a-z][a-z\d+.-]*:\/|mailto:|tel:|sms:)[^ >]+)>/iy, ([, url = ''], sink) => link(sink, url)],
  [/(?:https?|steam|discord):\/\/[^\s<]+[^<.,:;"'\]\s]/iy, ([url], sink) => link(sink, url)],
  [/<(?:@[!&]?\d+|#\d+|\/[^<>:]+:\d+|id:[\w:-]+)>/y, ([mention], sink) => mentioned(sink, mention)],
  [/@(?:everyone|here)/y, ([mention], sink) => mentioned(sink, mention)],
  [/<t:-?\d+(?::\w)?>/y, ([text], { formatting }) => formatting.push({ kind: 'timestamp', text })],
  [/<a?:\w+:\d+>|:[\w+-]+:/y, ([text], { formatting }) => formatting.push({ kind: 'emoji', text })],
  ...SPAN_RULES,
];

/** Reads a message's content or an embed's description. */
export function flatten(content: string): Flattened {
  const sink: Sink = { text: '', links: [], mentions: [], formatting: [] };
  walk(content, sink, true);
  return { ...sink, previews: previewsOf(content) };
}

function walk(source: string, sink: Sink, ownLine: boolean): void {
  for (let i = 0; i < source.length; ) {
    const startsLine = i === 0 ? ownLine : source[i - 1] === '\n';
    const masked = source[i] === '[' ? maskedLinkAt(source, i) : null;
    if (masked !== null) {
      sink.links.push(masked.target);
      walk(masked.label, sink, false);
      i = masked.end;
      continue;
    }
    const used =
      (startsLine ? applyFirst(LINE_RULES, source, i, sink) : 0) || applyFirst(RULES, source, i, sink);
    if (used === 0) show(sink, source[i] ?? '');
    i += used || 1;
  }
}

/** @returns the length of what the first fitting rule took; 0 when none fits. */
function applyFirst(rules: readonly Rule[], source: string, at: number, sink: Sink): number {
  for (const [pattern, apply] of rules) {
    pattern.lastIndex = at;
    const match = pattern.exec(source);
    if (match === null) continue;
    apply(match, sink);
    return match[0].length;
  }
  return 0;
}

function show(sink: Sink, text: string): void {
  sink.text += text;
}

function link(sink: Sink, url: string): void {
  sink.links.push(url);
  sink.text += url;
}

function mentioned(sink: Sink, mention: string): void {
  sink.mentions.push(mention);
  sink.text += mention;
}

/** The server looks for addresses in the message as it is written, and passes over those in angle brackets. */
function previewsOf(content: string): string[] {
  const bare = content.replace(/<(?:https?|steam|discord):\/\/[^\s>]*>/gi, ' ');
  const invite = /(?:https?|steam|discord):\/\/\S+|(?:discord(?:app)?\.(?:gg|com|new|gift)|dis\.gd)\/\w\S*/gi;
  return [...bare.matchAll(invite)].map(([found]) => found);
}
