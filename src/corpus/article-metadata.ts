/** Metadata that an operator states about an article: a JSONL line's fields, a Markdown file's front matter. */
import { z } from 'zod';
import { AUTHORITIES } from '../core/source.ts';
import { parseMetadataDate } from './parse-date.ts';
import { plainIssue } from './plain-issue.ts';
import { normalizeWhiteSpace } from './white-space.ts';

/** Empty and null mean «not stated». */
const absent = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === null || value === '' ? undefined : value), schema.optional());

/** One line of text of at most that many characters. */
export const oneLine = (longest: number) =>
  z
    .string()
    .transform((text) => normalizeWhiteSpace(text).replace(/\s+/gu, ' '))
    .pipe(z.string().min(1, 'must not be empty').max(longest, `must have at most ${longest} characters`));

/** Characters of an address: as long as one that is fetched. */
const LONGEST_ADDRESS = 8_000;

/** An http or https address without a password in it. */
export const webAddress = z
  .string()
  .max(LONGEST_ADDRESS, 'is too long for an address')
  .transform((value, context) => {
    // `canParse` takes a few very long addresses that the constructor refuses.
    const url = URL.parse(value.trim());
    if (url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '')
      return url.href;
    context.addIssue({ code: 'custom', message: 'must be an http or https address without a password' });
    return z.NEVER;
  });

/** A date of year, month or day precision; YAML may read a bare year as a number. */
export const statedDate = z.union([z.string(), z.number()]).transform((value, context) => {
  const date = parseMetadataDate(String(value));
  if (date !== null) return date;
  context.addIssue({ code: 'custom', message: 'must be a date such as 2025-05-28, 2025-05 or 2025' });
  return z.NEVER;
});

/** An ISO 639-1 code; a region after it is cut off (`fr-CH`). */
export const languageCode = z
  .string()
  .transform((value) =>
    value
      .trim()
      .toLowerCase()
      .replace(/[-_].*$/, ''),
  )
  .pipe(z.string().regex(/^[a-z]{2}$/, 'must be a language code of two letters, such as fr'));

export const articleMetadata = z.object({
  title: absent(oneLine(500)),
  titleIsDescriptive: absent(z.boolean()),
  publisher: absent(oneLine(200)),
  date: absent(statedDate),
  url: absent(webAddress),
  lang: absent(languageCode),
  kind: absent(oneLine(60)),
  authority: absent(z.enum(AUTHORITIES)),
});
export type ArticleMetadata = z.infer<typeof articleMetadata>;

/** All problems of a failed validation as one line: `url: must be …; date: must be …`. */
export function describeProblems(error: z.ZodError): string {
  return error.issues.map((issue) => `${issue.path.join('.') || 'line'}: ${plainIssue(issue)}`).join('; ');
}
