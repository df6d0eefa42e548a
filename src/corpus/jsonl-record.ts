/** One line of a JSONL archive: an article with its metadata. */
import { z } from 'zod';
import { type ArticleMetadata, articleMetadata, describeProblems } from './article-metadata.ts';

export type JsonlRecord =
  | { readonly ok: true; readonly id: string; readonly text: string; readonly metadata: ArticleMetadata }
  /** `id` where the line is broken in another place. */
  | { readonly ok: false; readonly id: string | null; readonly reason: string };

const recordId = z
  .union([z.string(), z.number()])
  .transform((id) => String(id).trim())
  .pipe(
    z
      .string()
      .min(1, 'must not be empty')
      .max(500, 'must have at most 500 characters')
      .regex(/^\P{Cc}*$/u, 'must not hold control characters'),
  );
const record = articleMetadata.extend({ id: recordId, text: z.string().min(1, 'must not be empty') });

/** @param bytes the line without its end. */
export function readJsonlRecord(bytes: Uint8Array): JsonlRecord {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    const reason =
      error instanceof SyntaxError
        ? 'the line is not JSON: write one object {"id", "title", "text"} a line'
        : 'the line is not UTF-8: save the file as UTF-8';
    return { ok: false, id: null, reason };
  }
  const parsed = record.safeParse(value);
  if (!parsed.success) {
    const id =
      typeof value === 'object' && value !== null && 'id' in value ? recordId.safeParse(value.id) : null;
    return { ok: false, id: id?.success ? id.data : null, reason: describeProblems(parsed.error) };
  }
  const { id, text, ...metadata } = parsed.data;
  return { ok: true, id, text, metadata };
}
