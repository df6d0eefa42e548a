/** Web pages as news sites make them, around articles of the tests' own writing. */

export interface NewsPage {
  readonly lang: string;
  readonly title: string;
  readonly site: string;
  /** Paragraphs of the article. */
  readonly body: readonly string[];
  /** Goes into the head: metadata, linked data. */
  readonly head?: string;
  readonly charset?: string;
}

export const FRENCH: NewsPage = {
  lang: 'fr',
  title: 'Le port de Malville accuse un voisin d’intrusion',
  site: 'La Gazette du Fleuve',
  body: [
    'Le gouvernement de Malville a attribué mercredi à un groupe lié, selon lui, aux services de Tarsie l’intrusion qui a paralysé le port pendant trois jours.',
    'La ministre des transports a convoqué l’ambassadeur. Elle affirme disposer d’«éléments techniques concordants», sans les publier.',
    'L’ambassade de Tarsie a rejeté ces accusations, qu’elle juge sans fondement, et a demandé que les preuves soient remises à une commission commune.',
    'Les opérateurs du port estiment les pertes à 4 millions d’€, un chiffre que les assureurs n’ont pas encore vérifié.',
  ],
};

export const CHINESE: NewsPage = {
  lang: 'zh-CN',
  title: '马尔维尔港口遭网络入侵 政府指责邻国',
  site: '河畔日报',
  body: [
    '马尔维尔政府周三表示，一个据称与塔西亚情报部门有关联的组织入侵了该国最大港口的计算机系统，造成货物装卸中断三天。',
    '交通部长召见了塔西亚大使，并称掌握了相互印证的技术证据，但没有公布任何细节。',
    '塔西亚大使馆否认上述指责，称其毫无根据，并要求将证据提交给一个联合调查委员会。',
    '港口运营方估计损失约为四百万，保险公司尚未核实这一数字。专家认为调查还需要数月时间。',
  ],
};

/** The article with everything that stands around it on such pages. */
export function newsPage(page: NewsPage): string {
  const paragraphs = page.body.map((text) => `<p>${text}</p>`);
  return `<!DOCTYPE html>
<html lang="${page.lang}"><head>${page.charset === undefined ? '' : `<meta charset="${page.charset}">`}
<title>${page.title} | ${page.site}</title><meta property="og:site_name" content="${page.site}">
${page.head ?? ''}<style>p { color: black }</style><script>window.data = {"text": "<p>Script</p>"};</script></head><body>
<div id="cookie-consent" role="dialog"><p>Nous utilisons des cookies pour mesurer votre visite.</p><button>Tout accepter</button></div>
<header><a href="/">${page.site}</a><nav><ul><li><a href="/">Accueil</a></li><li><a href="/monde">Monde</a></li>
<li><a href="/abonnement">S’abonner</a></li></ul></nav></header>
<main><article><h1>${page.title}</h1>
<div class="share-bar"><a href="#f">Partager sur Facebook</a> <a href="#x">X</a> <a href="#m">E-mail</a></div>
${paragraphs.slice(0, 2).join('\n')}
<div class="ad-slot"><p>Publicité</p></div>
<figure><img src="/port.jpg" alt=""><figcaption>Les quais, photographiés mardi. Agence du Fleuve</figcaption></figure>
${paragraphs.slice(2).join('\n')}
<p>Lire aussi : <a href="/2025/autre">Ce que cachent les conteneurs de Malville</a></p></article>
<aside class="related"><h2>Les plus lus</h2><ul><li><a href="/a">Dix recettes de soupe</a></li><li><a href="/b">La météo du lac</a></li></ul></aside>
<section id="comments" class="comments"><h2>2 commentaires</h2>
<div class="comment"><p>Martin : encore une histoire montée de toutes pièces, je n’y crois pas une seconde.</p></div>
<form><label>Votre e-mail</label><input type="email"><button>Publier</button></form></section></main>
<footer><p>© 2025 ${page.site}. Tous droits réservés.</p><a href="/mentions">Mentions légales</a></footer></body></html>`;
}

/** What must never be in the text of such a page. */
export const AROUND_THE_ARTICLE =
  /cookies|Accueil|S’abonner|Partager|Facebook|Publicité|photographiés|Lire aussi|conteneurs|soupe|météo|Martin|commentaire|droits réservés|Script|color:/;

/** HTML to bytes in an encoding for which the platform has a decoder only; what the encoding lacks is written as a number. */
export function encode(text: string, encoding: 'gb18030' | 'big5' | 'windows-1252'): Buffer {
  const known = new Map<string, number[]>();
  const decoder = new TextDecoder(encoding, { fatal: false });
  const leads = encoding === 'windows-1252' ? [] : span(0x81, 0xfe);
  for (const one of span(0, 0xff)) known.set(decoder.decode(Uint8Array.of(one)), [one]);
  for (const lead of leads)
    for (const trail of span(0x40, 0xfe))
      known.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  for (const one of span(0, 0x7f)) known.set(String.fromCharCode(one), [one]);
  return Buffer.from(
    [...text].flatMap((letter) => {
      const number = `&#${letter.codePointAt(0)};`;
      return known.get(letter) ?? [...Buffer.from(number, 'latin1')];
    }),
  );
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}
