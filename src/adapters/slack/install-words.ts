/** What a person reads after installing the app. */
import type { AnswerLang } from '../../core/answer.ts';

interface InstallWords {
  readonly done: (workspace: string) => string;
  readonly next: string;
  readonly cancelled: string;
  /** It took too long, was begun in another browser, or the word came twice. */
  readonly failed: string;
  /** Slack, the database or a setting is to blame: nobody who reads this. */
  readonly trouble: string;
  readonly organisation: string;
  readonly again: string;
}

export const INSTALL_WORDS: Readonly<Record<AnswerLang, InstallWords>> = {
  fr: {
    done: (workspace) => `Casebook est installé dans ${workspace}.`,
    next: 'Ouvrez Slack et posez-lui une question, ou invitez-le dans un canal.',
    cancelled: 'L’installation a été annulée ; rien n’a changé.',
    failed:
      'L’installation n’a pas abouti : elle a pris trop de temps ou a commencé dans un autre navigateur.',
    trouble:
      'L’installation n’a pas abouti : Slack ou ce serveur a un ennui passager. Réessayez dans quelques minutes ; si cela dure, prévenez qui vous a donné ce lien.',
    organisation:
      'Casebook s’installe dans un espace de travail, pas dans une organisation entière : choisissez un espace.',
    again: 'Recommencer',
  },
  en: {
    done: (workspace) => `Casebook is installed in ${workspace}.`,
    next: 'Open Slack and ask it a question, or invite it to a channel.',
    cancelled: 'The installation was cancelled; nothing has changed.',
    failed: 'The installation did not come to its end: it took too long, or began in another browser.',
    trouble:
      'The installation did not come to its end: Slack or this server is in trouble. Try again in a few minutes; if that does not help, tell whoever gave you this link.',
    organisation: 'Casebook is installed in a workspace, not in a whole organization: choose a workspace.',
    again: 'Try again',
  },
  zh: {
    done: (workspace) => `Casebook 已安装到 ${workspace}。`,
    next: '打开 Slack 向它提问，或把它邀请到频道中。',
    cancelled: '安装已取消，没有任何改动。',
    failed: '安装未能完成：用时过长，或是在另一个浏览器中开始的。',
    trouble:
      '安装未能完成：Slack 或本服务器暂时出现问题。请几分钟后重试；如仍不成功，请告知向您提供此链接的人。',
    organisation: 'Casebook 只能安装到单个工作区，不能安装到整个组织：请选择一个工作区。',
    again: '重试',
  },
};
