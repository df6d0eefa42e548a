/** Small parts that rules for Slack's payloads are put together from. */

/** Notes what is wrong with a value. `at` is where it stands: `blocks[0].text`. */
export type Rule = (value: unknown, at: string, problems: string[]) => void;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A string of `min` to `max` UTF-16 code units. Half a surrogate pair is no text that Slack could store. */
export function string(min: number, max: number): Rule {
  return (value, at, problems) => {
    if (typeof value !== 'string') problems.push(`${at} must be a string`);
    else if (value.length < min) problems.push(`${at} must have at least ${min} characters`);
    else if (value.length > max)
      problems.push(`${at} has ${value.length} characters, at most ${max} are taken`);
    else if (!value.isWellFormed()) problems.push(`${at} holds half a surrogate pair`);
  };
}

/** An absolute address that a client may open. Slack takes at most 3,000 characters. */
export const address: Rule = (value, at, problems) => {
  const before = problems.length;
  string(1, 3_000)(value, at, problems);
  if (problems.length > before) return;
  const url = String(value);
  if (!/^(?:https?:\/\/|mailto:|slack:\/\/)\S+$/iu.test(url) || !URL.canParse(url))
    problems.push(`${at} must be an absolute address`);
};

export const boolean: Rule = (value, at, problems) => {
  if (typeof value !== 'boolean') problems.push(`${at} must be true or false`);
};

export function integer(min: number, max: number): Rule {
  return (value, at, problems) => {
    if (!Number.isInteger(value) || Number(value) < min || Number(value) > max)
      problems.push(`${at} must be a whole number from ${min} to ${max}`);
  };
}

export function oneOf(...allowed: readonly string[]): Rule {
  return (value, at, problems) => {
    if (!allowed.includes(String(value))) problems.push(`${at} must be one of ${allowed.join(', ')}`);
  };
}

/** A list of `min` to `max` values, each of which keeps the rule. */
export function list(rule: Rule, min: number, max: number): Rule {
  return (value, at, problems) => {
    if (!Array.isArray(value)) {
      problems.push(`${at} must be a list`);
      return;
    }
    if (value.length < min) problems.push(`${at} must hold at least ${min} items`);
    if (value.length > max) problems.push(`${at} holds ${value.length} items, at most ${max} are taken`);
    for (const [i, item] of value.entries()) rule(item, `${at}[${i}]`, problems);
  };
}

/** An object with these fields and no others: Slack refuses fields that it does not know. */
export function object(
  required: Readonly<Record<string, Rule>>,
  optional: Readonly<Record<string, Rule>> = {},
): Rule {
  return (value, at, problems) => {
    if (!isRecord(value)) {
      problems.push(`${at} must be an object`);
      return;
    }
    for (const [name, rule] of Object.entries(required))
      if (value[name] === undefined) problems.push(`${at}.${name} is missing`);
      else rule(value[name], `${at}.${name}`, problems);
    for (const [name, field] of Object.entries(value)) {
      if (Object.hasOwn(required, name) || field === undefined) continue;
      const rule = Object.hasOwn(optional, name) ? optional[name] : undefined;
      if (rule === undefined) problems.push(`${at}.${name} is not a known field`);
      else rule(field, `${at}.${name}`, problems);
    }
  };
}

/** An object whose `type` says which rule holds. */
export function byType(rules: Readonly<Record<string, Rule>>): Rule {
  return (value, at, problems) => {
    const type = isRecord(value) ? String(value.type) : 'nothing';
    const rule = Object.hasOwn(rules, type) ? rules[type] : undefined;
    if (rule === undefined) problems.push(`${at} may not be of type ${type}`);
    else rule(value, at, problems);
  };
}

/** At least one, at most one, or exactly one of these fields must be there. */
export function count(names: readonly string[], min: number, max: number, rule: Rule): Rule {
  return (value, at, problems) => {
    rule(value, at, problems);
    if (!isRecord(value)) return;
    const there = names.filter((name) => value[name] !== undefined).length;
    if (there < min) problems.push(`${at} needs ${names.join(' or ')}`);
    if (there > max) problems.push(`${at} has too many of ${names.join(', ')}`);
  };
}
