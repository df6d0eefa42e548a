/** `/ask`: a question to the corpus; a plain message is the same. */
import { MAX_QUESTION } from '../../core/ask.ts';
import type { Command } from '../command.ts';
import { LANGUAGE_ARGUMENT, PRIVATE_ARGUMENT } from '../common-arguments.ts';
import { helpText } from '../help-text.ts';
import { PHRASES } from '../phrases.ts';

export const askCommand: Command = {
  name: 'ask',
  names: { fr: 'demander', en: 'ask', zh: '提问' },
  descriptions: {
    fr: 'Poser une question sur une cyberattaque et ses attributions',
    en: 'Ask about a cyberattack and who was accused of it',
    zh: '询问某次网络攻击及其归因',
  },
  arguments: [
    {
      name: 'question',
      names: { fr: 'question', en: 'question', zh: '问题' },
      descriptions: {
        fr: 'La question, en français, en anglais ou en chinois',
        en: 'The question, in French, English or Chinese',
        zh: '问题，可用法语、英语或中文',
      },
      required: true,
      kind: 'text',
    },
    LANGUAGE_ARGUMENT,
    PRIVATE_ARGUMENT,
  ],
  async *handler({
    text,
    lang,
    forcedLang,
    scope,
    signal,
    ask,
    followed,
    commands,
    nameOf,
    message,
    history,
  }) {
    if (text === '') {
      yield { type: 'text', text: helpText(commands, lang, nameOf) };
      return;
    }
    if (text.length > MAX_QUESTION) {
      yield { type: 'text', text: PHRASES[lang].questionTooLong(MAX_QUESTION) };
      return;
    }
    const before = await history();
    yield* ask({
      question: text,
      ...(before.length === 0 ? {} : { history: before }),
      scope,
      signal,
      ...(followed === undefined ? {} : { referenceId: followed.referenceId, onStage: followed.onStage }),
      ...(forcedLang === undefined ? {} : { lang: forcedLang }),
      ...(message.uiLang === undefined ? {} : { clientLang: message.uiLang }),
    });
  },
};
