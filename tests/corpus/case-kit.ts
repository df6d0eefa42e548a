/** An invented case, and ways to break it. */
import { rewriteFootnotes } from '../../src/corpus/case-footnotes.ts';

export const CASE_ID = '2031-velmar-port';

const SOURCES = [
  {
    id: 's1',
    title: 'Velmar accuse',
    titleIsDescriptive: false,
    publisher: 'La Gazette',
    date: '2031-04-02',
    url: 'https://gazette.example/velmar',
  },
  { id: 's2', title: 'Note du port', titleIsDescriptive: true, publisher: null, date: null, url: null },
  {
    id: 's3',
    title: 'Embassy reply',
    titleIsDescriptive: false,
    publisher: 'The Courier',
    date: '2031-04',
    url: 'https://courier.example/reply',
  },
];

/** A sound case file: 35 lines of front matter, prose in two parts, definitions. */
export const CASE_TEXT = rewriteFootnotes(
  `---
id: ${CASE_ID}
lang: fr
title: {fr: Intrusion au port de Velmar, en: Velmar port intrusion}
victims:
  - port de Velmar
period: depuis 2030
claims:
  - kind: accusation
    speaker: Ministère des Transports de Velmar
    speakerCountry: CZ
    speakerType: government
    against: {actor: Copper Heron, aliases: [], state: CN}
    basis: [technical]
    confidenceAsStated: haut degré de certitude
    eventDate: "2031-04-02"
    source: s1
    wording: Le ministère impute l’intrusion à Copper Heron.
  - kind: denial
    speaker: Ambassade
    speakerType: government
    source: s3
sources:
  - id: s1
    title: Velmar accuse
    publisher: La Gazette
    date: "2031-04-02"
    url: https://gazette.example/velmar
    lang: fr
    kind: news
    authority: media
  - {id: s2, title: Note du port, titleIsDescriptive: true, lang: fr, kind: statement, authority: government}
  - {id: s3, title: Embassy reply, publisher: The Courier, date: 2031-04, url: "https://courier.example/reply", lang: en, kind: response, authority: media}
---
## Les faits

Le ministère accuse Copper Heron.[^s1][^s2] Les grues sont restées immobiles neuf heures.[^s1]
M. Novak, du port, parle d’une longue campagne.[^s1] Le trafic a repris le lendemain.[^s1]
Le port a changé ses mots de passe.[^s2]

## La réponse

L’ambassade nie toute implication.[^s3][^s1]
`,
  SOURCES,
);
