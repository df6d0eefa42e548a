/** What a test asserts about the text of several messages that belong together. */
import { expect } from 'vitest';
import type { DiscordMessage } from '../../../src/adapters/discord/render/discord-message.ts';
import type { Flattened } from './discord-markdown.ts';
import { seenMessage } from './seen-message.ts';
import { squash } from './squash.ts';

/** The messages as a person sees them, without their buttons. */
export function bodies(messages: readonly DiscordMessage[]): Flattened[] {
  return messages.map((message) => seenMessage({ ...message, components: [] }));
}

/** Asserts that the parts are shown whole and in this order. */
export function expectInOrder(messages: readonly DiscordMessage[], parts: readonly string[]): void {
  const shown = squash(
    bodies(messages)
      .map(({ text }) => text)
      .join('\n'),
  );
  let at = 0;
  for (const part of parts.map(squash)) {
    const found = shown.indexOf(part, at);
    if (found < 0) expect.fail(`not shown after position ${at}: ${part.slice(0, 200)}`);
    at = found + part.length;
  }
}
