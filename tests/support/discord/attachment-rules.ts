/** Discord's rules for the files of a message (developer documentation, «Uploading Files», «Attachment Object»). */
import type { SentFile } from './discord-model.ts';
import { checkText, isObject, objectsOf } from './limits.ts';

const MOST_FILES = 10;
const LONGEST_DESCRIPTION = 1024;
/** Bytes of a file that a bot sends where nobody pays for more. */
export const LARGEST_FILE = 10 * 1024 * 1024;
/** What Discord leaves of a name. */
const PLAIN_NAME = /^[\w.-]{1,100}$/;
const SIGNATURES: Readonly<Record<string, readonly number[]>> = { 'image/png': [0x89, 0x50, 0x4e, 0x47] };

/**
 * @param kept names of the files that the message had before and keeps.
 * @returns what Discord would refuse, or show as a broken picture; empty when all is well.
 */
export function attachmentProblems(
  body: Readonly<Record<string, unknown>>,
  files: readonly SentFile[],
  kept: readonly string[] = [],
): string[] {
  const problems: string[] = [];
  if (files.length > MOST_FILES) problems.push(`files: ${files.length}, more than ${MOST_FILES}`);
  for (const { field, name, contentType, bytes } of files) {
    if (!/^files\[\d\]$/.test(field)) problems.push(`${field}: is no field for a file`);
    if (bytes.byteLength === 0) problems.push(`${field}: is empty`);
    if (!PLAIN_NAME.test(name)) problems.push(`${field}: Discord would change the name ${name}`);
    const signature = SIGNATURES[contentType] ?? [];
    if (signature.some((byte, at) => bytes[at] !== byte)) problems.push(`${field}: is no ${contentType}`);
  }
  for (const [i, described] of objectsOf(body.attachments, 'attachments', problems).entries()) {
    const path = `attachments[${i}]`;
    checkText(described.description, `${path}.description`, [0, LONGEST_DESCRIPTION], problems);
    const file = fileOf(described.id, files);
    // A long id is that of a file which the message has already.
    if (file === undefined && String(described.id).length < 3) problems.push(`${path}.id: has no file`);
    else if (file !== undefined && (described.filename ?? file.name) !== file.name)
      problems.push(`${path}.filename: is not that of its file`);
  }
  const names = [...files.map(({ name }) => name), ...kept];
  for (const name of shownNames(body.embeds))
    if (!names.includes(name)) problems.push(`embeds: show ${name}, which is not attached`);
  return problems;
}

/** The file that an entry of `attachments` is about: the number of its field. */
export function fileOf(id: unknown, files: readonly SentFile[]): SentFile | undefined {
  return files.find(({ field }) => field === `files[${String(id)}]`);
}

function shownNames(embeds: unknown): string[] {
  if (!Array.isArray(embeds)) return [];
  return embeds.flatMap((embed: unknown) => {
    if (!isObject(embed)) return [];
    return [embed.image, embed.thumbnail].flatMap((media) => {
      const url = isObject(media) ? String(media.url) : '';
      return url.startsWith('attachment://') ? [url.slice('attachment://'.length)] : [];
    });
  });
}
