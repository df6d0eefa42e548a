/** Discord's rules for application commands: what registering them would refuse. */
import type { Json } from './discord-model.ts';

const SLASH_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const LOCALES = new Set(
  (
    'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th ' +
    'zh-CN ja zh-TW ko'
  ).split(' '),
);
/** Commands of each kind in one scope. */
const MOST: Record<number, number> = { 1: 100, 2: 5, 3: 5 };
const MOST_OPTIONS = 25;
const MOST_CHOICES = 25;
const LONGEST_DESCRIPTION = 100;
const LONGEST_CHOICE = 100;
/** Names, descriptions and values of one command together. */
const MOST_CHARACTERS = 8000;
const SUBCOMMANDS = [1, 2];

/** Places and problems of a whole list; `guild` commands take no contexts and no integration types. */
export function commandListProblems(commands: readonly Json[], guild: boolean): string[] {
  const problems = commands.flatMap((each, at) =>
    commandProblems(each, guild).map((text) => `${at}.${text}`),
  );
  const seen = new Set<string>();
  commands.forEach((each, at) => {
    const key = `${each.type ?? 1} ${String(each.name)}`;
    if (seen.has(key)) problems.push(`${at}.name: Application command names must be unique`);
    seen.add(key);
  });
  return problems;
}

/** True if one kind has more commands than a scope may hold. */
export function tooManyCommands(commands: readonly Json[]): boolean {
  return Object.entries(MOST).some(
    ([type, most]) => commands.filter((each) => Number(each.type ?? 1) === Number(type)).length > most,
  );
}

/** The problems of one command, each led by its place. */
export function commandProblems(command: Json, guild: boolean): string[] {
  const problems: string[] = [];
  const type = Number(command.type ?? 1);
  if (MOST[type] === undefined) problems.push('type: Value must be one of (1, 2, 3).');
  checkNames(command, type === 1, '', problems);
  if (type === 1) {
    checkOptions(command.options, '', 0, problems);
    if (characters(command) > MOST_CHARACTERS) {
      problems.push(`name: The command exceeds ${MOST_CHARACTERS} characters`);
    }
  } else {
    if (command.description) problems.push('description: Context menu commands cannot have description');
    if (Array.isArray(command.options) && command.options.length > 0) {
      problems.push('options: Context menu commands cannot have options');
    }
  }
  checkSet(command.contexts, [0, 1, 2], 'contexts', problems);
  checkSet(command.integration_types, [0, 1], 'integration_types', problems);
  if (guild && command.contexts) problems.push('contexts: Only global commands have contexts');
  if (guild && command.integration_types) problems.push('integration_types: Only global commands have them');
  const bits = command.default_member_permissions;
  if (bits !== undefined && bits !== null && !/^\d+$/.test(String(bits))) {
    problems.push('default_member_permissions: is no bit set');
  }
  return problems;
}

/** Names and descriptions of a command or option, in every language. */
function checkNames(item: Json, slash: boolean, place: string, problems: string[]): void {
  const names = [['name', item.name] as const, ...localised(item, 'name_localizations', place, problems)];
  for (const [at, name] of names) {
    const text = typeof name === 'string' ? name : '';
    const fine = slash ? SLASH_NAME.test(text) && text === text.toLowerCase() : /^.{1,32}$/su.test(text);
    if (!fine) problems.push(`${place}${at}: String value did not match validation regex.`);
  }
  if (!slash) return;
  const own = ['description', item.description] as const;
  for (const [at, value] of [own, ...localised(item, 'description_localizations', place, problems)]) {
    const fits = typeof value === 'string' && value.length >= 1 && value.length <= LONGEST_DESCRIPTION;
    if (!fits) problems.push(`${place}${at}: Must be between 1 and ${LONGEST_DESCRIPTION} in length.`);
  }
}

function localised(item: Json, field: string, place: string, problems: string[]): [string, unknown][] {
  const entries = Object.entries((item[field] ?? {}) as Json);
  for (const [locale] of entries) {
    if (!LOCALES.has(locale)) problems.push(`${place}${field}: Value must be a locale, not ${locale}`);
  }
  return entries.filter(([, value]) => value !== null).map(([key, value]) => [`${field}.${key}`, value]);
}

function checkOptions(value: unknown, place: string, depth: number, problems: string[]): void {
  if (value === undefined || value === null) return;
  if (!Array.isArray(value)) return void problems.push(`${place}options: is no list`);
  const options = value as Json[];
  if (options.length > MOST_OPTIONS) problems.push(`${place}options: Must be ${MOST_OPTIONS} or fewer.`);
  const names = new Set(options.map((each) => each.name));
  if (names.size < options.length) problems.push(`${place}options: Option names must be unique`);
  const nested = options.filter((each) => SUBCOMMANDS.includes(Number(each.type)));
  if (nested.length > 0 && nested.length < options.length) {
    problems.push(`${place}options: Sub-commands and options cannot be mixed`);
  }
  let optional = false;
  options.forEach((option, at) => {
    const here = `${place}options[${at}].`;
    checkNames(option, true, here, problems);
    if (option.required === true && optional) {
      problems.push(`${here}required: Required options must be placed before non-required options`);
    }
    optional ||= option.required !== true;
    const type = Number(option.type);
    if (!(type >= 1 && type <= 11)) problems.push(`${here}type: Value must be between 1 and 11.`);
    if (type <= 2 && depth >= (type === 2 ? 1 : 2)) problems.push(`${here}type: is nested too deep`);
    if (type <= 2) checkOptions(option.options, here, depth + 1, problems);
    checkChoices(option, here, problems);
  });
}

function checkChoices(option: Json, place: string, problems: string[]): void {
  const choices = (option.choices ?? []) as Json[];
  if (choices.length > MOST_CHOICES) problems.push(`${place}choices: Must be ${MOST_CHOICES} or fewer.`);
  if (choices.length > 0 && option.autocomplete === true) {
    problems.push(`${place}autocomplete: Cannot be used together with choices`);
  }
  choices.forEach((choice, at) => {
    const here = `${place}choices[${at}].`;
    const names = [
      choice.name,
      ...localised(choice, 'name_localizations', here, problems).map(([, name]) => name),
    ];
    for (const name of names) {
      const fits = typeof name === 'string' && name.length >= 1 && name.length <= LONGEST_CHOICE;
      if (!fits) problems.push(`${here}name: Must be between 1 and ${LONGEST_CHOICE} in length.`);
    }
    const isText = Number(option.type) === 3;
    const { value } = choice;
    const right = isText
      ? typeof value === 'string' && value.length <= LONGEST_CHOICE
      : typeof value === 'number';
    if (!right) problems.push(`${here}value: does not fit the option's type`);
  });
}

function checkSet(value: unknown, allowed: readonly number[], place: string, problems: string[]): void {
  if (value === undefined || value === null) return;
  const fine = Array.isArray(value) && value.every((each) => allowed.includes(each));
  if (!fine) problems.push(`${place}: Value must be one of (${allowed.join(', ')}).`);
}

/** Counted in the longest language. */
function characters(item: Json): number {
  const longest = (field: string) => {
    const all = [item[field], ...Object.values((item[`${field}_localizations`] ?? {}) as Json)];
    return Math.max(...all.map((each) => (typeof each === 'string' ? each.length : 0)));
  };
  const value = typeof item.value === 'string' ? item.value.length : 0;
  const inner = [...((item.options ?? []) as Json[]), ...((item.choices ?? []) as Json[])];
  return inner.reduce(
    (sum, each) => sum + characters(each),
    longest('name') + longest('description') + value,
  );
}
