/** The adapter's own words on Slack, in the three languages. */
import type { AnswerLang } from '../../core/answer.ts';

interface SlackWords {
  /** After the app's name, while it works. */
  readonly searching: string;
  readonly greeting: string;
  readonly examples: string;
  readonly thanks: string;
  readonly noLongerKept: string;
  readonly whatIsWrong: string;
  readonly whatIsWrongHint: string;
  readonly errorReported: string;
  readonly errorNotKept: string;
  readonly noWords: string;
  readonly failure: (referenceId: string) => string;
  readonly on: string;
  readonly off: string;
  readonly homeTitle: string;
  readonly homeHowTo: string;
  readonly homeKnows: (sources: number, passages: number) => string;
  readonly homeLanguages: (languages: string) => string;
  readonly homeRecent: string;
  readonly homeEmpty: string;
  readonly submit: string;
  readonly cancel: string;
  readonly shortcut: string;
  readonly shortcutHint: string;
  readonly appDescription: string;
  readonly agentDescription: string;
  readonly samples: readonly string[];
}

const count = (n: number, lang: AnswerLang): string => new Intl.NumberFormat(lang).format(n);

export const SLACK_WORDS: Record<AnswerLang, SlackWords> = {
  fr: {
    searching: 'cherche dans le corpus…',
    greeting:
      'Bonjour. Je rapporte qui a accusé qui de quelle cyberattaque, sur quelle base, et ce que l’accusé a répondu. Chaque phrase porte sa source. Posez votre question ici.',
    examples: 'Questions auxquelles je peux répondre',
    thanks: 'Merci, votre avis est enregistré.',
    noLongerKept: 'Cette réponse n’est plus conservée. Reposez la question pour en obtenir une nouvelle.',
    whatIsWrong: 'Qu’est-ce qui est faux ?',
    whatIsWrongHint: 'Dites quelle phrase, et si possible quelle source la contredit. L’équipe le relira.',
    errorReported: 'Merci, votre signalement est enregistré avec la référence de la réponse.',
    errorNotKept:
      'Ce signalement n’a pas été enregistré : la réponse n’est plus conservée, ou vous en avez déjà envoyé beaucoup aujourd’hui.',
    noWords: 'Ce message ne contient pas de texte à partir duquel chercher.',
    failure: (id) => `Désolé, une erreur m’en empêche. Référence à communiquer : ${id}.`,
    on: 'oui',
    off: 'non',
    homeTitle: 'Qui accuse qui, et sur quelle base ?',
    homeHowTo:
      'Mentionnez-moi dans un canal, écrivez-moi ici, ou choisissez « Demander à Casebook » dans le menu d’un message. Dans un fil où j’ai répondu, la suite se pose sans mention.',
    homeKnows: (s, p) => `Le corpus contient ${count(s, 'fr')} sources (${count(p, 'fr')} passages).`,
    homeLanguages: (languages) => `Langues des publications : ${languages}.`,
    homeRecent: 'Publications les plus récentes',
    homeEmpty: 'Le corpus est vide : aucune source n’a encore été ajoutée.',
    submit: 'Envoyer',
    cancel: 'Annuler',
    shortcut: 'Demander à Casebook',
    shortcutHint: 'Cherche ce que les sources disent de ce message',
    appDescription:
      'Qui a accusé qui de quelle cyberattaque, sur quelle base : chaque phrase avec sa source.',
    agentDescription:
      'Casebook rapporte qui a accusé qui de quelle cyberattaque, sur quelle base, et ce que l’accusé a répondu. Chaque phrase porte sa source.',
    samples: [
      'Qui a attaqué le ministère tchèque des Affaires étrangères ?',
      'Que répond la Chine aux accusations de cyberattaque ?',
      'Quelles sanctions ont suivi des cyberattaques ?',
    ],
  },
  en: {
    searching: 'is searching the corpus…',
    greeting:
      'Hello. I report who accused whom of which cyberattack, on what basis, and what the accused answered. Every sentence carries its source. Ask me here.',
    examples: 'Questions that I can answer',
    thanks: 'Thank you, your rating is stored.',
    noLongerKept: 'This answer is no longer kept. Ask the question again to get a new one.',
    whatIsWrong: 'What is wrong?',
    whatIsWrongHint: 'Say which sentence, and which source contradicts it if you can. The team will read it.',
    errorReported: 'Thank you, your report is stored with the reference of the answer.',
    errorNotKept:
      'This report was not stored: the answer is no longer kept, or you have sent many already today.',
    noWords: 'This message has no words to search by.',
    failure: (id) => `Sorry, an error keeps me from doing this. Reference to report: ${id}.`,
    on: 'yes',
    off: 'no',
    homeTitle: 'Who accuses whom, and on what basis?',
    homeHowTo:
      'Mention me in a channel, write to me here, or choose “Ask Casebook about this” in the menu of a message. In a thread where I have answered, follow-ups need no mention.',
    homeKnows: (s, p) => `The corpus holds ${count(s, 'en')} sources (${count(p, 'en')} passages).`,
    homeLanguages: (languages) => `Languages of the publications: ${languages}.`,
    homeRecent: 'Most recent publications',
    homeEmpty: 'The corpus is empty: no source has been added yet.',
    submit: 'Send',
    cancel: 'Cancel',
    shortcut: 'Ask Casebook about this',
    shortcutHint: 'Searches what the sources say about this message',
    appDescription: 'Who accused whom of which cyberattack, on what basis: every sentence with its source.',
    agentDescription:
      'Casebook reports who accused whom of which cyberattack, on what basis, and what the accused answered. Every sentence carries its source.',
    samples: [
      'Who attacked the Czech foreign ministry?',
      'What does China answer to accusations of cyberattacks?',
      'Which sanctions followed cyberattacks?',
    ],
  },
  zh: {
    searching: '正在检索语料库…',
    greeting:
      '您好。我报告谁就哪次网络攻击指控了谁、依据是什么、被指控者如何回应。每句话都注明来源。请在此提问。',
    examples: '我可以回答的问题',
    thanks: '谢谢，您的评价已保存。',
    noLongerKept: '此回答已不再保存，请重新提问。',
    whatIsWrong: '哪里有误？',
    whatIsWrongHint: '请指出是哪句话；如有可能，说明哪个来源与之矛盾。团队会查看。',
    errorReported: '谢谢，您的报告已与回答编号一并保存。',
    errorNotKept: '此报告未保存：该回答已不再保存，或您今天已提交多份报告。',
    noWords: '此消息没有可供检索的文字。',
    failure: (id) => `抱歉，发生错误，无法完成。请提供此编号：${id}。`,
    on: '是',
    off: '否',
    homeTitle: '谁指控了谁，依据是什么？',
    homeHowTo:
      '在频道中提及我、在此给我发消息，或在消息菜单中选择“就此询问 Casebook”。在我回答过的消息列中，追问无需提及。',
    homeKnows: (s, p) => `语料库共有 ${count(s, 'zh')} 个来源（${count(p, 'zh')} 个段落）。`,
    homeLanguages: (languages) => `发布语言：${languages}。`,
    homeRecent: '最新发布',
    homeEmpty: '语料库为空：尚未添加任何来源。',
    submit: '发送',
    cancel: '取消',
    shortcut: '就此询问 Casebook',
    shortcutHint: '检索来源对此消息的说法',
    appDescription: '谁就哪次网络攻击指控了谁，依据是什么：每句话都注明来源。',
    agentDescription:
      'Casebook 报告谁就哪次网络攻击指控了谁、依据是什么、被指控者如何回应。每句话都注明来源。',
    samples: ['捷克外交部遭到了谁的攻击？', '中国如何回应网络攻击指控？', '哪些网络攻击引发了制裁？'],
  },
};
