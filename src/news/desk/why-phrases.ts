/** What is said of an item's way through the stages, in three languages. */
import type { AnswerLang } from '../../core/answer.ts';
import type { DeliveryState } from '../delivery-book.ts';

export interface WhyPhrases {
  readonly title: (title: string) => string;
  readonly headings: Readonly<
    Record<'feed' | 'relevance' | 'story' | 'subscriptions' | 'posts' | 'corpus', string>
  >;
  readonly found: string;
  readonly seed: string;
  readonly notJudged: string;
  readonly relevant: (score: string) => string;
  readonly irrelevant: (score: string) => string;
  readonly by: Readonly<Record<'rules' | 'model', string>>;
  readonly about: (parts: string) => string;
  readonly opened: string;
  readonly joined: (reports: number) => string;
  readonly nearness: (score: string, threshold: string) => string;
  readonly copy: string;
  readonly agency: (name: string) => string;
  readonly newClaims: (count: number) => string;
  readonly noStory: string;
  readonly noSubscription: string;
  readonly passes: string;
  readonly passesDigest: string;
  readonly otherFeed: string;
  readonly otherTopic: string;
  readonly filtered: string;
  readonly older: string;
  readonly isPaused: string;
  readonly notRelevant: string;
  readonly had: (condition: string) => string;
  readonly lacked: (condition: string) => string;
  readonly noPost: string;
  readonly states: Readonly<Record<DeliveryState['state'], (when: string) => string>>;
  readonly note: (text: string) => string;
  readonly source: (id: string) => string;
  readonly noSource: string;
}

