/** Slack's interactive elements, and which of them each kind of block takes. */
import {
  confirm,
  conversationFilter,
  dispatchConfig,
  formattedOption,
  named,
  option,
  optionGroup,
  overflowOption,
  plainText,
  slackFile,
} from './object-rules.ts';
import { address, boolean, byType, count, integer, list, object, oneOf, type Rule, string } from './rule.ts';

const action_id = string(1, 255);
const label = string(1, 75);
const value = string(1, 2_000);
const placeholder = plainText(150);
const anyId = string(1, 255);
/** What every select menu takes. */
const menu = { action_id, confirm, focus_on_load: boolean, placeholder };
const severalChosen = { max_selected_items: integer(1, Number.MAX_SAFE_INTEGER) };
const staticOptions = { options: list(option, 1, 100), option_groups: list(optionGroup, 1, 100) };

function select(fields: Readonly<Record<string, Rule>>): Rule {
  return object({ type: named }, { ...menu, ...fields });
}
/** Exactly one of options and groups of options. */
function staticSelect(fields: Readonly<Record<string, Rule>>): Rule {
  return count(['options', 'option_groups'], 1, 1, select({ ...staticOptions, ...fields }));
}

const response_url_enabled = boolean;
const minQuery = { min_query_length: integer(0, Number.MAX_SAFE_INTEGER) };
const conversations = { filter: conversationFilter, default_to_current_conversation: boolean };

const selects: Readonly<Record<string, Rule>> = {
  static_select: staticSelect({ initial_option: option }),
  external_select: select({ initial_option: option, ...minQuery }),
  users_select: select({ initial_user: anyId }),
  channels_select: select({ initial_channel: anyId, response_url_enabled }),
  conversations_select: select({ initial_conversation: anyId, response_url_enabled, ...conversations }),
  multi_static_select: staticSelect({ initial_options: list(option, 1, 100), ...severalChosen }),
  multi_external_select: select({ initial_options: list(option, 1, 100), ...minQuery, ...severalChosen }),
  multi_users_select: select({ initial_users: list(anyId, 1, 100), ...severalChosen }),
  multi_channels_select: select({ initial_channels: list(anyId, 1, 100), ...severalChosen }),
  multi_conversations_select: select({
    initial_conversations: list(anyId, 1, 100),
    ...conversations,
    ...severalChosen,
  }),
};

const chosen: Readonly<Record<string, Rule>> = {
  checkboxes: object(
    { type: named, options: list(formattedOption, 1, 10) },
    { action_id, confirm, focus_on_load: boolean, initial_options: list(formattedOption, 1, 10) },
  ),
  radio_buttons: object(
    { type: named, options: list(formattedOption, 1, 10) },
    { action_id, confirm, focus_on_load: boolean, initial_option: formattedOption },
  ),
};

const pressed: Readonly<Record<string, Rule>> = {
  button: object(
    { type: named, text: plainText(75) },
    {
      action_id,
      value,
      url: address,
      style: oneOf('primary', 'danger'),
      confirm,
      accessibility_label: label,
    },
  ),
  overflow: object({ type: named, options: list(overflowOption, 1, 5) }, { action_id, confirm }),
};

const image: Rule = count(
  ['image_url', 'slack_file'],
  1,
  1,
  object({ type: named, alt_text: string(1, 2_000) }, { image_url: address, slack_file: slackFile }),
);

const feedbackButton: Rule = object({ text: plainText(75), value }, { accessibility_label: label });

export const sectionAccessory: Rule = byType({ ...selects, ...chosen, ...pressed, image });
export const actionsElement: Rule = byType({ ...selects, ...chosen, ...pressed });
export const contextImage: Rule = image;
export const contextActionsElement: Rule = byType({
  feedback_buttons: object(
    { type: named, positive_button: feedbackButton, negative_button: feedbackButton },
    { action_id },
  ),
  icon_button: object(
    { type: named, icon: oneOf('trash'), text: plainText() },
    {
      action_id,
      value,
      confirm,
      accessibility_label: label,
      visible_to_user_ids: list(anyId, 1, Number.POSITIVE_INFINITY),
    },
  ),
});
export const inputElement: Rule = byType({
  ...selects,
  ...chosen,
  plain_text_input: object(
    { type: named },
    {
      action_id,
      initial_value: string(1, 3_000),
      multiline: boolean,
      min_length: integer(0, 3_000),
      max_length: integer(1, 3_000),
      dispatch_action_config: dispatchConfig,
      focus_on_load: boolean,
      placeholder,
    },
  ),
});
