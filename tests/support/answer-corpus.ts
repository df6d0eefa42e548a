/** Invented affairs between real countries, for questions and answers. None of it ever happened. */
import { rewriteFootnotes } from '../../src/corpus/case-footnotes.ts';

const FERRY_SOURCES = [
  {
    id: 's1',
    title: 'Déclaration du gouvernement maltais',
    publisher: 'Gouvernement de Malte',
    date: '2031-03-14',
  },
  {
    id: 's2',
    title: 'Malta blames Iceland for ferry outage',
    publisher: 'The Harbour Gazette',
    date: '2031-03-15',
  },
  {
    id: 's3',
    title: 'Réponse de l’ambassade',
    publisher: 'Ambassade d’Islande à La Valette',
    date: '2031-03-16',
  },
].map((source) => ({
  ...source,
  titleIsDescriptive: true,
  url: `https://sources.example/ferry/${source.id}`,
}));

/** An accusation with its denial, a measure, a number, dates, and sentences footnoted to two sources. */
const FERRY_CASE = rewriteFootnotes(
  `---
id: 2031-malta-ferries
lang: fr
title: {fr: "Panne des ferries maltais, imputée par La Valette à l’Islande (2031)", en: "Maltese ferry outage, blamed by Valletta on Iceland (2031)", zh: "马耳他渡轮停航事件（2031年）"}
victims: [la compagnie des ferries de Malte]
period: mars 2031
claims:
  - {kind: accusation, speaker: Gouvernement maltais, speakerCountry: MT, speakerType: government, against: {actor: null, state: IS}, basis: [technical], source: s1}
  - {kind: denial, speaker: Ambassade d’Islande, speakerCountry: IS, speakerType: government, source: s3}
sources:
  - {id: s1, title: "Déclaration du gouvernement maltais", titleIsDescriptive: true, publisher: "Gouvernement de Malte", date: "2031-03-14", url: "https://sources.example/ferry/s1", lang: en, kind: statement, authority: government}
  - {id: s2, title: "Malta blames Iceland for ferry outage", titleIsDescriptive: true, publisher: "The Harbour Gazette", date: "2031-03-15", url: "https://sources.example/ferry/s2", lang: en, kind: news, authority: media}
  - {id: s3, title: "Réponse de l’ambassade", titleIsDescriptive: true, publisher: "Ambassade d’Islande à La Valette", date: "2031-03-16", url: "https://sources.example/ferry/s3", lang: en, kind: response, authority: government}
---
## Les faits

Le gouvernement maltais accuse l’Islande d’avoir piraté les ordinateurs de la compagnie des ferries.[^s1][^s2]
L’intrusion a commencé le 3 février 2031.[^s1]
Les ferries sont restés à quai pendant neuf heures et 12 000 passagers ont attendu.[^s2]
Malte a convoqué l’ambassadeur d’Islande le 14 mars 2031.[^s2][^s1]

## La réponse

L’ambassade d’Islande à La Valette dément toute implication et juge l’accusation sans fondement.[^s3]
Reykjavik demande à voir les preuves.[^s3]
`,
  FERRY_SOURCES,
);

const DAM_SOURCES = [
  { id: 's1', title: 'Communiqué', publisher: 'Gouvernement du Portugal', date: '2030-11' },
].map((source) => ({ ...source, titleIsDescriptive: true, url: `https://sources.example/dam/${source.id}` }));

/** An accusation to which the sources hold no reply. */
const DAM_CASE = rewriteFootnotes(
  `---
id: 2030-portugal-dam
lang: fr
title: {fr: "Barrage portugais ouvert à distance (2030)", en: "Portuguese dam opened from afar (2030)"}
victims: [un barrage]
period: novembre 2030
claims:
  - {kind: accusation, speaker: Gouvernement portugais, speakerCountry: PT, speakerType: government, against: {actor: null, state: PY}, basis: [intelligence], source: s1}
sources:
  - {id: s1, title: Communiqué, titleIsDescriptive: true, publisher: "Gouvernement du Portugal", date: "2030-11", url: "https://sources.example/dam/s1", lang: pt, kind: statement, authority: government}
---
## Les faits

Le gouvernement portugais accuse le Paraguay d’avoir ouvert à distance les vannes d’un barrage.[^s1]
L’eau a coulé pendant quatre heures en novembre 2030, sans faire de blessés.[^s1]
`,
  DAM_SOURCES,
);

const article = (head: Readonly<Record<string, string>>, body: string): string =>
  `---\n${Object.entries(head)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join('\n')}\n---\n${body}\n`;

/** Files by path, as an operator would ingest them. */
export const AFFAIRS: Readonly<Record<string, string>> = {
  '2031-malta-ferries.md': FERRY_CASE,
  '2030-portugal-dam.md': DAM_CASE,
  'lighthouse.md': article(
    {
      title: 'Les phares lettons éteints, Riga vise Andorre',
      publisher: 'La Gazette du quai',
      date: '2031-04-02',
      url: 'https://gazette.example/phares',
      lang: 'fr',
      authority: 'media',
    },
    `La Lettonie accuse Andorre d’avoir éteint ses phares par une attaque informatique.

Le ministre letton des Transports, Janis Ozols, a parlé mercredi d’une « campagne patiente ».

Selon la police de Riga, les pirates ont utilisé un logiciel malveillant nommé Brise-Lame.

Andorre a rejeté jeudi ces accusations. « C’est une fable », a déclaré la porte-parole andorrane, Marta Riba.

Le tribunal de Riga a inculpé trois officiers andorrans le 30 mars 2031.`,
  ),
  'orchestra.md': article(
    {
      title: 'Uruguay accuses Oman of reading an orchestra’s mail',
      publisher: 'The Harbour Gazette',
      date: '2031-05-10',
      url: 'https://gazette.example/orchestra',
      lang: 'en',
      authority: 'media',
    },
    `Uruguay accused Oman of reading the mail of its national orchestra since 2029.

The Omani foreign ministry denied the allegations and called them "a tune for tourists".

Uruguay's culture minister, Ana Pereira, said that 240 letters had been copied.

According to the security company Norsec, the intruders came in through a calendar.`,
  ),
  'museum.md': article(
    {
      title: '蒙古指责斐济攻击博物馆',
      publisher: '码头日报',
      date: '2031-02-20',
      url: 'https://matou.example/museum',
      lang: 'zh',
      authority: 'media',
    },
    `蒙古政府指责斐济黑客攻击国家博物馆的网络。

斐济外交部发言人否认有关指控，称其毫无根据。

攻击始于2030年12月，5000件藏品的资料被窃取。

蒙古文化部长要求斐济道歉。`,
  ),
  'harvest.md': article(
    { title: 'Apple harvest', publisher: 'The Orchard', url: 'https://orchard.example/apples', lang: 'en' },
    `The orchards of the northern valley gave a record harvest this year.

Growers expect low prices in autumn, and the ministry of agriculture promised help.`,
  ),
};
