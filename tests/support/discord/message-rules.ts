/** Discord's rules for a message, written from its developer documentation: what its server would refuse. */
import { componentProblems } from './component-rules.ts';
import { embedProblems } from './embed-rules.ts';
import { checkText, isObject } from './limits.ts';

const MOST_CONTENT = 2000;
const MOST_NONCE = 25;
/** SUPPRESS_EMBEDS, EPHEMERAL, SUPPRESS_NOTIFICATIONS: the flags a bot may set on a message with content or embeds. */
const SETTABLE_FLAGS = (1 << 2) | (1 << 6) | (1 << 12);
const MENTION_KINDS: readonly unknown[] = ['roles', 'users', 'everyone'];

/**
 * @param body JSON of a created or edited message, of a webhook's message, or the `data` of an interaction's callback.
 * @param options `edit`: what is absent stays as it was, so that nothing has to be there.
 * @returns one line, led by its place as in `embeds[0].title: …`, for each thing that Discord would refuse (error 50035 or 50006); empty when it would take the body.
 */
export function messageProblems(body: unknown, options: { readonly edit?: boolean } = {}): string[] {
  if (!isObject(body)) return ['the body is no JSON object'];
  const problems: string[] = [];
  checkText(body.content, 'content', [0, MOST_CONTENT], problems);
  problems.push(...embedProblems(body.embeds), ...componentProblems(body.components));
  problems.push(...mentionProblems(body.allowed_mentions));
  const { nonce, flags } = body;
  if (typeof nonce === 'string') checkText(nonce, 'nonce', [1, MOST_NONCE], problems);
  else if (nonce !== undefined && nonce !== null && !Number.isInteger(nonce))
    problems.push('nonce: is neither a string nor an integer');
  if (flags !== undefined && flags !== null) {
    if (typeof flags !== 'number' || !Number.isInteger(flags)) problems.push('flags: is not an integer');
    else if ((flags & ~SETTABLE_FLAGS) !== 0)
      problems.push(`flags: ${flags} holds one that cannot be set here`);
  }
  if (options.edit !== true && isEmpty(body)) problems.push('the message is empty');
  return problems;
}

function isEmpty(body: Readonly<Record<string, unknown>>): boolean {
  const lists = ['embeds', 'components', 'attachments', 'sticker_ids'].map((name) => body[name]);
  const hasText = typeof body.content === 'string' && body.content.trim() !== '';
  return !hasText && body.poll === undefined && !lists.some((list) => Array.isArray(list) && list.length > 0);
}

function mentionProblems(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (!isObject(value)) return ['allowed_mentions: is no object'];
  const problems: string[] = [];
  const parse: unknown = value.parse ?? [];
  if (!Array.isArray(parse) || !parse.every((kind) => MENTION_KINDS.includes(kind)))
    problems.push('allowed_mentions.parse: holds an unknown kind');
  for (const kind of ['users', 'roles'] as const) {
    const ids: unknown = value[kind] ?? [];
    if (!Array.isArray(ids) || ids.length > 100) problems.push(`allowed_mentions.${kind}: is no list of 100`);
    else if (ids.length > 0 && Array.isArray(parse) && parse.includes(kind))
      problems.push(`allowed_mentions: names ${kind} and parses them too`);
  }
  return problems;
}
