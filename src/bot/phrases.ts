/** The bot's own words, in the three languages it speaks. */
import type { AnswerLang } from '../core/answer.ts';
import type { Forgotten } from './bot-store.ts';

/** Seconds above which a wait is told in minutes: then the workspace's day is used up. */
const LONG_WAIT = 300;

export interface Phrases {
  readonly help: readonly string[];
  readonly unknownCommand: (name: string) => string;
  /** @param limit characters. */
  readonly questionTooLong: (limit: number) => string;
  readonly tooManyWaiting: string;
  readonly busy: string;
  /** @param seconds until the next question is taken. */
  readonly rateLimited: (seconds: number) => string;
  readonly stopping: string;
  readonly failure: (referenceId: string) => string;
  readonly tooSlow: (referenceId: string) => string;
  readonly corpusEmpty: string;
  readonly caseUnknown: (typed: string) => string;
  readonly caseWhich: string;
  readonly usage: (command: string) => string;
  readonly unknownOption: (option: string) => string;
  readonly badValue: (option: string, value: string) => string;
  readonly adminsOnly: string;
  readonly settingsNow: string;
  readonly settingsSaved: (level: 'channel' | 'workspace') => string;
  /** Where the bot keeps nothing: a terminal. */
  readonly nothingKept: string;
  readonly forgotten: (what: Forgotten) => string;
  readonly reportKept: string;
  /** @param reference as it was typed. */
  readonly reportNotKept: (reference: string) => string;
  /** @param limit characters. */
  readonly reportTooLong: (limit: number) => string;
  /** The bot does not answer in this channel. */
  readonly notHere: string;
  /** The person is not among those who may ask. */
  readonly notForYou: string;
  /** A message that was taken long ago and can no longer be answered. */
  readonly interrupted: string;
}

const count = (n: number, lang: string): string => new Intl.NumberFormat(lang).format(n);
const plural = (n: number, one: string, more: string): string => (n === 1 ? one : more);

