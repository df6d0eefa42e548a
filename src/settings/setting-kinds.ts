/** The kinds of settings: what each takes, said once for errors and for the reference of settings. */
import { z } from 'zod';

/** Settings that are explained together, in the order in which they are shown. */
export interface SettingSection<Shape extends z.ZodRawShape = z.ZodRawShape> {
  readonly title: string;
  /** Stands before its settings; null: the title says it. */
  readonly note: string | null;
  /** Page of `docs/` that tells more. */
  readonly page: string;
  readonly settings: Shape;
}

/** A text that a predicate takes. @param allowed in words, for whoever wrote something else. */
export const text = (fallback: string, takes: (value: string) => boolean, allowed: string) =>
  z.string().default(fallback).refine(takes, allowed).meta({ allowed });

/** A path, relative to the working folder. */
export const path = (fallback: string) => z.string().default(fallback).meta({ allowed: 'a path' });

export const choice = <const Values extends readonly [string, ...string[]]>(
  values: Values,
  fallback: z.core.util.NoUndefined<Values[number]>,
  allowed: string,
) => z.enum(values, allowed).default(fallback).meta({ allowed });

export const url = (fallback: string) =>
  text(fallback, (value) => value === '' || isWebAddress(value), 'an http or https address')
    // No client takes it, and some show it in what they say of it.
    .refine((value) => !/^https?:\/\/[^/]*@/.test(value), 'an address without a name or password in it');

const isWebAddress = (value: string) => /^https?:\/\/[^\s/]+/.test(value) && URL.canParse(value);

/** What no log line, error or reply shows. It may be kept in a file: `secret-files.ts`. */
export const secret = text('', (value) => !/\s/.test(value), 'one word without spaces').meta({
  secret: true,
});

/** A token of a platform, which begins as the platform begins it. */
export const token = (prefix: string, what: string) =>
  secret
    .refine((value) => value === '' || value.startsWith(prefix), `${what}, which begins with ${prefix}`)
    .meta({ allowed: `${what}, which begins with ${prefix}` });

export const wholeNumber = (fallback: number, least: number, most: number) => {
  const allowed = `a whole number from ${least} to ${most}`;
  return text(
    String(fallback),
    (value) => /^\d{1,9}$/.test(value) && Number(value) >= least && Number(value) <= most,
    allowed,
  )
    .transform(Number)
    .meta({ allowed });
};

export const hostName = (fallback: string) =>
  text(fallback, (value) => /^[\w.:-]*$/.test(value), 'an address or host name of this machine');

/** The parts of a list, once each. */
export const commaSeparated = (value: string): string[] =>
  [...new Set(value.split(',').map((part) => part.trim()))].filter((part) => part !== '');
