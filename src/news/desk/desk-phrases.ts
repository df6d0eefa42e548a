/** What the desk says to people, in three languages. */
import type { AnswerLang } from '../../core/answer.ts';

export interface DeskPhrases {
  readonly notHere: string;
  readonly noSubject: string;
  readonly subjectTooLong: (limit: number) => string;
  readonly emptyTopic: (words: string) => string;
  /** @param reason a sentence of its own. */
  readonly noFeed: (url: string, reason: string) => string;
  readonly twice: (id: string) => string;
  readonly channelFull: (limit: number) => string;
  readonly workspaceFull: (limit: number) => string;
  readonly feedsFull: (limit: number) => string;
  readonly subscribed: (line: string) => string;
  readonly nextLive: string;
  readonly nextDigest: (when: string) => string;
  readonly preview: (id: string) => string;
  readonly feed: (title: string, url: string) => string;
  readonly topic: (words: string) => string;
  readonly filter: (text: string) => string;
  readonly live: (max: number) => string;
  readonly digest: (when: string) => string;
  readonly never: string;
  readonly quiet: (from: string, to: string) => string;
  /** Of the posts. */
  readonly languages: Readonly<Record<AnswerLang, string>>;
  readonly paused: string;
  readonly pausedBecause: (reason: string) => string;
  readonly feedGone: string;
  readonly feedDisabled: (reason: string) => string;
  readonly feedTrouble: (reason: string) => string;
  readonly feedNew: string;
  readonly digestAt: (when: string) => string;
  readonly fromFile: string;
  readonly given: (id: string, kind: string, attempts: number, when: string, error: string) => string;
  readonly posts: Readonly<Record<'story' | 'update' | 'digest' | 'notice', string>>;
  readonly several: string;
  readonly nothingNow: string;
  readonly join: string;
}

