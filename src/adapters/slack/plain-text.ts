/** What a person typed, without the forms in which Slack writes mentions, links and signs. */

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

/**
 * @param raw `text` of an event or a command, after https://docs.slack.dev/messaging/formatting-message-text.
 * @param botUser whose mention is dropped; null: every mention stays as a name.
 */
export function plainText(raw: string, botUser: string | null): string {
  const spoken =
    botUser === null
      ? raw
      : raw
          .replace(new RegExp(`[^\\S\\n]*<@${botUser}(?:\\|[^>]*)?>`, 'g'), '')
          .replace(/^[\s,:;，：；]+/u, '');
  return spoken
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
