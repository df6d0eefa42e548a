/** A command's arguments as a modal of Slack. */
import type { types } from '@slack/bolt';
import type { CommandArgument } from '../../bot/command.ts';
import type { AnswerLang } from '../../core/answer.ts';
import { MAX_QUESTION } from '../../core/ask.ts';
import type { Form } from './choose-form.ts';
import { cutText } from './plain-text.ts';
import { plainText } from './render/answer-actions.ts';
import { SLACK_WORDS } from './slack-words.ts';

export const FORM = 'casebook_form';
/** Begins the action of a menu that asks the app for cases; the argument's name follows. */
export const CASE_MENU = 'casebook_case_';

/** Slack's limit for a modal's title, in characters. */
const LONGEST_TITLE = 24;
/** Slack's limits for the text and the value of an option, in characters. */
export const LONGEST_OPTION = 75;
const LONGEST_VALUE = 150;

export interface FormContent {
  /** Values that hold now, by the argument's name. */
  readonly current: Readonly<Record<string, string>>;
  readonly lang: AnswerLang;
  readonly prefix: string;
  /** Comes back with the submission. */
  readonly privateMetadata: string;
}

export function formView(form: Form, content: FormContent): types.ModalView {
  const { current, lang, prefix, privateMetadata } = content;
  const words = SLACK_WORDS[lang];
  const title = `/${prefix}${form.command.name}`;
  return {
    type: 'modal',
    callback_id: FORM,
    title: plainText(title.slice(0, LONGEST_TITLE)),
    submit: plainText(words.submit),
    close: plainText(words.cancel),
    private_metadata: privateMetadata,
    blocks: form.arguments.map((argument) => ({
      type: 'input',
      block_id: argument.name,
      label: plainText(argument.descriptions[lang]),
      optional: !argument.required,
      element: inputElement(argument, current[argument.name], lang),
    })),
  };
}

/** @param value as the registry writes it. */
function inputElement(
  { kind, name, choices }: CommandArgument,
  value: string | undefined,
  lang: AnswerLang,
): types.InputBlock['element'] {
  const words = SLACK_WORDS[lang];
  switch (kind) {
    case 'text':
      return {
        type: 'plain_text_input',
        action_id: name,
        multiline: true,
        max_length: MAX_QUESTION,
        ...(value === undefined ? {} : { initial_value: value }),
      };
    case 'case':
      return {
        type: 'external_select',
        action_id: `${CASE_MENU}${name}`,
        min_query_length: 0,
        ...(value === undefined
          ? {}
          : {
              initial_option: {
                text: plainText(cutText(value, LONGEST_OPTION)),
                value: cutText(value, LONGEST_VALUE),
              },
            }),
      };
    case 'choice': {
      const options = (choices ?? []).map((choice) => ({
        text: plainText(choice.labels[lang]),
        value: choice.value,
      }));
      return { type: 'static_select', action_id: name, options, ...initialOption(options, value) };
    }
    case 'switch': {
      const options = [
        { text: plainText(words.on), value: 'on' },
        { text: plainText(words.off), value: 'off' },
      ];
      return { type: 'radio_buttons', action_id: name, options, ...initialOption(options, value) };
    }
    case 'users': {
      const users = (value ?? '').split(/\s+/).filter((id) => /^[UW]\w+$/.test(id));
      return {
        type: 'multi_users_select',
        action_id: name,
        ...(users.length === 0 ? {} : { initial_users: users }),
      };
    }
  }
}

function initialOption(options: readonly types.PlainTextOption[], value: string | undefined) {
  const initial_option = options.find((option) => option.value === value);
  return initial_option === undefined ? {} : { initial_option };
}
