/** Slack's rich text: sections, lists, quotes, preformatted text, and what may stand in a line. */
import { named } from './object-rules.ts';
import { address, boolean, byType, integer, list, object, oneOf, type Rule, string } from './rule.ts';

const style: Rule = object(
  {},
  { bold: boolean, italic: boolean, strike: boolean, code: boolean, underline: boolean },
);
/** No limit is documented for a text of a line; a message's total is far below this. */
const LONGEST_RUN = 40_000;
const runText = string(1, LONGEST_RUN);
const id = string(1, 255);

const text: Rule = object({ type: named, text: runText }, { style });
const link: Rule = object({ type: named, url: address }, { text: runText, style, unsafe: boolean });
const inline: Rule = byType({
  text,
  link,
  emoji: object({ type: named, name: id }, { unicode: id, style }),
  user: object({ type: named, user_id: id }, { style }),
  usergroup: object({ type: named, usergroup_id: id }, { style }),
  channel: object({ type: named, channel_id: id }, { style }),
  team: object({ type: named, team_id: id }, { style }),
  broadcast: object({ type: named, range: oneOf('here', 'channel', 'everyone') }, { style }),
  color: object({ type: named, value: id }, { style }),
  date: object(
    { type: named, timestamp: integer(0, Number.MAX_SAFE_INTEGER), format: id },
    { url: address, fallback: runText, style },
  ),
});

const inlines = list(inline, 1, Number.POSITIVE_INFINITY);
const border = integer(0, 1);
const section: Rule = byType({ rich_text_section: object({ type: named, elements: inlines }) });

export const richTextElements: Rule = list(
  byType({
    rich_text_section: section,
    rich_text_quote: object({ type: named, elements: inlines }, { border }),
    rich_text_preformatted: object(
      { type: named, elements: list(byType({ text, link }), 1, Number.POSITIVE_INFINITY) },
      { border, language: id },
    ),
    rich_text_list: object(
      {
        type: named,
        style: oneOf('bullet', 'ordered'),
        elements: list(section, 1, Number.POSITIVE_INFINITY),
      },
      { indent: integer(0, 8), offset: integer(0, Number.MAX_SAFE_INTEGER), border },
    ),
  }),
  1,
  Number.POSITIVE_INFINITY,
);
