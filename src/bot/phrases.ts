/** The bot's own words, in the three languages it speaks. */
import type { AnswerLang } from '../core/answer.ts';

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
  readonly corpusHolds: (sources: number, passages: number) => string;
  readonly corpusLanguages: (languages: readonly string[]) => string;
  readonly corpusRecent: string;
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
      `Vous avez posé beaucoup de questions. Je pourrai répondre de nouveau dans ${s} ${plural(s, 'seconde', 'secondes')}.`,
    stopping: 'Je suis en train de m’arrêter. Reposez votre question dans un instant.',
    failure: (id) => `Désolé, une erreur m’empêche de répondre. Référence à communiquer : ${id}.`,
    tooSlow: (id) => `Désolé, la réponse a pris trop de temps. Référence à communiquer : ${id}.`,
    corpusEmpty: 'Le corpus est vide : aucune source n’a encore été ajoutée.',
    corpusHolds: (s, p) =>
      `Le corpus contient ${count(s, 'fr')} ${plural(s, 'source', 'sources')} (${count(p, 'fr')} ${plural(p, 'passage', 'passages')}).`,
    corpusLanguages: (languages) => `Langues des publications : ${languages.join(', ')}.`,
    corpusRecent: 'Publications les plus récentes :',
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
      `You have asked many questions. I can answer again in ${s} ${plural(s, 'second', 'seconds')}.`,
    stopping: 'I am shutting down. Please ask again in a moment.',
    failure: (id) => `Sorry, an error keeps me from answering. Reference to report: ${id}.`,
    tooSlow: (id) => `Sorry, the answer took too long. Reference to report: ${id}.`,
    corpusEmpty: 'The corpus is empty: no source has been added yet.',
    corpusHolds: (s, p) =>
      `The corpus holds ${count(s, 'en')} ${plural(s, 'source', 'sources')} (${count(p, 'en')} ${plural(p, 'passage', 'passages')}).`,
    corpusLanguages: (languages) => `Languages of the publications: ${languages.join(', ')}.`,
    corpusRecent: 'Most recent publications:',
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
    rateLimited: (s) => `您提问过于频繁，请在 ${s} 秒后再试。`,
    stopping: '服务正在停止，请稍后再提问。',
    failure: (id) => `抱歉，发生错误，无法回答。请提供此编号：${id}。`,
    tooSlow: (id) => `抱歉，回答超时。请提供此编号：${id}。`,
    corpusEmpty: '语料库为空：尚未添加任何来源。',
    corpusHolds: (s, p) => `语料库共有 ${count(s, 'zh')} 个来源（${count(p, 'zh')} 个段落）。`,
    corpusLanguages: (languages) => `发布语言：${languages.join('、')}。`,
    corpusRecent: '最新发布：',
  },
};