export const DESK_PHRASES: Record<AnswerLang, DeskPhrases> = {
  fr: {
    notHere:
      'Je ne peux pas publier ici : abonnez un canal de Slack ou de Discord. Ici, « preview » et « why » fonctionnent.',
    noSubject: 'Dites à quoi s’abonner : l’adresse d’un flux ou d’un site, ou des mots à chercher.',
    subjectTooLong: (limit) => `C’est trop long : ${limit} caractères au plus.`,
    emptyTopic: (words) =>
      `« ${words} » ne nomme rien que je puisse chercher : écrivez un acteur, un pays ou des mots du sujet.`,
    noFeed: (url, reason) => `Je n’ai pas trouvé de flux à l’adresse ${url}. ${reason}`,
    twice: (id) => `Ce canal a déjà cet abonnement : ${id}.`,
    channelFull: (limit) => `Ce canal a déjà ${limit} abonnements, le maximum. Retirez-en un d’abord.`,
    workspaceFull: (limit) => `Cet espace a déjà ${limit} abonnements, le maximum. Retirez-en un d’abord.`,
    feedsFull: (limit) => `Cet espace suit déjà ${limit} flux, le maximum. Retirez un abonnement d’abord.`,
    subscribed: (line) => `Abonnement créé. ${line}`,
    nextLive: 'Ce qui est déjà dans le flux n’est pas publié : le prochain sujet qui convient le sera ici.',
    nextDigest: (when) => `Ce qui est déjà dans le flux n’est pas publié. Premier digest : ${when}.`,
    preview: (id) => `« preview ${id} » montre ce qui serait publié maintenant.`,
    feed: (title, url) => (title === '' ? `flux ${url}` : `flux « ${title} » (${url})`),
    topic: (words) => (words === '' ? 'tous les flux' : `sujet « ${words} »`),
    filter: (text) => `filtre : ${text}`,
    live: (max) => `dès parution, ${max} par heure au plus`,
    digest: (when) => `digest ${when}`,
    never: 'jamais',
    quiet: (from, to) => `silence de ${from} à ${to}`,
    languages: { fr: 'en français', en: 'en anglais', zh: 'en chinois' },
    paused: 'EN PAUSE',
    pausedBecause: (reason) => `EN PAUSE : ${reason}`,
    feedGone: 'le flux a été retiré',
    feedDisabled: (reason) => `FLUX ARRÊTÉ : ${reason}`,
    feedTrouble: (reason) => `dernier relevé sans succès : ${reason}`,
    feedNew: 'pas encore relevé',
    digestAt: (when) => `prochain digest : ${when}`,
    fromFile: 'défini par le fichier des abonnements',
    given: (id, kind, attempts, when, error) =>
      `${id} : ${kind}, abandonné le ${when} après ${attempts} essais (${error}).`,
    posts: {
      story: 'publication d’un sujet',
      update: 'suite d’un sujet',
      digest: 'digest',
      notice: 'avis sur un flux',
    },
    several: 'Ce site a plusieurs flux ; donnez l’adresse de l’un d’eux :',
    nothingNow: 'Rien à publier en ce moment.',
    join: ' · ',
  },
  en: {
    notHere: 'I cannot post here: subscribe a channel of Slack or Discord. Here, “preview” and “why” work.',
    noSubject: 'Say what to subscribe to: the address of a feed or a site, or words to look for.',
    subjectTooLong: (limit) => `This is too long: ${limit} characters at most.`,
    emptyTopic: (words) =>
      `“${words}” names nothing that I could look for: write an actor, a country or words of the subject.`,
    noFeed: (url, reason) => `I found no feed at ${url}. ${reason}`,
    twice: (id) => `This channel has this subscription already: ${id}.`,
    channelFull: (limit) =>
      `This channel has ${limit} subscriptions, the most there can be. Remove one first.`,
    workspaceFull: (limit) =>
      `This workspace has ${limit} subscriptions, the most there can be. Remove one first.`,
    feedsFull: (limit) =>
      `This workspace follows ${limit} feeds, the most there can be. Remove a subscription first.`,
    subscribed: (line) => `Subscribed. ${line}`,
    nextLive: 'What is in the feed already is not posted: the next story that fits will be posted here.',
    nextDigest: (when) => `What is in the feed already is not posted. First digest: ${when}.`,
    preview: (id) => `“preview ${id}” shows what would be posted now.`,
    feed: (title, url) => (title === '' ? `feed ${url}` : `feed “${title}” (${url})`),
    topic: (words) => (words === '' ? 'all feeds' : `topic “${words}”`),
    filter: (text) => `filter: ${text}`,
    live: (max) => `as it is reported, ${max} an hour at most`,
    digest: (when) => `digest ${when}`,
    never: 'never',
    quiet: (from, to) => `quiet from ${from} to ${to}`,
    languages: { fr: 'in French', en: 'in English', zh: 'in Chinese' },
    paused: 'PAUSED',
    pausedBecause: (reason) => `PAUSED: ${reason}`,
    feedGone: 'the feed was removed',
    feedDisabled: (reason) => `FEED STOPPED: ${reason}`,
    feedTrouble: (reason) => `last poll failed: ${reason}`,
    feedNew: 'not polled yet',
    digestAt: (when) => `next digest: ${when}`,
    fromFile: 'set in the file of subscriptions',
    given: (id, kind, attempts, when, error) =>
      `${id}: ${kind}, given up on ${when} after ${attempts} attempts (${error}).`,
    posts: {
      story: 'post of a story',
      update: 'update of a story',
      digest: 'digest',
      notice: 'notice about a feed',
    },
    several: 'This site has several feeds; give the address of one of them:',
    nothingNow: 'Nothing to post at the moment.',
    join: ' · ',
  },
  zh: {
    notHere: '我无法在此处发布：请在 Slack 或 Discord 频道中订阅。此处可以使用“preview”和“why”。',
    noSubject: '请说明订阅什么：订阅源或网站的地址，或要查找的词。',
    subjectTooLong: (limit) => `内容太长：最多 ${limit} 个字符。`,
    emptyTopic: (words) => `“${words}”没有可查找的内容：请写行为者、国家或主题词。`,
    noFeed: (url, reason) => `在 ${url} 没有找到订阅源。${reason}`,
    twice: (id) => `本频道已有此订阅：${id}。`,
    channelFull: (limit) => `本频道已有 ${limit} 个订阅，达到上限。请先取消一个。`,
    workspaceFull: (limit) => `本工作区已有 ${limit} 个订阅，达到上限。请先取消一个。`,
    feedsFull: (limit) => `本工作区已关注 ${limit} 个订阅源，达到上限。请先取消一个订阅。`,
    subscribed: (line) => `已订阅。${line}`,
    nextLive: '订阅源中已有的内容不会发布：下一条符合条件的新闻将发布在此处。',
    nextDigest: (when) => `订阅源中已有的内容不会发布。首次摘要：${when}。`,
    preview: (id) => `“preview ${id}”显示现在会发布的内容。`,
    feed: (title, url) => (title === '' ? `订阅源 ${url}` : `订阅源“${title}”（${url}）`),
    topic: (words) => (words === '' ? '全部订阅源' : `主题“${words}”`),
    filter: (text) => `筛选：${text}`,
    live: (max) => `即时发布，每小时最多 ${max} 条`,
    digest: (when) => `摘要：${when}`,
    never: '从不',
    quiet: (from, to) => `${from} 至 ${to} 免打扰`,
    languages: { fr: '法语', en: '英语', zh: '中文' },
    paused: '已暂停',
    pausedBecause: (reason) => `已暂停：${reason}`,
    feedGone: '订阅源已删除',
    feedDisabled: (reason) => `订阅源已停用：${reason}`,
    feedTrouble: (reason) => `上次读取失败：${reason}`,
    feedNew: '尚未读取',
    digestAt: (when) => `下次摘要：${when}`,
    fromFile: '由订阅文件设定',
    given: (id, kind, attempts, when, error) =>
      `${id}：${kind}，尝试 ${attempts} 次后于 ${when} 放弃（${error}）。`,
    posts: { story: '新闻', update: '后续', digest: '摘要', notice: '订阅源通知' },
    several: '该网站有多个订阅源，请给出其中一个的地址：',
    nothingNow: '目前没有可发布的内容。',
    join: ' · ',
  },
};
