/** Discord's rules for buttons and menus under a message (developer documentation, «Component Reference»). */
import { checkInteger, checkText, type Fields, isObject, isUrl, objectsOf } from './limits.ts';

const ACTION_ROW = 1;
const BUTTON = 2;
const STRING_SELECT = 3;
/** Menus of users, roles, both, and channels: the client fills them, so they bring no options. */
const FILLED_SELECTS: readonly unknown[] = [5, 6, 7, 8];
const LINK = 5;
const PREMIUM = 6;
const MOST_ROWS = 5;
const MOST_BUTTONS = 5;
const MOST_OPTIONS = 25;
const CUSTOM_ID = [1, 100] as const;

/**
 * Messages without the flag IS_COMPONENTS_V2: rows of buttons or of one menu each. Other components need that flag and
 * are reported as unknown.
 *
 * @returns what Discord would refuse; empty when all is well.
 */
export function componentProblems(value: unknown): string[] {
  const problems: string[] = [];
  const rows = objectsOf(value, 'components', problems);
  if (rows.length > MOST_ROWS) problems.push(`components: ${rows.length} rows, more than ${MOST_ROWS}`);
  const customIds = new Set<unknown>();
  for (const [i, row] of rows.entries()) {
    const path = `components[${i}]`;
    if (row.type !== ACTION_ROW) {
      problems.push(`${path}: is no action row`);
      continue;
    }
    const children = objectsOf(row.components, `${path}.components`, problems);
    if (children.length === 0) problems.push(`${path}: is empty`);
    const buttons = children.filter(({ type }) => type === BUTTON).length;
    if (buttons > MOST_BUTTONS) problems.push(`${path}: has ${buttons} buttons, more than ${MOST_BUTTONS}`);
    if (buttons < children.length && children.length > 1)
      problems.push(`${path}: holds a menu and something beside it`);
    for (const [j, child] of children.entries()) {
      const childPath = `${path}.components[${j}]`;
      checkChild(child, childPath, problems);
      const id = child.custom_id;
      if (id === undefined) continue;
      if (customIds.has(id)) problems.push(`${childPath}.custom_id: is used twice`);
      customIds.add(id);
    }
  }
  return problems;
}

function checkChild(child: Fields, path: string, problems: string[]): void {
  if (child.type === BUTTON) {
    checkButton(child, path, problems);
    return;
  }
  if (child.type !== STRING_SELECT && !FILLED_SELECTS.includes(child.type)) {
    problems.push(`${path}.type: is no component that a row may hold`);
    return;
  }
  checkText(child.custom_id, `${path}.custom_id`, CUSTOM_ID, problems);
  checkText(child.placeholder, `${path}.placeholder`, [0, 150], problems);
  checkInteger(child.min_values, `${path}.min_values`, [0, 25], problems);
  checkInteger(child.max_values, `${path}.max_values`, [1, 25], problems);
  if (child.type === STRING_SELECT) checkOptions(child, path, problems);
}

function checkButton(button: Fields, path: string, problems: string[]): void {
  checkInteger(button.style, `${path}.style`, [1, PREMIUM], problems);
  if (button.style === undefined) problems.push(`${path}.style: is missing`);
  checkText(button.label, `${path}.label`, [0, 80], problems);
  if (button.style === LINK) {
    checkText(button.url, `${path}.url`, [1, 512], problems);
    if (!isUrl(button.url, ['http:', 'https:', 'discord:'])) problems.push(`${path}.url: is no URL`);
    if (button.custom_id !== undefined) problems.push(`${path}: is a link with a custom_id`);
  } else if (button.style !== PREMIUM) {
    checkText(button.custom_id, `${path}.custom_id`, CUSTOM_ID, problems);
    if (button.url !== undefined) problems.push(`${path}.url: belongs to links alone`);
  }
  const labelled = typeof button.label === 'string' && button.label.trim() !== '';
  if (!labelled && !isObject(button.emoji) && button.style !== PREMIUM)
    problems.push(`${path}: has neither label nor emoji`);
}

function checkOptions(menu: Fields, path: string, problems: string[]): void {
  const options = objectsOf(menu.options, `${path}.options`, problems);
  if (options.length === 0 || options.length > MOST_OPTIONS)
    problems.push(`${path}: has ${options.length} options, not 1 to ${MOST_OPTIONS}`);
  if (typeof menu.max_values === 'number' && menu.max_values > options.length)
    problems.push(`${path}.max_values: is more than there are options`);
  const values = new Set<unknown>();
  for (const [i, option] of options.entries()) {
    const optionPath = `${path}.options[${i}]`;
    checkText(option.label, `${optionPath}.label`, [1, 100], problems);
    checkText(option.value, `${optionPath}.value`, [1, 100], problems);
    checkText(option.description, `${optionPath}.description`, [0, 100], problems);
    if (values.has(option.value)) problems.push(`${optionPath}.value: is used twice`);
    values.add(option.value);
  }
}
