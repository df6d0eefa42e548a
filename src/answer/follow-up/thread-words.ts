/** The words by which a question leans on what was said before, and those that make it whole, in each language. */
import type { AnswerLang } from '../../core/answer.ts';

/** «Et …», "what about …", 那…: opens a question that goes on with the last one. */
// What repeats can be read in one way only: where a blank could belong to either of two parts, thirty small words took for ever.
const OPENERS: readonly RegExp[] = [
  /^(?:(?:et|mais|ou|puis|alors|ok|oui|bon|d['’]accord)(?:\s+|\s*,\s+))*(?:qu['’]en est-il|quid|idem|même (?:question|chose)|pareil)\s+(?:de\s+(?=l[ae']|l['’])|d['’](?=\S)|de\s+|du\s+|des\s+|pour\s+|avec\s+)?/iu,
  /^(?:(?:and|but|or|so|then|ok|okay|yes)(?:\s+|\s*,\s+))*(?:what about|how about|(?:the )?same (?:question |thing )?(?:for|with|about))\s+/iu,
  /^(?:et|mais|ou|puis)\s*,?\s+(?:(?:pour|concernant)\s+|(?:s['’]agissant|à propos|au sujet) (?:d[eu]s?\s+|d['’]))?/iu,
  /^(?:and|but|or|so|then)\s*,?\s+(?:(?:for|about|regarding|concerning)\s+)?/iu,
  /^(?:那么|那麼|那|而|还有|還有|换成|換成)/u,
];
/** 俄罗斯*呢*: the end of such a question. */
const CLOSER = /呢\s*$/u;

/** «Seulement …», "only the …", 只看…: keeps to a part of what was asked. */
const ONLY =
  /^(?:(?:et\s+|mais\s+)?(?:seulement|uniquement|juste|rien que)\s+|(?:and\s+|but\s+)?(?:only|just)\s+|(?:只|仅|僅)(?:要|看|说|说说|显示|有)?)/iu;

export interface Opened {
  /** What stands behind the opening. */
  readonly rest: string;
  readonly opened: boolean;
  readonly only: boolean;
}

/** Takes an opening off a question. */
export function takeOpening(question: string): Opened {
  const text = question.trim().replace(/^[«"“\s]+|[\s?？!！.。;；…»"”]+$/gu, '');
  const only = ONLY.exec(text);
  if (only !== null) return { rest: trimOnes(text.slice(only[0].length)), opened: true, only: true };
  const closed = CLOSER.test(text);
  const rest = text.replace(CLOSER, '').trim();
  for (const opener of OPENERS) {
    const match = opener.exec(rest);
    if (match !== null) return { rest: rest.slice(match[0].length).trim(), opened: true, only: false };
  }
  return { rest, opened: closed, only: false };
}

/** "The US *ones*", «*celles* des États-Unis», 美国*的*. */
function trimOnes(text: string): string {
  return text
    .replace(/\s+(?:ones?|sources|accusations|answers)$/iu, '')
    .replace(/^(?:celles?|ceux|celui)\s+/iu, '')
    .replace(/的$/u, '')
    .trim();
}

/** Pronouns and demonstratives, which want something said before. «Est-*il* vrai», "*it* is" and inversions are judged by the caller. */
const ANAPHORS: readonly RegExp[] = [
  /(?<![\p{L}-])(?:ils|elles?|eux|ceux-ci|celles-ci|celui-ci|celle-ci|ceux-là|celui-là|celle-là|ce dernier|cette dernière|ces derniers|ces dernières|ça|cela|ceci|là-dedans|là-dessus)(?![\p{L}])/iu,
  /(?:^|\s)(?:l['’](?:a|ont|avai(?:t|en)t?)|les (?:a|ont|accus\p{L}*|soupçonn\p{L}*|sanctionn\p{L}*)|en (?:a|ont|est|sont)|y (?:a|ont) r[ée]pondu)(?=[\s-])(?!-t-il)/iu,
  /(?<![\p{L}])(?:il)(?![\p{L}])(?!\s+(?:y|est|s['’]agit|faut|a été))/iu,
  /(?<![\p{L}])(?:ce|cet|cette|ces) (?:attaques?|cyberattaques?|intrusions?|piratages?|accusations?|affaires?|opérations?|campagnes?|groupes?|pays|gouvernements?|déclarations?|mesures?|sanctions?|logiciels?|dénégations?|démentis?|réponses?|personnes?|hackers|pirates|officiers?|attributions?|incidents?|fuites?|vols?)(?!\p{L})/iu,
  /\b(?:they|them|their|theirs|he|she|him|her|these|those)\b/iu,
  /\b(?:this|that)(?=\s*(?:[?.!,]|$|\s(?:attack|hack|breach|case|accusation|claim|operation|campaign|group|country|government|statement|measure|sanction|malware|denial|answer|reply|intrusion|incident|attribution|leak|theft|happen|come|start|begin|end|true|confirmed|denied|proven|by\b|to\b|about\b|said|done|discovered|found|known|public)))/iu,
  /\bit$/iu,
  /\b(?:do|did|does|say|said|about|of|behind|for|after|before|was|is|were) (?:it|this|that)\b(?!\s+(?:true|clear|known|likely|possible|that|who|the)\b)/iu,
  /(?:他们|她们|它们|他們|牠們|它|他(?!国|國|人)|她|对此|就此|此事|此案|该案|对方|後者|后者|这件事|那件事|(?:这|那|此|该|該|這)(?:次|个|起|项|些|件|种|家|名|位|場|场|國|国|组织|案)?(?=攻击|攻擊|事件|指控|案|黑客|组织|国|行动|回应|入侵|软件|是|$|[，,]))/u,
];

/** «Quel logiciel ont-*ils* utilisé»; but «les pirates ont-ils frappé» says who they are. */
const INVERTED = /[\p{L}'’]+-(?:t-)?(?:ils|elles?|il)(?!\p{L})/iu;
const SUBJECT =
  /(?:^|[\s'’])(?:(?:la|les?|des|un|une|ces?|cette|leurs?|ses|son|sa)\s+|l['’])\p{L}[^,;:]*\s$/iu;

/** Where the first word stands that leans on what was said before; -1 without any. */
export function findAnaphor(text: string): number {
  const starts = ANAPHORS.map((pattern) => text.search(pattern)).filter((at) => at >= 0);
  const inverted = INVERTED.exec(text);
  if (
    inverted !== null &&
    !/^(?:a-t-il|est-il|(?:fa[lu]|fai|fera|pleu|neig)\p{L}*-(?:t-)?il|s['’]agi\p{L}*-il)$/iu.test(
      inverted[0],
    ) &&
    !SUBJECT.test(text.slice(0, inverted.index))
  )
    starts.push(inverted.index);
  return starts.length === 0 ? -1 : Math.min(...starts);
}

interface ThreadWords {
  /** A question with what it is about. `spoken`: each part keeps its preposition, so that none is taken for a speaker. */
  readonly about: (question: string, topics: readonly string[], spoken: boolean) => string;
  readonly answers: (party: string) => string;
  readonly says: (party: string) => string;
  readonly certainty: string;
  readonly saying: string;
}

export const THREAD_WORDS: Readonly<Record<AnswerLang, ThreadWords>> = {
  fr: {
    about: (question, topics, spoken) =>
      `${question} (${spoken ? topics.map((topic) => `sur ${topic}`).join(', ') : `à propos de : ${topics.join(', ')}`}) ?`,
    answers: (party) => `Que répond ${party}`,
    says: (party) => `Que dit ${party}`,
    certainty: 'Avec quel degré de certitude',
    saying: 'Qui l’affirme',
  },
  en: {
    about: (question, topics, spoken) =>
      `${question} (${spoken ? topics.map((topic) => `about ${topic}`).join(', ') : `about: ${topics.join(', ')}`})?`,
    answers: (party) => `How does ${party} respond`,
    says: (party) => `What does ${party} say`,
    certainty: 'With what degree of certainty',
    saying: 'Who says so',
  },
  zh: {
    about: (question, topics) => `${question}（关于：${topics.join('、')}）？`,
    answers: (party) => `${party}如何回应`,
    says: (party) => `${party}说了什么`,
    certainty: '以何种确定程度归因',
    saying: '谁这么说',
  },
};
