/** Posts of news as the renderers get them: invented stories in words of our own. */
import type { NewsPost } from '../../src/core/chat.ts';
import type { Report, ReportSource } from '../../src/core/report.ts';

function source(n: number, title: string): ReportSource {
  return {
    n,
    sourceId: `news/${n}`,
    title,
    titleIsDescriptive: false,
    publisher: 'Le Journal de Valdoria',
    date: '2026-01-05',
    url: `https://valdoria.example/article?lang=fr&id=${n}`,
    lang: 'fr',
    authority: 'media',
  };
}

/** @param told title of the story and of its source; what is said in it. */
export function storyReport({
  title,
  text = 'Le ministère attribue l’intrusion à un groupe.',
}: {
  title: string;
  text?: string;
}): Report {
  return {
    kind: 'news',
    lang: 'fr',
    title,
    cases: [{ id: '2025-lac-gris', title: 'Intrusion au lac Gris (2025)' }],
    sections: [
      {
        heading: 'Qui affirme quoi',
        tone: 'accusation',
        lines: [
          {
            date: '2026-01-05',
            label: 'Ministère des Eaux de Valdoria',
            text,
            lang: 'fr',
            notes: ['quasi-certitude'],
            citations: [1],
          },
        ],
      },
      {
        heading: 'Ce qui est nouveau',
        tone: 'plain',
        lines: [
          {
            date: null,
            label: 'Norland',
            text: 'dément toute responsabilité',
            lang: 'fr',
            notes: [],
            citations: [1],
            tone: 'reply',
          },
        ],
      },
    ],
    sources: [source(1, title)],
    notices: [],
  };
}

/** A digest of so many stories, of some 250 characters each; their words begin with «Nouvelle 1 :». */
export function digestOf(count: number): Report {
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  return {
    kind: 'digest',
    lang: 'fr',
    title: 'La semaine du 5 janvier 2026',
    cases: [],
    sections: [
      {
        heading: 'Sans affaire connue',
        tone: 'plain',
        lines: numbers.map((n) => ({
          date: '2026-01-05',
          label: 'Norland',
          text: `Nouvelle ${n} : ${'le porte-parole récuse toute responsabilité et demande des preuves. '.repeat(3)}`,
          lang: 'fr',
          notes: [],
          citations: [n],
        })),
      },
    ],
    sources: numbers.map((n) => source(n, `Article ${n}`)),
    notices: [],
  };
}

/** A story at its first attempt. @param now milliseconds since 1970. */
export function newsPost(now: number): NewsPost {
  return {
    report: storyReport({ title: 'Valdoria désigne le Lotus gris' }),
    mark: 'story:1',
    attempt: 1,
    firstTriedAt: new Date(now),
  };
}
