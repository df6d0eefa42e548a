/** Slack's composition objects: texts, options, confirmations, filters. */
import { address, boolean, byType, count, list, object, oneOf, type Rule, string } from './rule.ts';

/** Any string field of a `type`: `byType` has read it already. */
export const named: Rule = () => undefined;

/** A text object's own limit is 3,000 characters; most places take less. */
const LONGEST_TEXT = 3_000;

const fileId: Rule = (value, at, problems) => {
  string(1, 255)(value, at, problems);
  if (!/^F[A-Z0-9]{8,}$/.test(String(value))) problems.push(`${at} must be the id of a file`);
};

export function plainText(max = LONGEST_TEXT): Rule {
  return byType({ plain_text: object({ type: named, text: string(1, max) }, { emoji: boolean }) });
}

export function anyText(max = LONGEST_TEXT): Rule {
  return byType({
    plain_text: object({ type: named, text: string(1, max) }, { emoji: boolean }),
    mrkdwn: object({ type: named, text: string(1, max) }, { verbatim: boolean }),
  });
}

export const confirm: Rule = object(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style: oneOf('primary', 'danger') },
);

/** A file in Slack, by its id or by its address. */
export const slackFile: Rule = count(['id', 'url'], 1, 1, object({}, { id: fileId, url: address }));

/** Choices of select menus. */
export const option: Rule = object(
  { text: plainText(75), value: string(1, 150) },
  { description: plainText(75) },
);

/** Choices of check boxes and radio buttons may be formatted. */
export const formattedOption: Rule = object(
  { text: anyText(75), value: string(1, 150) },
  { description: anyText(75) },
);

/** Choices of overflow menus may lead somewhere. */
export const overflowOption: Rule = object(
  { text: plainText(75), value: string(1, 150) },
  { description: plainText(75), url: address },
);

export const optionGroup: Rule = object({ label: plainText(75), options: list(option, 1, 100) });

export const conversationFilter: Rule = count(
  ['include', 'exclude_external_shared_channels', 'exclude_bot_users'],
  1,
  3,
  object(
    {},
    {
      include: list(oneOf('im', 'mpim', 'private', 'public'), 1, 4),
      exclude_external_shared_channels: boolean,
      exclude_bot_users: boolean,
    },
  ),
);

export const dispatchConfig: Rule = object(
  {},
  { trigger_actions_on: list(oneOf('on_enter_pressed', 'on_character_entered'), 1, 2) },
);
