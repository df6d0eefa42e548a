/** What a reader can press under an answer, and what the press tells the app. */
import type { Answer, AnswerLang } from '../../../core/answer.ts';
import { literalText } from './literal-text.ts';
import type { Block } from './slack-message.ts';
import { SLACK_PHRASES } from './slack-phrases.ts';
import { splitText } from './split-text.ts';

/** `ask` and `view` are the beginnings of ids, since ids in a message differ: a number follows, or the kind of view. */
export const ACTIONS = {
  excerpts: 'casebook_excerpts',
  cite: 'casebook_cite',
  error: 'casebook_error',
  feedback: 'casebook_feedback',
  ask: 'casebook_ask_',
  view: 'casebook_view_',
} as const;

/** Slack's limit for a button's value, in characters. */
export const LONGEST_VALUE = 2_000;
const UP = 'up:';
const DOWN = 'down:';

/** Below the last message: excerpts and a citation, where there are sources, and what the reader thinks of the answer. */
export function answerButtons({ id, citations, lang }: Answer): Block[] {
  const phrases = SLACK_PHRASES[lang];
  const button = (action_id: string, label: string) =>
    ({ type: 'button', action_id, text: plainText(label), value: id }) as const;
  const toRead = [
    button(ACTIONS.excerpts, phrases.showExcerpts),
    { ...button(ACTIONS.cite, phrases.cite), accessibility_label: phrases.citeLabel },
  ];
  const toReport = button(ACTIONS.error, phrases.reportError);
  return [
    { type: 'actions', elements: [...(citations.length > 0 ? toRead : []), toReport] },
    {
      type: 'context_actions',
      elements: [
        {
          type: 'feedback_buttons',
          action_id: ACTIONS.feedback,
          positive_button: { text: plainText(phrases.helpful), value: `${UP}${id}` },
          negative_button: { text: plainText(phrases.notHelpful), value: `${DOWN}${id}` },
        },
      ],
    },
  ];
}

/** What the value of the feedback buttons says; null when it is none of theirs. */
export function readFeedback(value: string): { answerId: string; verdict: 'up' | 'down' } | null {
  if (value.startsWith(UP)) return { answerId: value.slice(UP.length), verdict: 'up' };
  if (value.startsWith(DOWN)) return { answerId: value.slice(DOWN.length), verdict: 'down' };
  return null;
}

/**
 * A question with the button that asks it; the button's value is the question.
 *
 * @param number differs for each question of a message.
 * @returns null when the question is too long for a button.
 */
export function suggestionBlock(question: string, number: number, lang: AnswerLang): Block | null {
  const shown = literalText(question).trim();
  if (shown === '' || splitText(shown, LONGEST_VALUE)[1] !== '') return null;
  return {
    type: 'section',
    text: plainText(shown),
    accessory: {
      type: 'button',
      action_id: `${ACTIONS.ask}${number}`,
      text: plainText(SLACK_PHRASES[lang].ask),
      value: shown,
    },
  };
}

/** Slack shows codes of emoji as they are written here. */
export function plainText(text: string): { type: 'plain_text'; text: string; emoji: false } {
  return { type: 'plain_text', text, emoji: false };
}
