/** Discord's rules for the embeds of a message (developer documentation, «Embed Limits»). */
import { checkInteger, checkText, isObject, isUrl, objectsOf } from './limits.ts';

const MOST_EMBEDS = 10;
const MOST_FIELDS = 25;
/** Characters of titles, descriptions, field names and values, footers and authors of a message together. */
const MOST_TOGETHER = 6000;
const WEB = ['http:', 'https:'];
const IMAGE = ['http:', 'https:', 'attachment:'];

/** @returns what Discord would refuse, or show otherwise than one would think; empty when all is well. */
export function embedProblems(value: unknown): string[] {
  const problems: string[] = [];
  const embeds = objectsOf(value, 'embeds', problems);
  if (embeds.length > MOST_EMBEDS) problems.push(`embeds: ${embeds.length}, more than ${MOST_EMBEDS}`);
  const seen = new Set<unknown>();
  let together = 0;
  for (const [i, embed] of embeds.entries()) {
    const path = `embeds[${i}]`;
    together += checkEmbed(embed, path, problems);
    if (embed.url === undefined || embed.url === null) continue;
    if (!isUrl(embed.url, WEB)) problems.push(`${path}.url: is no http(s) URL`);
    // Not refused, but the client shows them as a single embed, and so hides the others.
    if (seen.has(embed.url)) problems.push(`${path}: collapses into an earlier embed of the same url`);
    seen.add(embed.url);
  }
  if (together > MOST_TOGETHER)
    problems.push(`embeds: have ${together} characters together, more than ${MOST_TOGETHER}`);
  return problems;
}

/** @returns the characters that count towards the sum. */
function checkEmbed(embed: Readonly<Record<string, unknown>>, path: string, problems: string[]): number {
  let length = checkText(embed.title, `${path}.title`, [0, 256], problems);
  length += checkText(embed.description, `${path}.description`, [0, 4096], problems);
  checkInteger(embed.color, `${path}.color`, [0, 0xffffff], problems);
  if (embed.timestamp !== undefined && Number.isNaN(Date.parse(String(embed.timestamp))))
    problems.push(`${path}.timestamp: is no ISO 8601 date`);
  const fields = objectsOf(embed.fields, `${path}.fields`, problems);
  if (fields.length > MOST_FIELDS)
    problems.push(`${path}: has ${fields.length} fields, more than ${MOST_FIELDS}`);
  for (const [i, field] of fields.entries()) {
    length += checkText(field.name, `${path}.fields[${i}].name`, [1, 256], problems);
    length += checkText(field.value, `${path}.fields[${i}].value`, [1, 1024], problems);
  }
  if (isObject(embed.footer))
    length += checkText(embed.footer.text, `${path}.footer.text`, [1, 2048], problems);
  if (isObject(embed.author)) {
    length += checkText(embed.author.name, `${path}.author.name`, [1, 256], problems);
    if (embed.author.url !== undefined && !isUrl(embed.author.url, WEB))
      problems.push(`${path}.author.url: is no http(s) URL`);
  }
  for (const picture of ['image', 'thumbnail'] as const) {
    const media = embed[picture];
    if (isObject(media) && !isUrl(media.url, IMAGE)) problems.push(`${path}.${picture}.url: is no URL`);
  }
  const pictured = isObject(embed.image) || isObject(embed.thumbnail);
  if (length === 0 && !pictured) problems.push(`${path}: is empty`);
  return length;
}
