/** What can be wrong with a feed, in the words of people: three languages, each with what to do. */
import type { AnswerLang } from '../core/answer.ts';

/**
 * `gone`: 410. `not-found`: 404. `denied`: 401, 402, 403, 451. `busy`: 429 or 503. `server`: any other answer that is
 * none. `unreachable`: no connection, no certificate, no such name. `offline`: this machine has no network. `slow`,
 * `too-large`: over our limits. `refused`: an address that is not fetched. `web-page`: a page and no feed. `unreadable`:
 * neither.
 */
export const FEED_TROUBLES = [
  'gone',
  'not-found',
  'denied',
  'busy',
  'server',
  'unreachable',
  'offline',
  'slow',
  'too-large',
  'refused',
  'web-page',
  'unreadable',
] as const;
export type FeedTroubleCode = (typeof FEED_TROUBLES)[number];

const TEXTS: Record<FeedTroubleCode, Record<AnswerLang, string>> = {
  gone: {
    fr: 'Le site a supprimé ce flux pour de bon : cherchez sa nouvelle adresse, ou retirez l’abonnement.',
    en: 'The site has removed this feed for good: look for its new address, or remove the subscription.',
    zh: '该网站已永久删除此订阅源：请查找新地址，或取消订阅。',
  },
  'not-found': {
    fr: 'Il n’y a pas de flux à cette adresse : vérifiez-la sur le site.',
    en: 'There is no feed at this address: check it on the site.',
    zh: '此地址没有订阅源：请到网站上核对。',
  },
  denied: {
    fr: 'Le site refuse ce flux aux programmes : choisissez-en un autre, ou demandez l’accès à l’éditeur.',
    en: 'The site does not give this feed to programs: choose another one, or ask the publisher for access.',
    zh: '该网站不向程序提供此订阅源：请换一个，或向发布者申请访问。',
  },
  busy: {
    fr: 'Le site demande d’attendre ; nous réessayons plus tard. Rien à faire.',
    en: 'The site asks to wait; it will be tried again later. Nothing to do.',
    zh: '该网站要求稍候；我们会稍后重试，无需操作。',
  },
  server: {
    fr: 'Le site répond par une erreur ; nous réessayons plus tard. Si cela dure, vérifiez l’adresse.',
    en: 'The site answers with an error; it will be tried again later. If it lasts, check the address.',
    zh: '该网站返回错误；我们会稍后重试。若持续如此，请核对地址。',
  },
  unreachable: {
    fr: 'Le site ne peut pas être joint ; nous réessayons plus tard. Si cela dure, vérifiez l’adresse.',
    en: 'The site cannot be reached; it will be tried again later. If it lasts, check the address.',
    zh: '无法连接该网站；我们会稍后重试。若持续如此，请核对地址。',
  },
  offline: {
    fr: 'Casebook n’a pas accès au réseau en ce moment ; prévenez la personne qui l’exploite.',
    en: 'Casebook has no access to the network at present; tell whoever runs it.',
    zh: 'Casebook 目前无法访问网络；请告知运维人员。',
  },
  slow: {
    fr: 'Le site est trop lent ; nous réessayons plus tard. Rien à faire.',
    en: 'The site is too slow; it will be tried again later. Nothing to do.',
    zh: '该网站响应太慢；我们会稍后重试，无需操作。',
  },
  'too-large': {
    fr: 'Ce flux est trop volumineux : choisissez-en un plus court sur le site.',
    en: 'This feed is too large: choose a shorter one of the site.',
    zh: '此订阅源过大：请在该网站选择较小的订阅源。',
  },
  refused: {
    fr: 'Cette adresse n’est pas lue : donnez l’adresse publique du flux, en http ou https.',
    en: 'This address is not fetched: give the public http or https address of the feed.',
    zh: '不读取此地址：请提供订阅源的公开 http 或 https 地址。',
  },
  'web-page': {
    fr: 'Il y a une page web à cette adresse, et plus de flux : cherchez le flux sur le site.',
    en: 'There is a web page at this address, and no feed any more: look for the feed on the site.',
    zh: '此地址现在是网页，而不是订阅源：请在网站上查找订阅源。',
  },
  unreadable: {
    fr: 'Ce qui se trouve à cette adresse n’est pas un flux lisible : vérifiez-la sur le site.',
    en: 'What stands at this address is no readable feed: check it on the site.',
    zh: '此地址的内容不是可读取的订阅源：请到网站上核对。',
  },
};

/** Of an address that was typed: nothing is subscribed to yet, and nothing is tried again by itself. */
const AT_TYPED_ADDRESS: Partial<Record<FeedTroubleCode, Record<AnswerLang, string>>> = {
  gone: {
    fr: 'Le site a supprimé ce flux pour de bon : cherchez sa nouvelle adresse.',
    en: 'The site has removed this feed for good: look for its new address.',
    zh: '该网站已永久删除此订阅源：请查找新地址。',
  },
  busy: {
    fr: 'Le site demande d’attendre : réessayez dans quelques minutes.',
    en: 'The site asks to wait: try again in a few minutes.',
    zh: '该网站要求稍候：请几分钟后再试。',
  },
  server: {
    fr: 'Le site répond par une erreur : vérifiez l’adresse, ou réessayez plus tard.',
    en: 'The site answers with an error: check the address, or try again later.',
    zh: '该网站返回错误：请核对地址，或稍后再试。',
  },
  unreachable: {
    fr: 'Le site ne peut pas être joint : vérifiez l’adresse, ou réessayez plus tard.',
    en: 'The site cannot be reached: check the address, or try again later.',
    zh: '无法连接该网站：请核对地址，或稍后再试。',
  },
  slow: {
    fr: 'Le site est trop lent : réessayez plus tard.',
    en: 'The site is too slow: try again later.',
    zh: '该网站响应太慢：请稍后再试。',
  },
  'web-page': {
    fr: 'Cette page n’indique aucun flux : cherchez-en l’adresse sur le site.',
    en: 'This page names no feed: look for its address on the site.',
    zh: '此页面未标明订阅源：请在网站上查找其地址。',
  },
};

/** The same for whoever has just typed the address. */
export function typedAddressTroubleText(code: FeedTroubleCode, lang: AnswerLang): string {
  return (AT_TYPED_ADDRESS[code] ?? TEXTS[code])[lang];
}

/** One or two sentences without the details, which `FeedRecord.trouble` has for operators. */
export function feedTroubleText(code: FeedTroubleCode, lang: AnswerLang): string {
  return TEXTS[code][lang];
}
