/** The form in which a person says what is wrong in an answer, and what it says when it comes back. */
import type { types } from '@slack/bolt';
import type { AnswerLang } from '../../core/answer.ts';
import { MAX_ERROR_REPORT } from '../../core/chat.ts';
import { fields, text } from './fields.ts';
import { plainText } from './render/answer-actions.ts';
import { SLACK_PHRASES } from './render/slack-phrases.ts';
import type { Recipient } from './send-beside.ts';
import { SLACK_WORDS } from './slack-words.ts';

export const ERROR_FORM = 'casebook_error_form';
const WHAT = 'what';

/** @param to how to thank the person, where the button is. */
export function errorForm(answerId: string, to: Recipient, lang: AnswerLang): types.ModalView {
  const words = SLACK_WORDS[lang];
  return {
    type: 'modal',
    callback_id: ERROR_FORM,
    title: plainText(SLACK_PHRASES[lang].reportError),
    submit: plainText(words.submit),
    close: plainText(words.cancel),
    private_metadata: JSON.stringify({ answerId, to }),
    blocks: [
      {
        type: 'input',
        block_id: WHAT,
        label: plainText(words.whatIsWrong),
        hint: plainText(words.whatIsWrongHint),
        element: {
          type: 'plain_text_input',
          action_id: WHAT,
          multiline: true,
          max_length: MAX_ERROR_REPORT,
          focus_on_load: true,
        },
      },
    ],
  };
}

interface FilledErrorForm {
  readonly answerId: string;
  /** Empty where nothing was written. */
  readonly what: string;
  readonly to: Recipient;
}

/** Null where the form is none of ours. */
export function readErrorForm(body: unknown): FilledErrorForm | null {
  const { view, user } = fields(body);
  const { private_metadata, state } = fields(view);
  const kept = fields(parsed(private_metadata));
  const to = fields(kept.to);
  const [answerId, channel, userId] = [text(kept.answerId), text(to.channel), text(fields(user).id)];
  if (answerId === undefined || channel === undefined || userId === undefined) return null;
  const { value } = fields(fields(fields(fields(state).values)[WHAT])[WHAT]);
  const [thread, responseUrl] = [text(to.thread), text(to.responseUrl)];
  return {
    answerId,
    what: text(value) ?? '',
    to: {
      channel,
      user: userId,
      ...(thread === undefined ? {} : { thread }),
      ...(responseUrl === undefined ? {} : { responseUrl }),
    },
  };
}

function parsed(written: unknown): unknown {
  try {
    return JSON.parse(text(written) ?? '');
  } catch {
    return null;
  }
}
