/** The form in which a person says what is wrong in an answer. */
import type { AnswerLang } from '../../../core/answer.ts';
import { MAX_ERROR_REPORT } from '../../../core/chat.ts';
import { DISCORD_PHRASES } from './discord-phrases.ts';

/** Numbers of the developer documentation («Component Reference», «Text Input Styles»). */
const LABEL = 18;
const TEXT_INPUT = 4;
const PARAGRAPH = 2;

export const WHAT_IS_WRONG = 'what';

/** @param customId of the button that opens it: comes back with what was written. */
export function reportForm(customId: string, lang: AnswerLang) {
  const phrases = DISCORD_PHRASES[lang];
  const input = {
    type: TEXT_INPUT,
    custom_id: WHAT_IS_WRONG,
    style: PARAGRAPH,
    required: true,
    max_length: MAX_ERROR_REPORT,
  };
  const label = { type: LABEL, label: phrases.whatIsWrong, description: phrases.whatIsWrongHint };
  return { custom_id: customId, title: phrases.reportError, components: [{ ...label, component: input }] };
}
