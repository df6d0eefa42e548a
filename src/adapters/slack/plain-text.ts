/** What a person typed, without the forms in which Slack writes mentions, links and signs. */

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };
/** `:wave:`, `:+1::skin-tone-2:`, between blanks or before a sign; the colons of a time or of a port are none. */
const EMOJI = /(?<!\S)(?::[\p{L}\p{N}_+'-]+:)+(?=[\s\p{P}]|$)/gu;

/**
 * @param raw `text` of an event or a command, after https://docs.slack.dev/messaging/formatting-message-text.
 * Who is mentioned by the id alone, and signs of emoji, are left out: they are no words to search by.
 *
 * @param botUser whose mention is dropped even where it has a name; null: it stays as a name too.
 */
export function plainText(raw: string, botUser: string | null): string {
  const spoken =
    botUser === null ? raw : raw.replace(new RegExp(`[^\\S\\n]*<@${botUser}(?:\\|[^>]*)?>`, 'g'), '');
  return spoken
    .replace(/[^\S\n]*<@\w+\|?>/g, '')
    .replace(EMOJI, '')
    .replace(botUser === null ? /^\s+/u : /^[\s,:;，：；]+/u, '')
    .replace(/<([@#])(\w+)(?:\|([^>]*))?>/g, (_all, sign: string, id: string, name?: string) =>
      name === undefined || name === '' ? `${sign}${id}` : `${sign}${name.replace(/^[@#]/, '')}`,
    )
    .replace(/<!([^|>]+)(?:\|([^>]*))?>/g, (_all, command: string, label?: string) =>
      label === undefined || label === '' ? `@${command.split('^')[0]}` : label,
    )
    .replace(/<((?:https?|mailto|tel):[^|>\s]+)(?:\|([^>]*))?>/gi, (_all, url: string, label?: string) =>
      label === undefined || label === '' ? url.replace(/^(?:mailto|tel):/i, '') : label,
    )
    .replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? entity)
    .trim();
}

/** Whether the text mentions that user, and whether it mentions others. */
export function mentions(raw: string, user: string): { readonly us: boolean; readonly others: boolean } {
  const ids = [...raw.matchAll(/<@(\w+)(?:\|[^>]*)?>/g)].map((match) => match[1]);
  return { us: ids.includes(user), others: ids.some((id) => id !== user) };
}

/** Cuts at the border of a word where there is one in the last part. @param most characters, in UTF-16 code units. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text
    .slice(0, most)
    .toWellFormed()
    .replace(/\uFFFD$/u, '');
  const border = cut.search(/\s\S*$/u);
  return border > most * 0.8 ? cut.slice(0, border) : cut;
}
