/** Checks what a person or the file of subscriptions says of a subscription, and says what is wrong in plain words. */
import type { AnswerLang } from '../../core/answer.ts';
import type { NewsMode, Subscription } from '../../core/subscription.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { FIELD_PHRASES } from './field-phrases.ts';
import { parseFilter } from './parse-filter.ts';
import { readMaxPerHour, readQuietHours } from './read-quiet-hours.ts';
import { readSchedule } from './read-schedule.ts';
import { readTimeZone } from './read-time-zone.ts';

export interface TypedFields {
  readonly filter?: string;
  readonly mode?: NewsMode;
  readonly schedule?: string;
  readonly timeZone?: string;
  readonly quietHours?: string;
  readonly maxPerHour?: string;
}

export type CheckedFields = Pick<
  Subscription,
  'filter' | 'mode' | 'schedule' | 'timeZone' | 'quietHours' | 'maxPerHour'
>;

/** What is wrong with a field: one line that says what is possible. */
export interface FieldProblem {
  readonly field: keyof TypedFields;
  readonly text: string;
}

/** Characters of what was typed that an error repeats. */
const MAX_ECHO = 100;
/** Every morning, before the day's work. */
const DEFAULT_SCHEDULE = '0 8 * * *';
/** A story every six minutes: what people still read on a busy day. */
const DEFAULT_MAX_PER_HOUR = 10;

/** @param timeZone where none is given. */
export function checkFields(
  typed: TypedFields,
  { lexicon, lang, timeZone: defaultZone }: { lexicon: Lexicon; lang: AnswerLang; timeZone: string },
):
  | { readonly ok: true; readonly fields: CheckedFields }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] } {
  const phrases = FIELD_PHRASES[lang];
  const problems: FieldProblem[] = [];
  const wrong = (field: keyof TypedFields, text: string): null => {
    problems.push({ field, text });
    return null;
  };
  const filterText = typed.filter?.trim() ?? '';
  const parsed = filterText === '' ? null : parseFilter(filterText, lexicon, lang);
  const filter = parsed === null ? null : parsed.ok ? parsed.filter : wrong('filter', parsed.reason);
  const zone = typed.timeZone === undefined ? null : readTimeZone(typed.timeZone);
  if (zone !== null && !zone.ok) wrong('timeZone', phrases.badTimeZone(echoed(typed.timeZone), zone.near));
  const timeZone = zone?.ok === true ? zone.timeZone : defaultZone;
  const mode = typed.mode ?? (typed.schedule === undefined ? 'live' : 'digest');
  let schedule: string | null = null;
  if (mode === 'live' && typed.schedule !== undefined) wrong('schedule', phrases.scheduleOfLive);
  else if (mode === 'digest') {
    schedule = readSchedule(typed.schedule ?? DEFAULT_SCHEDULE, timeZone);
    if (schedule === null) wrong('schedule', phrases.badSchedule(echoed(typed.schedule)));
  }
  const quietHours = typed.quietHours === undefined ? null : readQuietHours(typed.quietHours);
  if (quietHours === undefined) wrong('quietHours', phrases.badQuietHours(echoed(typed.quietHours)));
  const most = typed.maxPerHour === undefined ? DEFAULT_MAX_PER_HOUR : readMaxPerHour(typed.maxPerHour);
  if (most === null) wrong('maxPerHour', phrases.badMaxPerHour(echoed(typed.maxPerHour)));
  if (problems.length > 0) return { ok: false, problems };
  return {
    ok: true,
    fields: {
      ...{ filter, mode, schedule, timeZone },
      quietHours: quietHours ?? null,
      maxPerHour: most ?? DEFAULT_MAX_PER_HOUR,
    },
  };
}

/** What was typed, as it is said again: on one line, and no longer than it takes to know it again. */
function echoed(typed: string | undefined): string {
  const line = (typed ?? '').replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ').trim();
  return line.length <= MAX_ECHO ? line : `${line.slice(0, MAX_ECHO).toWellFormed()}…`;
}
