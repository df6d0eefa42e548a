/** Parsers of what people type: commands with their arguments, filters, schedules; and the file of subscriptions. */
import assert from 'node:assert/strict';
import { SUBSCRIBE_ARGUMENTS } from '../../../src/bot/news-arguments.ts';
import { readNewsText, unquote } from '../../../src/bot/read-news-text.ts';
import { readTyped } from '../../../src/bot/read-typed.ts';
import { COMMANDS, findCommand, parseCommandText } from '../../../src/bot/registry.ts';
import { loadLexicon } from '../../../src/lexicon/lexicon.ts';
import { checkFields } from '../../../src/news/subscribe/check-fields.ts';
import { formatFilter } from '../../../src/news/subscribe/format-filter.ts';
import { parseFilter } from '../../../src/news/subscribe/parse-filter.ts';
import { describeSchedule, readSchedule } from '../../../src/news/subscribe/read-schedule.ts';
import { readSubscriptionFile } from '../../../src/news/subscribe/read-subscription-file.ts';
import { readTimeZone } from '../../../src/news/subscribe/read-time-zone.ts';
import { topicFilter } from '../../../src/news/subscribe/topic-filter.ts';
import { NEWS_FILE } from '../sample-news-file.ts';
import { type FuzzTarget, textOf } from './fuzz-target.ts';

const lexicon = loadLexicon();
/** Characters that a platform lets one type: more is cut before it comes here. */
const LONGEST = 4_000;

const commands: FuzzTarget = {
  name: 'typed commands',
  shape: 'bytes',
  seeds: [
    ...[
      '/ask --language fr --private Qui a attaqué ?',
      '/sources',
      '/comparer a --avec b',
      '/casebook language=fr',
      '/新闻 订阅',
    ],
    ...[
      '/news subscribe https://a.example/feed filter:"country:China" schedule:"lundi 08:00"',
      '/why constructor',
    ],
  ],
  pieces: [
    '--',
    '—',
    '=',
    '"',
    '«',
    '»',
    '/',
    ' ',
    'on',
    'fr',
    '--language',
    '--private',
    'subscribe',
    '：',
    ':',
    '，',
  ],
  run(input) {
    const text = textOf(input).slice(0, LONGEST);
    const typed = parseCommandText(text);
    const command = findCommand(typed?.name ?? text);
    if (command !== undefined) assert.ok(COMMANDS.includes(command));
    for (const each of command === undefined ? COMMANDS : [command]) {
      const { options, subcommand } = readTyped(each, typed?.rest ?? text);
      const known = [each, ...(each.subcommands ?? [])].flatMap((one) =>
        one.arguments.map(({ name }) => name),
      );
      for (const name of Object.keys(options)) assert.ok(known.includes(name), `option ${name}`);
      if (subcommand !== null) assert.ok(each.subcommands?.some(({ name }) => name === subcommand));
    }
    const { options } = readNewsText(text, SUBSCRIBE_ARGUMENTS);
    for (const name of Object.keys(options))
      assert.ok(SUBSCRIBE_ARGUMENTS.some((known) => known.name === name));
    assert.ok(unquote(text).length <= text.length);
  },
};

const filters: FuzzTarget = {
  name: 'filters and schedules',
  shape: 'bytes',
  seeds: [
    ...[
      'country:China NOT publisher:"Global Times"',
      '(APT31 OU "Mustang Panda") ET pays : France',
      '来源:人民日报 非 国家:中国',
    ],
    ...[
      'lundi 08:00',
      '0 8 * * 1-5',
      '*/5 * * * *',
      'Europe/Paris',
      'paris',
      '22:00-07:00',
      '22h à 7h',
      '12',
      'APT31 « centrale électrique »',
    ],
  ],
  pieces: [
    '(',
    ')',
    '（',
    '"',
    '«',
    ':',
    '：',
    'AND',
    'OU',
    'NOT',
    '非',
    'country:',
    'pays :',
    '*',
    '/',
    '-',
    ',',
    'L',
    '#',
    '99',
    'à',
    '至',
  ],
  run(input) {
    const text = textOf(input).slice(0, LONGEST);
    for (const lang of ['fr', 'en', 'zh'] as const) {
      const parsed = parseFilter(text, lexicon, lang);
      if (!parsed.ok) assert.ok(parsed.reason !== '');
      else {
        // What is written back means the same.
        const again = parseFilter(formatFilter(parsed.filter, lang, lexicon), lexicon, lang);
        assert.deepEqual(again, parsed);
      }
    }
    const short = text.slice(0, 300);
    const schedule = readSchedule(short);
    if (schedule !== null) assert.equal(readSchedule(describeSchedule(schedule, 'en')), schedule);
    const zone = readTimeZone(short);
    if (zone.ok) assert.doesNotThrow(() => new Intl.DateTimeFormat('en', { timeZone: zone.timeZone }));
    topicFilter(short, 'fr', lexicon);
    const fields = { filter: short, schedule: short, timeZone: short, quietHours: short, maxPerHour: short };
    for (const mode of ['digest', 'live'] as const) {
      const checked = checkFields({ ...fields, mode }, { lexicon, lang: 'zh', timeZone: 'Europe/Paris' });
      if (!checked.ok) for (const { text: words } of checked.problems) assert.doesNotMatch(words, /\n/);
    }
  },
};

const file: FuzzTarget = {
  name: 'news.yaml',
  shape: 'bytes',
  seeds: [NEWS_FILE],
  pieces: [
    '- ',
    ': ',
    '\n',
    '  ',
    '&a ',
    '*a',
    '<<: *a',
    '{',
    '}',
    '[',
    ']',
    '!!binary ',
    '!!js/function ',
    '? ',
    '|\n',
    '>\n',
    '"',
    '#',
    '0x1F',
    '~',
    'feed: file:///etc/passwd',
  ],
  takes: /\.ya?ml$/,
  run(input) {
    const read = readSubscriptionFile(textOf(input).slice(0, 50_000), { lexicon, timeZone: 'Europe/Paris' });
    if (!read.ok) {
      assert.ok(read.problems.length > 0);
      for (const { line, message } of read.problems) {
        assert.ok(Number.isInteger(line) && line >= 1);
        assert.ok(message !== '');
      }
      return;
    }
    for (const { url } of read.file.feeds) assert.match(url, /^https?:\/\//);
    const ids = read.file.subscriptions.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
  },
};

export const COMMAND_TARGETS: readonly FuzzTarget[] = [commands, filters, file];
