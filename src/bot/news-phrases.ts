/** What `/news` says by itself, in three languages; what the desk says comes from there. */
import type { AnswerLang } from '../core/answer.ts';

export interface NewsPhrases {
  readonly notSetUp: string;
  readonly adminsOnly: string;
  readonly none: string;
  readonly listed: (count: number) => string;
  readonly troubles: string;
  readonly choose: (command: string) => string;
  readonly unknown: (id: string) => string;
  readonly which: string;
  readonly paused: (id: string) => string;
  readonly resumed: (id: string) => string;
  readonly removed: (id: string) => string;
  readonly fromFile: (id: string) => string;
  readonly notBrought: (link: string) => string;
}

export const NEWS_PHRASES: Record<AnswerLang, NewsPhrases> = {
  fr: {
    notSetUp: 'Les actualités ne sont pas en service ici.',
    adminsOnly: 'Seules les personnes qui administrent cet espace peuvent changer les abonnements.',
    none: 'Ce canal n’a pas encore d’abonnement.',
    listed: (n) => (n === 1 ? 'Ce canal a un abonnement :' : `Ce canal a ${n} abonnements :`),
    troubles: 'Ce qui ne va pas :',
    choose: (command) => `Ce site a plusieurs flux. Choisissez-en un, puis : /${command} et son adresse.`,
    unknown: (id) => `Ce canal n’a pas d’abonnement « ${id} ».`,
    which: 'Lequel ? Ajoutez son identifiant :',
    paused: (id) => `${id} est en pause : rien n’en sera publié d’ici la reprise.`,
    resumed: (id) => `${id} reprend.`,
    removed: (id) => `${id} est retiré. Ce qui a été publié reste.`,
    fromFile: (id) =>
      `${id} est défini par le fichier des abonnements : retirez-le de ce fichier. Ici, vous pouvez le mettre en pause.`,
    notBrought: (link) =>
      `Aucun flux suivi ici n’a apporté ${link}. Vérifiez l’adresse ; un article ancien peut aussi avoir été oublié.`,
  },
  en: {
    notSetUp: 'News are not set up here.',
    adminsOnly: 'Only those who administer this workspace may change subscriptions.',
    none: 'This channel has no subscription yet.',
    listed: (n) => (n === 1 ? 'This channel has one subscription:' : `This channel has ${n} subscriptions:`),
    troubles: 'What is wrong:',
    choose: (command) => `This site has several feeds. Choose one, then: /${command} and its address.`,
    unknown: (id) => `This channel has no subscription “${id}”.`,
    which: 'Which one? Add its id:',
    paused: (id) => `${id} is paused: nothing of it will be posted until it is resumed.`,
    resumed: (id) => `${id} goes on.`,
    removed: (id) => `${id} is removed. What was posted stays.`,
    fromFile: (id) => `${id} is set in the file of subscriptions: remove it there. Here you can pause it.`,
    notBrought: (link) =>
      `No feed that is followed here has brought ${link}. Check the address; an old item may also have been forgotten.`,
  },
  zh: {
    notSetUp: '此处未启用新闻功能。',
    adminsOnly: '只有此工作区的管理员可以更改订阅。',
    none: '本频道还没有订阅。',
    listed: (n) => `本频道有 ${n} 个订阅：`,
    troubles: '存在的问题：',
    choose: (command) => `该网站有多个订阅源。请选择一个，然后输入：/${command} 及其地址。`,
    unknown: (id) => `本频道没有订阅“${id}”。`,
    which: '哪一个？请加上编号：',
    paused: (id) => `${id} 已暂停：恢复之前不会发布其内容。`,
    resumed: (id) => `${id} 已恢复。`,
    removed: (id) => `${id} 已取消。已发布的内容仍保留。`,
    fromFile: (id) => `${id} 由订阅文件设定：请在该文件中删除。在此处可以暂停它。`,
    notBrought: (link) => `此处关注的订阅源没有带来 ${link}。请核对地址；旧的条目也可能已被清除。`,
  },
};
