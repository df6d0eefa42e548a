/** The words of each reason of a judgement, for people who ask why. */
import type { AnswerLang } from '../../core/answer.ts';

const CODES = [
  'attack-named',
  'cyber-topic',
  'threat-actor',
  'threat-actor-too',
  'act-named',
  'act-hinted',
  'accused-named',
  'group-named',
  'state-named',
  'speaker-named',
  'claim-read',
  'no-cyber',
  'nobody-named',
  'routine-news',
  'common-crime',
  'other-affair',
  'other-language',
  'model-judged',
] as const;
export type ReasonCode = (typeof CODES)[number];

const WORDS: Readonly<Record<AnswerLang, Readonly<Record<ReasonCode, string>>>> = {
  fr: {
    'attack-named': 'une cyberattaque ou du cyberespionnage est nommé',
    'cyber-topic': 'il est question d’informatique ou de sécurité numérique',
    'threat-actor': 'un groupe d’attaquants connu est nommé',
    'threat-actor-too': 'un groupe d’attaquants connu est nommé avec l’attaque',
    'act-named': 'quelqu’un accuse, dément, sanctionne, inculpe ou corrige',
    'act-hinted': 'des mots laissent entendre une attribution',
    'accused-named': 'un État ou un groupe est mis en cause',
    'group-named': 'un groupe parle de sa propre action',
    'state-named': 'un État est nommé, sans être mis en cause',
    'speaker-named': 'une autorité ou un expert peut parler',
    'claim-read': 'une déclaration a pu être lue dans le texte',
    'no-cyber': 'aucune attaque informatique n’est nommée',
    'nobody-named': 'aucun auteur possible n’est nommé',
    'routine-news': 'actualité du secteur : faille, produit, marché, conseil, loi ou exercice',
    'common-crime': 'délit d’une personne isolée, sans État ni groupe',
    'other-affair': 'l’affaire est d’une autre nature',
    'other-language': 'langue lue par ses seuls noms et racines : jugement moins sûr',
    'model-judged': 'le modèle a jugé cet article, que les règles laissaient en doute',
  },
  en: {
    'attack-named': 'a cyberattack or cyber-espionage is named',
    'cyber-topic': 'it is about computers or their security',
    'threat-actor': 'a known threat actor is named',
    'threat-actor-too': 'a known threat actor is named beside the attack',
    'act-named': 'somebody accuses, denies, sanctions, charges or corrects',
    'act-hinted': 'words hint at an attribution',
    'accused-named': 'a state or a group stands accused',
    'group-named': 'a group speaks of what it did itself',
    'state-named': 'a state is named, but not as the accused',
    'speaker-named': 'an authority or an expert may be speaking',
    'claim-read': 'a claim could be read in the text',
    'no-cyber': 'no attack on computers is named',
    'nobody-named': 'nobody is named who could have done it',
    'routine-news': 'news of the trade: a flaw, product, market, advice, law or exercise',
    'common-crime': 'the offence of a single person, without a state or a group',
    'other-affair': 'the affair is of another kind',
    'other-language': 'read by names and roots alone in this language: less sure',
    'model-judged': 'the model judged this item, of which the rules were unsure',
  },
  zh: {
    'attack-named': '提到网络攻击或网络间谍活动',
    'cyber-topic': '内容涉及计算机或网络安全',
    'threat-actor': '点名已知的攻击组织',
    'threat-actor-too': '在提到攻击的同时点名已知的攻击组织',
    'act-named': '有人指控、否认、制裁、起诉或更正',
    'act-hinted': '用词暗示归因',
    'accused-named': '有国家或组织被指为攻击者',
    'group-named': '某组织谈及自己的行动',
    'state-named': '提到某国，但并非被指控方',
    'speaker-named': '可能有官方机构或专家发言',
    'claim-read': '文中可读出一项表态',
    'no-cyber': '未提到任何网络攻击',
    'nobody-named': '未提到任何可能的攻击者',
    'routine-news': '行业新闻：漏洞、产品、市场、建议、法律或演习',
    'common-crime': '个人犯罪，不涉及国家或组织',
    'other-affair': '属于其他性质的事件',
    'other-language': '该语言仅凭名称和词根判断，把握较低',
    'model-judged': '规则难以判断，由模型判定',
  },
};

/** The reason in words, without its detail; a code that is not known (an older record) is given back as it is. */
export function reasonWords(code: string, lang: AnswerLang): string {
  const known = CODES.find((one) => one === code);
  return known === undefined ? code : WORDS[lang][known];
}
