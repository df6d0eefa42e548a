/** When digests are wanted: a cron pattern, or words such as «chaque jour 08:00», `mon 8am`, 每周一 08:00. */
import type { AnswerLang } from '../../core/answer.ts';
import { fold } from '../../lexicon/fold.ts';
import { nextDigest } from './next-digest.ts';
import { readTime } from './read-time.ts';

/** By cron's numbers, Sunday is 0. */
const DAYS: readonly (readonly string[])[] = [
  ['sunday', 'sun', 'dimanche', 'dim', '周日', '星期日', '星期天', '礼拜天'],
  ['monday', 'mon', 'lundi', 'lun', '周一', '星期一', '礼拜一'],
  ['tuesday', 'tue', 'tues', 'mardi', 'mar', '周二', '星期二', '礼拜二'],
  ['wednesday', 'wed', 'mercredi', 'mer', '周三', '星期三', '礼拜三'],
  ['thursday', 'thu', 'thurs', 'jeudi', 'jeu', '周四', '星期四', '礼拜四'],
  ['friday', 'fri', 'vendredi', 'ven', '周五', '星期五', '礼拜五'],
  ['saturday', 'sat', 'samedi', 'sam', '周六', '星期六', '礼拜六'],
];
const EVERY_DAY = [
  '',
  'daily',
  'every day',
  'each day',
  'chaque jour',
  'tous les jours',
  'quotidien',
  '每天',
  '每日',
];
const WORKDAYS = [
  ...['weekdays', 'weekday', 'every weekday', 'workdays', 'on weekdays'],
  ...['jours ouvres', 'jours ouvrables', 'en semaine', '工作日', '每个工作日', '平日'],
];
/** Words that go before a day and add nothing. */
const BEFORE_DAY = /^(?:weekly|every|each|on|hebdomadaire|chaque|tous les|le|每|每个)\s*/u;
/** What goes between day and time. */
const BEFORE_TIME = /(?:\s+(?:at|a|vers|@)|,)$/;

/** UTF-16 code units: longer is no schedule. */
const MAX_LENGTH = 100;
/** A digest an hour is the most that a channel can want; and such a pattern is easily overseen. */
const FIRST_FIELD = /^\d{1,2}$/;

/**
 * @param timeZone a valid one: a pattern that never comes is refused.
 * @returns a cron pattern of five fields; null when it is none, when it comes more than once an hour, or never.
 */
export function readSchedule(text: string, timeZone = 'UTC'): string | null {
  const plain = text.trim().replace(/\s+/g, ' ');
  if (plain.length > MAX_LENGTH) return null;
  const pattern = readWords(plain) ?? plain;
  const parts = pattern.split(' ');
  if (parts.length !== 5 || !FIRST_FIELD.test(parts[0] ?? '')) return null;
  try {
    return nextDigest({ schedule: pattern, timeZone }, new Date(0)) === null ? null : pattern;
  } catch {
    // The package says by throwing that it cannot read the pattern.
    return null;
  }
}

function readWords(text: string): string | null {
  // The time stands last, and may be of two words: «lundi 8 h 30», `8:00 am`.
  for (let at = text.length; at >= 0; at -= 1) {
    const days = fold(text.slice(0, at)).trim().replace(BEFORE_TIME, '').trim();
    const time = readTime(text.slice(at).replace(/(?<=\d)\s+(?=h)|(?<=h)\s+(?=\d)/gi, ''));
    const day = time === null ? null : readDays(days);
    if (time === null || day === null) continue;
    const [hour, minute] = time.split(':').map(Number);
    return `${minute} ${hour} * * ${day}`;
  }
  return null;
}

/** The last field of the pattern. */
function readDays(words: string): string | null {
  if (EVERY_DAY.includes(words)) return '*';
  if (WORKDAYS.includes(words)) return '1-5';
  let name = words;
  while (BEFORE_DAY.test(name)) name = name.replace(BEFORE_DAY, '');
  name = name.replace(/s$/, '');
  const number = DAYS.findIndex((names) => names.includes(name) || names.includes(`${name}s`));
  return number === -1 ? null : String(number);
}

const SAID: Record<
  AnswerLang,
  { everyDay: string; workdays: string; at: (day: string, time: string) => string }
> = {
  fr: { everyDay: 'chaque jour', workdays: 'jours ouvrés', at: (day, time) => `${day} à ${time}` },
  en: { everyDay: 'every day', workdays: 'weekdays', at: (day, time) => `${day} at ${time}` },
  zh: { everyDay: '每天', workdays: '工作日', at: (day, time) => `${day} ${time}` },
};

/** A Sunday. */
const SUNDAY = Date.UTC(2026, 0, 4);
const DAY = 86_400_000;

/** The pattern in words where it is one that words can say; `readSchedule` reads what this writes. */
export function describeSchedule(pattern: string, lang: AnswerLang): string {
  const match = /^(\d{1,2}) (\d{1,2}) \* \* (\*|1-5|[0-6])$/.exec(pattern);
  if (match === null) return pattern;
  const [, minute = '', hour = '', days = ''] = match;
  const words = SAID[lang];
  const weekday = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
  const day =
    days === '*'
      ? words.everyDay
      : days === '1-5'
        ? words.workdays
        : weekday.format(SUNDAY + Number(days) * DAY);
  return words.at(day, `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`);
}
