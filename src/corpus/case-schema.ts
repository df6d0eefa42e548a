/** The shape of a case file's front matter. */
import { z } from 'zod';
import { CLAIM_BASES, CLAIM_KINDS, SPEAKER_TYPES } from '../core/case-record.ts';
import { AUTHORITIES } from '../core/source.ts';
import { languageCode, oneLine, statedDate, webAddress } from './article-metadata.ts';

/** Regions that ISO 3166-1 sets aside for other uses. */
const NO_COUNTRY = new Set(['EZ', 'QO', 'UN', 'XA', 'XB', 'ZZ']);
const regionNames = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });

const country = z.string().superRefine((code, context) => {
  if (/^[A-Z]{2}$/.test(code)) {
    const canonical = new Intl.Locale(`und-${code}`).region;
    if (code === 'EU' || (canonical === code && !NO_COUNTRY.has(code) && regionNames.of(code) !== undefined))
      return;
    if (canonical !== undefined && canonical !== code) {
      context.addIssue({ code: 'custom', message: `${code} is not a country code: write ${canonical}` });
      return;
    }
  }
  context.addIssue({
    code: 'custom',
    message: `${code} is not a country code: write two letters, such as CZ, or EU`,
  });
});
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? null);

/** What the speaker names; all of it may be null, when somebody unnamed is accused. */
const accused = z.strictObject({
  actor: optional(oneLine(200)),
  aliases: z.array(oneLine(100)).max(50).default([]),
  state: optional(country),
});

const claim = z
  .strictObject({
    kind: z.enum(CLAIM_KINDS),
    speaker: oneLine(200),
    speakerCountry: optional(country),
    speakerType: z.enum(SPEAKER_TYPES),
    against: optional(accused),
    basis: z.array(z.enum(CLAIM_BASES)).default([]),
    confidenceAsStated: optional(oneLine(500)),
    eventDate: optional(statedDate),
    source: z.string(),
    wording: optional(oneLine(1_000)),
  })
  .refine(({ kind, against }) => kind !== 'accusation' || against !== null, {
    message: 'is missing: an accusation is against someone',
    path: ['against'],
  })
  .refine(({ kind, basis }) => kind !== 'accusation' || basis.length > 0, {
    message: 'is missing: an accusation has a basis; unknown is one',
    path: ['basis'],
  });

const source = z
  .strictObject({
    id: z.string().regex(/^[a-z][1-9]\d{0,2}$/, 'must be a letter and a number, such as s1'),
    title: oneLine(500),
    titleIsDescriptive: z.boolean().default(false),
    publisher: optional(oneLine(200)),
    date: optional(statedDate),
    url: optional(webAddress),
    lang: languageCode,
    kind: oneLine(60),
    authority: z.enum(AUTHORITIES),
    corrected: optional(statedDate),
    withdrawn: optional(statedDate),
    note: optional(oneLine(500)),
  })
  .refine(({ corrected, withdrawn }) => corrected === null || withdrawn === null, {
    message: 'stands beside corrected: keep the one that holds now',
    path: ['withdrawn'],
  })
  .refine(({ corrected, withdrawn, note }) => note === null || corrected !== null || withdrawn !== null, {
    message: 'says what was corrected or why it was withdrawn: give the day as corrected or withdrawn too',
    path: ['note'],
  });
export type CaseSource = z.infer<typeof source>;

export const caseSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case words and numbers joined by hyphens'),
  lang: languageCode,
  title: z.strictObject({ fr: oneLine(300), en: oneLine(300), zh: oneLine(300).optional() }),
  victims: z.array(oneLine(300)).min(1, 'must name at least one victim'),
  period: optional(oneLine(200)),
  claims: z.array(claim).min(1, 'must hold at least one claim').max(200),
  sources: z.array(source).min(1, 'must hold at least one source').max(100),
});
export type CaseFrontMatter = z.infer<typeof caseSchema>;
