/** Questions that a newcomer may click, each about a case of the shipped corpus. */

/** @typedef {import('../../../core/answer.ts').AnswerLang} Lang */

/** @type {readonly ({ readonly caseId: string } & Record<Lang, string>)[]} */
export const EXAMPLES = [
  {
    caseId: '2025-czech-mfa-apt31',
    fr: 'Qui a attaqué le ministère tchèque des Affaires étrangères ?',
    en: 'Who attacked the Czech foreign ministry?',
    zh: '谁攻击了捷克外交部？',
  },
  {
    caseId: '2024-uk-electoral-commission-apt31',
    fr: 'Comment l’ambassade chinoise à Londres a-t-elle qualifié les accusations ?',
    en: 'What sanctions did London impose over the hacking of the Electoral Commission?',
    zh: '英国选举委员会遭黑客攻击后，中国使馆如何回应？',
  },
  {
    caseId: '2021-microsoft-exchange-china',
    fr: 'Que répond Pékin aux accusations sur le piratage de Microsoft Exchange ?',
    en: 'Who accused China of the Microsoft Exchange hack?',
    zh: '微软 Exchange 遭入侵，谁指控了中国？',
  },
  {
    caseId: '2023-wuhan-seismic-us',
    fr: 'Qui a découvert l’attaque contre le centre sismique de Wuhan ?',
    en: 'Where did the attack on the Wuhan earthquake monitoring centre come from?',
    zh: '武汉地震监测中心的网络攻击来自哪个国家？',
  },
];
