/** The subcommands of `/news` and their arguments. */
import type { CommandArgument, Subcommand } from './command.ts';
import { LANGUAGE_ARGUMENT, PRIVATE_ARGUMENT } from './common-arguments.ts';

const optional = { required: false, kind: 'text' } as const;

const SUBJECT: CommandArgument = {
  name: 'subject',
  names: { fr: 'sujet', en: 'subject', zh: '主题' },
  descriptions: {
    fr: 'L’adresse d’un flux ou d’un site, ou des mots à chercher dans tous les flux',
    en: 'The address of a feed or a site, or words to look for in every feed',
    zh: '订阅源或网站的地址，或在所有订阅源中查找的词',
  },
  required: true,
  kind: 'text',
};

const ID: CommandArgument = {
  name: 'subscription',
  names: { fr: 'abonnement', en: 'subscription', zh: '订阅' },
  descriptions: {
    fr: 'Son identifiant dans la liste ; inutile s’il n’y en a qu’un',
    en: 'Its id in the list; not needed where there is but one',
    zh: '列表中的编号；只有一个订阅时可省略',
  },
  ...optional,
};

const SUBSCRIBE_OPTIONS: readonly CommandArgument[] = [
  {
    name: 'filter',
    names: { fr: 'filtre', en: 'filter', zh: '筛选' },
    descriptions: {
      fr: 'pays:Chine ET (type:démenti OU acteur:APT31) SAUF éditeur:"Global Times"',
      en: 'country:China AND (kind:denial OR actor:APT31) NOT publisher:"Global Times"',
      zh: '国家:中国 和 (类型:否认 或 行为者:APT31) 非 媒体:"Global Times"',
    },
    ...optional,
  },
  {
    name: 'mode',
    names: { fr: 'mode', en: 'mode', zh: '模式' },
    descriptions: {
      fr: 'Dès parution, ou en digest à heures fixes',
      en: 'As it is reported, or as a digest at set times',
      zh: '即时发布，或定时摘要',
    },
    required: false,
    kind: 'choice',
    choices: [
      { value: 'live', labels: { fr: 'dès parution', en: 'live', zh: '即时' } },
      { value: 'digest', labels: { fr: 'digest', en: 'digest', zh: '摘要' } },
    ],
  },
  {
    name: 'schedule',
    names: { fr: 'horaire', en: 'schedule', zh: '时间' },
    descriptions: {
      fr: 'Du digest : « chaque jour 08:00 », « lundi 08:00 », ou cinq champs de cron',
      en: 'Of the digest: “daily 08:00”, “mon 08:00”, or five fields of cron',
      zh: '摘要时间：“每天 08:00”、“每周一 08:00”，或五段 cron',
    },
    ...optional,
  },
  {
    name: 'timezone',
    names: { fr: 'fuseau', en: 'timezone', zh: '时区' },
    descriptions: {
      fr: 'Fuseau horaire, par exemple Europe/Paris',
      en: 'Time zone, such as Europe/Paris',
      zh: '时区，例如 Asia/Shanghai',
    },
    ...optional,
  },
  {
    ...LANGUAGE_ARGUMENT,
    descriptions: {
      fr: 'Langue des publications',
      en: 'Language of the posts',
      zh: '发布内容所用语言',
    },
  },
  {
    name: 'quiet',
    names: { fr: 'silence', en: 'quiet', zh: '免打扰' },
    descriptions: {
      fr: 'Heures sans publication, par exemple 22:00-07:00',
      en: 'Hours without posts, such as 22:00-07:00',
      zh: '不发布的时段，例如 22:00-07:00',
    },
    ...optional,
  },
  {
    name: 'max',
    names: { fr: 'max', en: 'max', zh: '上限' },
    descriptions: {
      fr: 'Publications par heure au plus, de 1 à 60',
      en: 'Posts an hour at most, 1 to 60',
      zh: '每小时最多发布条数，1 到 60',
    },
    ...optional,
  },
];

export const SUBSCRIBE_ARGUMENTS: readonly CommandArgument[] = [SUBJECT, ...SUBSCRIBE_OPTIONS];

export const NEWS_SUBCOMMANDS: readonly Subcommand[] = [
  {
    name: 'subscribe',
    names: { fr: 'abonner', en: 'subscribe', zh: '订阅' },
    descriptions: {
      fr: 'Abonner ce canal à un flux ou à un sujet',
      en: 'Subscribe this channel to a feed or a topic',
      zh: '为本频道订阅一个订阅源或主题',
    },
    arguments: SUBSCRIBE_ARGUMENTS,
    adminOnly: true,
  },
  {
    name: 'list',
    names: { fr: 'liste', en: 'list', zh: '列表' },
    descriptions: {
      fr: 'Les abonnements de ce canal et ce qui ne va pas',
      en: 'The subscriptions of this channel, and what is wrong with them',
      zh: '本频道的订阅及其问题',
    },
    arguments: [PRIVATE_ARGUMENT],
  },
  {
    name: 'pause',
    names: { fr: 'pause', en: 'pause', zh: '暂停' },
    descriptions: {
      fr: 'Suspendre un abonnement',
      en: 'Pause a subscription',
      zh: '暂停一个订阅',
    },
    arguments: [ID],
    adminOnly: true,
  },
  {
    name: 'resume',
    names: { fr: 'reprendre', en: 'resume', zh: '恢复' },
    descriptions: {
      fr: 'Reprendre un abonnement suspendu, ou un flux arrêté',
      en: 'Resume a paused subscription, or a feed that was stopped',
      zh: '恢复已暂停的订阅或已停用的订阅源',
    },
    arguments: [ID],
    adminOnly: true,
  },
  {
    name: 'remove',
    names: { fr: 'retirer', en: 'remove', zh: '取消' },
    descriptions: {
      fr: 'Retirer un abonnement',
      en: 'Remove a subscription',
      zh: '取消一个订阅',
    },
    arguments: [ID],
    adminOnly: true,
  },
  {
    name: 'preview',
    names: { fr: 'aperçu', en: 'preview', zh: '预览' },
    descriptions: {
      fr: 'Ce qui serait publié maintenant, sans rien publier',
      en: 'What would be posted now, without posting it',
      zh: '查看现在会发布的内容，但不发布',
    },
    arguments: [
      {
        ...SUBJECT,
        descriptions: {
          fr: 'L’identifiant d’un abonnement, l’adresse d’un flux, ou des mots à chercher',
          en: 'The id of a subscription, the address of a feed, or words to look for',
          zh: '订阅编号、订阅源地址或要查找的词',
        },
        required: false,
      },
      PRIVATE_ARGUMENT,
    ],
  },
  {
    name: 'why',
    names: { fr: 'pourquoi', en: 'why', zh: '原因' },
    descriptions: {
      fr: 'Pourquoi un article a été publié ici ou non : le verdict de chaque étape',
      en: 'Why an article was posted here or not: each stage’s verdict',
      zh: '某篇文章为何发布或未发布：每个阶段的判断',
    },
    arguments: [
      {
        name: 'link',
        names: { fr: 'lien', en: 'link', zh: '链接' },
        descriptions: { fr: 'L’adresse de l’article', en: 'The address of the article', zh: '文章地址' },
        required: true,
        kind: 'text',
      },
      PRIVATE_ARGUMENT,
    ],
  },
];
