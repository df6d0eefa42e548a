/** The words of news posts, in the three languages. */
import type { AnswerLang } from '../../core/answer.ts';

export interface NewsWords {
  readonly reported: string;
  readonly whoClaims: string;
  readonly alsoReported: string;
  /** Before who prints the same text. */
  readonly carried: string;
  readonly relatedCase: string;
  readonly others: (count: number) => string;
  /** A paper that prints an agency's report, or another's text. */
  readonly wire: (agency: string, publishers: string) => string;
  readonly copied: (publishers: string) => string;
  readonly titleBy: (title: string, publisher: string) => string;
  readonly unreviewed: string;
  readonly oneSide: string;
  readonly stateMedia: (publishers: string) => string;
  readonly updateOf: (what: string) => string;
  readonly newInStory: string;
  readonly storySoFar: string;
  readonly digestOf: (stories: number, until: string) => string;
  readonly changed: string;
  readonly withoutCase: string;
  readonly reportsOf: (count: number) => string;
  readonly accusationsByCountry: string;
  readonly denialsByCountry: string;
  readonly stories: (count: number) => string;
  readonly certaintyNow: (stated: string) => string;
  /** Kinds that the case book has no word for. */
  readonly kinds: Readonly<
    Record<'sanction' | 'indictment' | 'advisory' | 'correction' | 'certainty' | 'target' | 'victim', string>
  >;
  readonly list: string;
}

const many = (n: number, one: string, more: string, isOne = n === 1): string => `${n} ${isOne ? one : more}`;

export const NEWS_WORDS: Record<AnswerLang, NewsWords> = {
  fr: {
    reported: 'Ce qui est rapporté',
    whoClaims: 'Qui déclare quoi',
    alsoReported: 'Également rapporté par',
    carried: 'Repris ailleurs',
    relatedCase: 'Affaire liée',
    others: (n) => `et ${many(n, 'autre', 'autres', n < 2)}`,
    wire: (agency, publishers) => `dépêche ${agency}, reprise par ${publishers}`,
    copied: (publishers) => `même texte repris par ${publishers}`,
    titleBy: (title, publisher) => `« ${title} » (${publisher})`,
    unreviewed:
      'Repéré et lu automatiquement, non relu. Casebook rapporte ce que chacun déclare, sans établir les faits.',
    oneSide: 'Une seule partie s’exprime : ces articles ne rapportent aucune réponse de la partie accusée.',
    stateMedia: (publishers) => `Média d’État : ${publishers}.`,
    updateOf: (what) => `Du nouveau : ${what}`,
    newInStory: 'Ce qui est nouveau',
    storySoFar: 'L’article d’origine',
    digestOf: (n, until) => `Revue des actualités au ${until} : ${many(n, 'sujet', 'sujets', n < 2)}`,
    changed: 'Ce qui a changé depuis la dernière revue',
    withoutCase: 'Autres sujets',
    reportsOf: (n) => many(n, 'article', 'articles', n < 2),
    accusationsByCountry: 'Accusations, par pays qui accuse',
    denialsByCountry: 'Démentis, par pays',
    stories: (n) => many(n, 'sujet', 'sujets', n < 2),
    certaintyNow: (stated) => `certitude exprimée cette fois : ${stated}`,
    kinds: {
      sanction: 'Sanction',
      indictment: 'Inculpation',
      advisory: 'Avis',
      correction: 'Rectification',
      certainty: 'Autre degré de certitude',
      target: 'Autre cible',
      victim: 'Autre pays visé',
    },
    list: ', ',
  },
  en: {
    reported: 'What is reported',
    whoClaims: 'Who claims what',
    alsoReported: 'Also reported by',
    carried: 'Carried elsewhere',
    relatedCase: 'Related case',
    others: (n) => `and ${n} more`,
    wire: (agency, publishers) => `${agency} report, carried by ${publishers}`,
    copied: (publishers) => `the same text carried by ${publishers}`,
    titleBy: (title, publisher) => `“${title}” (${publisher})`,
    unreviewed:
      'Found and read automatically, not reviewed. Casebook reports what each side states; it does not establish facts.',
    oneSide: 'One side only: these articles report no reply from the accused side.',
    stateMedia: (publishers) => `State media: ${publishers}.`,
    updateOf: (what) => `Update: ${what}`,
    newInStory: 'What is new',
    storySoFar: 'The first report',
    digestOf: (n, until) => `News digest up to ${until}: ${many(n, 'story', 'stories')}`,
    changed: 'What changed since the last digest',
    withoutCase: 'Other stories',
    reportsOf: (n) => many(n, 'report', 'reports'),
    accusationsByCountry: 'Accusations, by accusing country',
    denialsByCountry: 'Denials, by country',
    stories: (n) => many(n, 'story', 'stories'),
    certaintyNow: (stated) => `certainty as stated this time: ${stated}`,
    kinds: {
      sanction: 'Sanction',
      indictment: 'Indictment',
      advisory: 'Advisory',
      correction: 'Correction',
      certainty: 'Another degree of certainty',
      target: 'Another target',
      victim: 'Another country attacked',
    },
    list: ', ',
  },
  zh: {
    reported: '报道内容',
    whoClaims: '各方说法',
    alsoReported: '其他报道',
    carried: '转载情况',
    relatedCase: '相关案件',
    others: (n) => `另有 ${n} 项`,
    wire: (agency, publishers) => `${agency} 电讯，${publishers} 转载`,
    copied: (publishers) => `${publishers} 转载同一文本`,
    titleBy: (title, publisher) => `“${title}”（${publisher}）`,
    unreviewed: '自动发现并提取，未经审阅。Casebook 只报告各方说法，不认定事实。',
    oneSide: '仅有一方说法：这些报道未提及被指控方的回应。',
    stateMedia: (publishers) => `官方媒体：${publishers}。`,
    updateOf: (what) => `最新进展：${what}`,
    newInStory: '新内容',
    storySoFar: '最初报道',
    digestOf: (n, until) => `新闻汇总（截至${until}）：${n} 则`,
    changed: '上次汇总以来的变化',
    withoutCase: '其他新闻',
    reportsOf: (n) => `${n} 篇报道`,
    accusationsByCountry: '各国提出的指控',
    denialsByCountry: '各国作出的否认',
    stories: (n) => `${n} 则新闻`,
    certaintyNow: (stated) => `此次所表示的确定程度：${stated}`,
    kinds: {
      sanction: '制裁',
      indictment: '起诉',
      advisory: '安全通告',
      correction: '更正',
      certainty: '确定程度有变',
      target: '另一攻击目标',
      victim: '另一受害国',
    },
    list: '、',
  },
};
