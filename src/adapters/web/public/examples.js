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
    fr: 'Combien d’électeurs britanniques sont concernés par le piratage de la Commission électorale ?',
    en: 'What sanctions did London impose over the hacking of the Electoral Commission?',
    zh: '英国对 APT31 采取了哪些制裁？',
  },
  {
    caseId: '2021-microsoft-exchange-china',
    fr: 'Que répond Pékin aux accusations sur le piratage de Microsoft Exchange ?',
    en: 'How did China respond to the Microsoft Exchange accusations?',
    zh: '中国如何回应微软 Exchange 的指控？',
  },
  {
    caseId: '2023-wuhan-seismic-us',
    fr: 'Qui a découvert l’attaque contre le centre sismique de Wuhan ?',
    en: 'Who discovered the attack on the Wuhan earthquake centre?',
    zh: '谁发现了对武汉地震监测中心的攻击？',
  },
];