export const PHRASES: Record<AnswerLang, Phrases> = {
  fr: {
    help: [
      'Casebook rapporte qui a accusé qui de quelle cyberattaque, sur quelle base, et ce que l’accusé a répondu. Chaque phrase porte sa source.',
      'Posez une question, par exemple : « Qui a attaqué le ministère tchèque des Affaires étrangères ? »',
    ],
    unknownCommand: (name) => `Je ne connais pas la commande « ${name} ».`,
    questionTooLong: (limit) =>
      `Cette question est trop longue pour moi. Pouvez-vous la résumer en ${count(limit, 'fr')} caractères au plus ?`,
    tooManyWaiting:
      'Plusieurs de vos questions attendent déjà leur réponse. Reposez celle-ci un peu plus tard.',
    busy: 'Trop de questions arrivent en ce moment. Reposez la vôtre dans un instant.',
    rateLimited: (s) =>
      s > LONG_WAIT
        ? `Beaucoup de questions ont été posées ici. Je pourrai répondre de nouveau dans environ ${Math.ceil(s / 60)} minutes.`
        : `Vous avez posé beaucoup de questions. Je pourrai répondre de nouveau dans ${s} ${plural(s, 'seconde', 'secondes')}.`,
    stopping: 'Je suis en train de m’arrêter. Reposez votre question dans un instant.',
    failure: (id) => `Désolé, une erreur m’empêche de répondre. Référence à communiquer : ${id}.`,
    tooSlow: (id) => `Désolé, la réponse a pris trop de temps. Référence à communiquer : ${id}.`,
    corpusEmpty: 'Le corpus est vide : aucune source n’a encore été ajoutée.',
    caseUnknown: (typed) => `Je ne connais pas d’affaire qui corresponde à « ${typed} ».`,
    caseWhich: 'Plusieurs affaires correspondent. Laquelle ?',
    usage: (command) => `Utilisation de ${command} :`,
    unknownOption: (option) => `Je ne connais pas l’option « ${option} ».`,
    badValue: (option, value) => `« ${value} » n’est pas une valeur permise pour « ${option} ».`,
    adminsOnly: 'Seules les personnes qui administrent cet espace peuvent changer ce réglage.',
    settingsNow: 'Réglages en vigueur ici :',
    settingsSaved: (level) =>
      level === 'channel' ? 'C’est réglé pour ce canal.' : 'C’est réglé pour tout l’espace.',
    nothingKept: 'Rien n’est enregistré ici.',
    forgotten: ({ answers, ratings, reports }) =>
      `Supprimé : ${count(answers, 'fr')} ${plural(answers, 'question et sa réponse', 'questions et leurs réponses')}, ${count(ratings, 'fr')} avis, ${count(reports, 'fr')} ${plural(reports, 'signalement d’erreur', 'signalements d’erreur')}. Les messages déjà publiés restent dans la conversation.`,
    reportKept: 'Merci, l’erreur est signalée à ceux qui s’occupent de Casebook.',
    reportNotKept: (reference) =>
      `Ce signalement n’a pas été enregistré : aucune réponse n’est conservée sous la référence « ${reference} », ou vous en avez déjà envoyé beaucoup aujourd’hui.`,
    reportTooLong: (limit) =>
      `Ce signalement est trop long. Pouvez-vous le résumer en ${count(limit, 'fr')} caractères au plus ?`,
    notHere: 'Je ne réponds pas dans ce canal. Vous pouvez me poser la question en message privé.',
    notForYou: 'Je ne réponds ici qu’aux personnes désignées par l’administration de cet espace.',
    interrupted:
      'J’ai été arrêté avant d’avoir pu répondre. Reposez votre question si elle est encore utile.',
  },
  en: {
    help: [
      'Casebook reports who accused whom of which cyberattack, on what basis, and what the accused answered. Every sentence carries its source.',
      'Ask a question, for instance: “Who attacked the Czech foreign ministry?”',
    ],
    unknownCommand: (name) => `I do not know the command “${name}”.`,
    questionTooLong: (limit) =>
      `This question is too long for me. Could you put it in ${count(limit, 'en')} characters or fewer?`,
    tooManyWaiting:
      'Several of your questions are still waiting for an answer. Please ask this one a little later.',
    busy: 'Too many questions are arriving right now. Please ask again in a moment.',
    rateLimited: (s) =>
      s > LONG_WAIT
        ? `Many questions have been asked here. I can answer again in about ${Math.ceil(s / 60)} minutes.`
        : `You have asked many questions. I can answer again in ${s} ${plural(s, 'second', 'seconds')}.`,
    stopping: 'I am shutting down. Please ask again in a moment.',
    failure: (id) => `Sorry, an error keeps me from answering. Reference to report: ${id}.`,
    tooSlow: (id) => `Sorry, the answer took too long. Reference to report: ${id}.`,
    corpusEmpty: 'The corpus is empty: no source has been added yet.',
    caseUnknown: (typed) => `I know no case that fits “${typed}”.`,
    caseWhich: 'Several cases fit. Which one?',
    usage: (command) => `How to use ${command}:`,
    unknownOption: (option) => `I do not know the option “${option}”.`,
    badValue: (option, value) => `“${value}” is not allowed for “${option}”.`,
    adminsOnly: 'Only those who administer this workspace may change this.',
    settingsNow: 'Settings that hold here:',
    settingsSaved: (level) =>
      level === 'channel' ? 'Saved for this channel.' : 'Saved for the whole workspace.',
    nothingKept: 'Nothing is stored here.',
    forgotten: ({ answers, ratings, reports }) =>
      `Deleted: ${count(answers, 'en')} ${plural(answers, 'question with its answer', 'questions with their answers')}, ${count(ratings, 'en')} ${plural(ratings, 'rating', 'ratings')}, ${count(reports, 'en')} ${plural(reports, 'report of an error', 'reports of errors')}. Messages already posted stay in the conversation.`,
    reportKept: 'Thank you: the error is reported to those who look after Casebook.',
    reportNotKept: (reference) =>
      `This report was not stored: no answer is kept under the reference “${reference}”, or you have sent many today.`,
    reportTooLong: (limit) =>
      `This report is too long. Could you put it in ${count(limit, 'en')} characters or fewer?`,
    notHere: 'I do not answer in this channel. You can ask me in a direct message.',
    notForYou: 'Here I answer only people chosen by those who administer this workspace.',
    interrupted: 'I was stopped before I could answer. Please ask again if it still matters.',
  },
  zh: {
    help: [
      'Casebook 报告谁就哪次网络攻击指控了谁、依据是什么、被指控者如何回应。每句话都注明来源。',
      '请直接提问，例如：“捷克外交部遭到了谁的攻击？”',
    ],
    unknownCommand: (name) => `没有“${name}”这个命令。`,
    questionTooLong: (limit) => `这个问题太长了，请缩短到 ${count(limit, 'zh')} 个字符以内。`,
    tooManyWaiting: '您已有多个问题在等待回答，请稍后再提出这个问题。',
    busy: '当前提问过多，请稍后再试。',
    rateLimited: (s) =>
      s > LONG_WAIT
        ? `此处的提问次数已达上限，请在约 ${Math.ceil(s / 60)} 分钟后再试。`
        : `您提问过于频繁，请在 ${s} 秒后再试。`,
    stopping: '服务正在停止，请稍后再提问。',
    failure: (id) => `抱歉，发生错误，无法回答。请提供此编号：${id}。`,
    tooSlow: (id) => `抱歉，回答超时。请提供此编号：${id}。`,
    corpusEmpty: '语料库为空：尚未添加任何来源。',
    caseUnknown: (typed) => `没有与“${typed}”相符的案件。`,
    caseWhich: '有多个案件相符，请选择：',
    usage: (command) => `${command} 的用法：`,
    unknownOption: (option) => `没有“${option}”这个选项。`,
    badValue: (option, value) => `“${option}”不接受“${value}”。`,
    adminsOnly: '只有此工作区的管理员可以更改此设置。',
    settingsNow: '此处当前的设置：',
    settingsSaved: (level) => (level === 'channel' ? '已为本频道保存。' : '已为整个工作区保存。'),
    nothingKept: '此处不保存任何数据。',
    forgotten: ({ answers, ratings, reports }) =>
      `已删除：${count(answers, 'zh')} 个提问及其回答，${count(ratings, 'zh')} 条评价，${count(reports, 'zh')} 条错误报告。已发布的消息仍保留在对话中。`,
    reportKept: '谢谢，错误已报告给 Casebook 的维护者。',
    reportNotKept: (reference) => `此报告未能保存：没有编号为“${reference}”的回答，或您今天已提交过多报告。`,
    reportTooLong: (limit) => `此报告太长，请缩短到 ${count(limit, 'zh')} 个字符以内。`,
    notHere: '我不在此频道回答问题，您可以私信向我提问。',
    notForYou: '在此处我只回答管理员指定的人员。',
    interrupted: '我在回答之前被停止了。如仍有需要，请重新提问。',
  },
};