export const WHY_PHRASES: Record<AnswerLang, WhyPhrases> = {
  fr: {
    title: (title) => `Le parcours de « ${title} »`,
    headings: {
      feed: 'Flux',
      relevance: 'Est-ce une attribution ?',
      story: 'Sujet',
      subscriptions: 'Abonnements de ce canal',
      posts: 'Publications dans ce canal',
      corpus: 'Corpus',
    },
    found: 'trouvé dans ce flux',
    seed: 'il y était avant le premier relevé : rien de tel n’est publié',
    notJudged: 'Pas encore jugé.',
    relevant: (score) => `Oui : ${score} sur 1.`,
    irrelevant: (score) => `Non : ${score} sur 1. L’article n’est pas publié.`,
    by: { rules: 'jugé par les règles', model: 'jugé par le modèle' },
    about: (parts) => `Reconnu : ${parts}.`,
    opened: 'A ouvert un nouveau sujet.',
    joined: (n) => `A rejoint un sujet qui compte maintenant ${n} articles.`,
    nearness: (score, threshold) => `proximité ${score}, seuil ${threshold}`,
    copy: 'reprise d’un autre article du sujet',
    agency: (name) => `dépêche de ${name}`,
    newClaims: (n) => (n < 2 ? `${n} déclaration nouvelle` : `${n} déclarations nouvelles`),
    noStory: 'Ne fait partie d’aucun sujet.',
    noSubscription: 'Ce canal n’a pas d’abonnement.',
    passes: 'Convient : publié dès que possible, une fois par canal.',
    passesDigest: 'Convient : paraît dans le prochain digest.',
    otherFeed: 'Ne convient pas : l’abonnement suit un autre flux.',
    otherTopic: 'Ne convient pas : les mots du sujet n’y sont pas tous.',
    filtered: 'Ne convient pas : le filtre l’écarte.',
    older: 'Ne convient pas : le sujet est plus ancien que l’abonnement.',
    isPaused: 'Ne convient pas : l’abonnement est en pause.',
    notRelevant: 'Ne convient pas : l’article n’est pas une attribution, ou n’est pas encore jugé.',
    had: (condition) => `a ${condition}`,
    lacked: (condition) => `n’a pas ${condition}`,
    noPost: 'Aucune publication de ce sujet n’est prévue ici.',
    states: {
      waiting: (when) => `prévue le ${when}`,
      posted: (when) => `publiée le ${when}`,
      dropped: () => 'abandonnée : il n’y avait plus rien à publier',
      'given-up': () => 'abandonnée après des échecs',
    },
    note: (text) => `dernière erreur : ${text}`,
    source: (id) => `Source du corpus, non relue : ${id}`,
    noSource: 'N’est pas dans le corpus.',
  },
  en: {
    title: (title) => `What became of “${title}”`,
    headings: {
      feed: 'Feed',
      relevance: 'Is it about attribution?',
      story: 'Story',
      subscriptions: 'Subscriptions of this channel',
      posts: 'Posts in this channel',
      corpus: 'Corpus',
    },
    found: 'found in this feed',
    seed: 'it was there before the first poll: nothing of that is posted',
    notJudged: 'Not judged yet.',
    relevant: (score) => `Yes: ${score} of 1.`,
    irrelevant: (score) => `No: ${score} of 1. The item is not posted.`,
    by: { rules: 'judged by rules', model: 'judged by the model' },
    about: (parts) => `Recognised: ${parts}.`,
    opened: 'Opened a new story.',
    joined: (n) => `Joined a story that has ${n} reports now.`,
    nearness: (score, threshold) => `likeness ${score}, threshold ${threshold}`,
    copy: 'copy of another report of the story',
    agency: (name) => `wire of ${name}`,
    newClaims: (n) => (n === 1 ? '1 new claim' : `${n} new claims`),
    noStory: 'Is part of no story.',
    noSubscription: 'This channel has no subscription.',
    passes: 'Passes: posted as soon as may be, once in a channel.',
    passesDigest: 'Passes: will be in the next digest.',
    otherFeed: 'Does not pass: the subscription follows another feed.',
    otherTopic: 'Does not pass: not all words of the topic are there.',
    filtered: 'Does not pass: the filter keeps it out.',
    older: 'Does not pass: the story is older than the subscription.',
    isPaused: 'Does not pass: the subscription is paused.',
    notRelevant: 'Does not pass: the item is not about attribution, or not judged yet.',
    had: (condition) => `has ${condition}`,
    lacked: (condition) => `lacks ${condition}`,
    noPost: 'No post of this story is planned here.',
    states: {
      waiting: (when) => `due on ${when}`,
      posted: (when) => `posted on ${when}`,
      dropped: () => 'dropped: there was nothing to post any more',
      'given-up': () => 'given up after failures',
    },
    note: (text) => `last error: ${text}`,
    source: (id) => `Source of the corpus, not reviewed: ${id}`,
    noSource: 'Is not in the corpus.',
  },
  zh: {
    title: (title) => `“${title}”的处理过程`,
    headings: {
      feed: '订阅源',
      relevance: '是否涉及归因？',
      story: '新闻事件',
      subscriptions: '本频道的订阅',
      posts: '本频道的发布',
      corpus: '语料库',
    },
    found: '在此订阅源中发现',
    seed: '首次读取之前已存在：此类内容不发布',
    notJudged: '尚未判断。',
    relevant: (score) => `是：${score}（满分 1）。`,
    irrelevant: (score) => `否：${score}（满分 1）。不发布此条。`,
    by: { rules: '由规则判断', model: '由模型判断' },
    about: (parts) => `识别到：${parts}。`,
    opened: '开启了新的事件。',
    joined: (n) => `并入一个事件，该事件现有 ${n} 篇报道。`,
    nearness: (score, threshold) => `相似度 ${score}，阈值 ${threshold}`,
    copy: '转载同一事件的另一篇报道',
    agency: (name) => `${name} 通稿`,
    newClaims: (n) => `${n} 项新说法`,
    noStory: '不属于任何事件。',
    noSubscription: '本频道没有订阅。',
    passes: '符合：将尽快发布，每个频道一次。',
    passesDigest: '符合：将列入下一次摘要。',
    otherFeed: '不符合：该订阅关注的是另一个订阅源。',
    otherTopic: '不符合：主题词未全部出现。',
    filtered: '不符合：被筛选条件排除。',
    older: '不符合：该事件早于订阅。',
    isPaused: '不符合：订阅已暂停。',
    notRelevant: '不符合：此条不涉及归因，或尚未判断。',
    had: (condition) => `具有 ${condition}`,
    lacked: (condition) => `缺少 ${condition}`,
    noPost: '此处没有该事件的发布计划。',
    states: {
      waiting: (when) => `计划于 ${when} 发布`,
      posted: (when) => `已于 ${when} 发布`,
      dropped: () => '已放弃：没有可发布的内容',
      'given-up': () => '多次失败后放弃',
    },
    note: (text) => `最近的错误：${text}`,
    source: (id) => `语料库来源（未经审核）：${id}`,
    noSource: '不在语料库中。',
  },
};
