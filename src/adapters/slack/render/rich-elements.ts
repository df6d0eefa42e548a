/** Runs of literal text as elements of Slack's rich text. */
import type { types } from '@slack/bolt';
import { literalText } from './literal-text.ts';
import type { Run } from './slack-message.ts';
import { jsonLength, splitText } from './split-text.ts';

export type RunElement = types.RichTextText | types.RichTextLink;

/** As long as a text object may be; for rich text no limit is documented. Characters. */
const LONGEST_ELEMENT = 3_000;
/** Shorter texts are not cut: among them are the numbers of sources. Characters. */
const SHORTEST_CUT = 40;
/** Less room than this for a text is not worth a cut. Characters. */
const LEAST_ROOM = 200;

/** The run's elements; none for an empty run, which Slack would refuse. */
export function runElements({ text, url, bold, italic }: Run): RunElement[] {
  const style = { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) };
  const styled = Object.keys(style).length > 0 ? { style } : {};
  const elements: RunElement[] = [];
  for (let rest = literalText(text); rest !== ''; ) {
    const [piece, more] = splitText(rest, LONGEST_ELEMENT);
    elements.push(
      url === undefined || url === null
        ? { type: 'text', text: piece, ...styled }
        : { type: 'link', url, text: piece, ...styled },
    );
    rest = more;
  }
  return elements;
}

/** How many characters a value adds to a list as JSON. */
export function jsonSize(value: unknown): number {
  return JSON.stringify(value).length + 1;
}

/**
 * Cuts an element so that the first part takes no more than `room` characters as JSON.
 *
 * @returns null when it should go on as a whole.
 */
export function cutElement(element: RunElement, room: number): [RunElement, RunElement] | null {
  const text = element.text ?? '';
  const roomForText = room - (jsonSize(element) - jsonLength(text));
  if (text.length < SHORTEST_CUT || roomForText < LEAST_ROOM) return null;
  const [start, rest] = splitText(text, roomForText);
  return rest === ''
    ? null
    : [
        { ...element, text: start },
        { ...element, text: rest },
      ];
}
