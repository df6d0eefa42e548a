/** The adapter's own words, in the three languages. */
import type { AnswerLang } from '../../core/answer.ts';

export interface AdapterPhrases {
  readonly ratedUp: string;
  readonly ratedDown: string;
  readonly errorReported: string;
  readonly errorNotKept: string;
  /** The answer whose button was pressed is no longer stored. */
  readonly notKept: string;
  readonly broken: (referenceId: string) => string;
  /** Discord's time for the answer is over, and nothing more can be added. */
  readonly cut: string;
  /** The answer goes on in a message of its own. */
  readonly goesOn: string;
  /** What has no room in the messages that are left. */
  readonly restInFile: string;
  readonly fileName: string;
  /** Leads an answer that could not be given where the question was asked. */
  readonly cannotWriteThere: string;
}

export const ADAPTER_PHRASES: Record<AnswerLang, AdapterPhrases> = {
  fr: {
    ratedUp: 'Merci, c’est noté : cette réponse vous a aidé.',
    ratedDown: 'Merci, c’est noté : cette réponse ne vous a pas aidé.',
    errorReported: 'Merci, votre signalement est enregistré avec la référence de la réponse.',
    errorNotKept:
      'Ce signalement n’a pas été enregistré : la réponse n’est plus conservée, ou vous en avez déjà envoyé beaucoup aujourd’hui.',
    notKept: 'Cette réponse n’est plus conservée. Reposez la question pour en obtenir une nouvelle.',
    broken: (id) => `Désolé, une erreur s’est produite. Référence à communiquer : ${id}.`,
    cut: 'La réponse s’arrête ici : Discord n’accorde que quinze minutes. Reposez la question pour la suite.',
    goesOn: 'La réponse complète suit dans un autre message.',
    restInFile: 'La suite de la réponse se trouve dans le fichier joint.',
    fileName: 'suite.md',
    cannotWriteThere: 'Je ne peux pas écrire là où vous avez posé la question. Voici la réponse.',
  },
  en: {
    ratedUp: 'Thank you, noted: this answer helped you.',
    ratedDown: 'Thank you, noted: this answer did not help you.',
    errorReported: 'Thank you, your report is stored with the reference of the answer.',
    errorNotKept:
      'This report was not stored: the answer is no longer kept, or you have sent many already today.',
    notKept: 'This answer is no longer kept. Ask again to get a new one.',
    broken: (id) => `Sorry, something went wrong. Reference to report: ${id}.`,
    cut: 'The answer ends here: Discord allows fifteen minutes. Ask again for the rest.',
    goesOn: 'The whole answer follows in another message.',
    restInFile: 'The rest of the answer is in the attached file.',
    fileName: 'rest.md',
    cannotWriteThere: 'I cannot write where you asked. Here is the answer.',
  },
  zh: {
    ratedUp: '谢谢，已记录：这个回答对您有帮助。',
    ratedDown: '谢谢，已记录：这个回答对您没有帮助。',
    errorReported: '谢谢，您的报告已与回答编号一并保存。',
    errorNotKept: '此报告未保存：该回答已不再保存，或您今天已提交多份报告。',
    notKept: '这个回答已不再保存，请重新提问。',
    broken: (id) => `抱歉，发生错误。请提供此编号：${id}。`,
    cut: '回答到此为止：Discord 只允许十五分钟。如需其余内容，请重新提问。',
    goesOn: '完整的回答在另一条消息中。',
    restInFile: '回答的其余部分在附件中。',
    fileName: 'rest.md',
    cannotWriteThere: '我无法在您提问的地方发言。回答如下。',
  },
};
