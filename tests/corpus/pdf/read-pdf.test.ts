/** What is read out of a PDF: its text as a person reads it, and what it states about itself. */
import { describe, expect, test } from 'vitest';
import { readPdf } from '../../../src/corpus/pdf/read-pdf.ts';
import { column, type PdfOptions, type PdfSheet, type PdfText, writePdf } from '../../support/pdf-writer.ts';

const NOW = new Date('2025-06-10T00:00:00Z');

/** Two columns of an invented affair, each of lines that a narrow column divides. */
const LEFT = [
  'The ministry of transport of Velmar said on Wednesday that a',
  'group tied to a neighbour’s services had broken into the con-',
  'trol system of its harbour, and that the state-sponsored cam-',
  'paign had gone on for months before anybody noticed.',
];
const RIGHT = [
  'The embassy of Doria rejected the accusation and spoke of a',
  'fable. It asked that evidence be handed to a joint commis-',
  'sion. Campaigns that are paid for by a state, and state-',
  'sponsored ones by name, it called the habit of others.',
];
const LEFT_TEXT =
  'The ministry of transport of Velmar said on Wednesday that a group tied to a neighbour’s services had broken into the control system of its harbour, and that the state-sponsored campaign had gone on for months before anybody noticed.';
const RIGHT_TEXT =
  'The embassy of Doria rejected the accusation and spoke of a fable. It asked that evidence be handed to a joint commission. Campaigns that are paid for by a state, and state-sponsored ones by name, it called the habit of others.';
const TITLE: PdfText = { text: 'Harbour intrusion: what Velmar says of Doria', x: 70, y: 80, size: 20 };
const SMALL = { size: 8, y: 140 };

async function read(sheets: readonly (PdfSheet | readonly PdfText[])[], options?: PdfOptions) {
  const found = await readPdf(new Uint8Array(writePdf(sheets, options)), NOW);
  if (!found.ok) throw new Error(found.reason);
  return { ...found, paragraphs: found.text.split('\n\n') };
}
const refusal = async (bytes: Uint8Array) => {
  const found = await readPdf(new Uint8Array(bytes), NOW);
  return found.ok ? null : found.reason;
};

describe('the text', () => {
  test('goes down one column after the other, in whatever order the file draws them', async () => {
    const rows = LEFT.flatMap((text, i) => [
      { text, x: 70, y: 140 + 10 * i, size: 8 },
      { text: RIGHT[i] ?? '', x: 330, y: 140 + 10 * i, size: 8 },
    ]);
    const foot = {
      text: 'A note below both columns says who wrote this page, and in which month it was.',
      x: 70,
      y: 300,
    };
    for (const texts of [
      [TITLE, ...rows, foot],
      [foot, ...rows.toReversed(), TITLE],
    ])
      expect((await read([texts])).paragraphs).toEqual([TITLE.text, LEFT_TEXT, RIGHT_TEXT, foot.text]);
  });

  test('has three columns, and what spans them between', async () => {
    const thirds = ['First', 'Second', 'Third'].map((name, i) => ({
      lines: Array.from({ length: 5 }, (_, n) => `${name} column goes on ${n}`),
      x: 60 + i * 165,
    }));
    const above = thirds.flatMap(({ lines, x }) => column(lines, { x, y: 100 }));
    const below = thirds.flatMap(({ lines, x }) =>
      column(
        lines.map((line) => `${line} below`),
        { x, y: 260, size: 9 },
      ),
    );
    const across = {
      text: 'Between the two stands a line that goes across all of the three columns of the page',
      x: 60,
      y: 220,
    };
    const { text } = await read([[...below, across, ...above]]);
    const order = [...text.matchAll(/First|Second|Third|Between/g)].map(([word]) => word);
    expect([...new Set(order.slice(0, 15))]).toEqual(['First', 'Second', 'Third']);
    expect(order.slice(0, 5)).toEqual(Array(5).fill('First'));
    expect(order[15]).toBe('Between');
    expect(order.slice(16, 21)).toEqual(Array(5).fill('First'));
  });

  test('of a table stays in its rows', async () => {
    const rows = ['Harbour', 'Rail', 'Water', 'Power', 'Post'].flatMap((name, i) => [
      { text: name, x: 70, y: 140 + 12 * i },
      { text: `${i + 2} million`, x: 330, y: 140 + 12 * i },
    ]);
    const { text } = await read([[...column(LEFT, { y: 60 }), ...rows]]);
    expect(text).toMatch(/Harbour 2 million\n*\s*Rail 3 million/);
  });

  test('goes on over a page’s end, without what stands on top and at the foot of each', async () => {
    const sheets = [LEFT.slice(0, 3), LEFT.slice(3).concat('It gave no further details.'), RIGHT].map(
      (lines, i) => [
        { text: 'Velmar Harbour Authority, annual report', x: 70, y: 40, size: 8 },
        { text: `Chapter ${i < 2 ? 'one' : 'two'} ${i + 7}`, x: 400, y: 40, size: 8 },
        ...column(lines, { y: 100 }),
        { text: ['- 7 -', '8 / 9', 'Page 9 of 9'][i] ?? '', x: 280, y: 815, size: 8 },
      ],
    );
    const { text } = await read(sheets);
    expect(text.replaceAll('\n\n', ' ')).toBe(`${LEFT_TEXT} It gave no further details. ${RIGHT_TEXT}`);
  });

  test('keeps paragraphs apart by distance, indent and size', async () => {
    const { paragraphs } = await read([
      [
        { text: 'What the ministry found', x: 70, y: 70, size: 13 },
        ...column(
          [
            'One paragraph of the report ends with its full stop in this line.',
            'A second line belongs to it.',
          ],
          { y: 100 },
        ),
        ...column(['Another paragraph begins further below, after a distance.'], { y: 140 }),
        { text: 'And a third begins with an indent, close below the second one.', x: 85, y: 152 },
      ],
    ]);
    expect(paragraphs).toEqual([
      'What the ministry found',
      'One paragraph of the report ends with its full stop in this line. A second line belongs to it.',
      'Another paragraph begins further below, after a distance.',
      'And a third begins with an indent, close below the second one.',
    ]);
  });

  test('has whole words: hyphens of a line’s end go, those of a word stay', async () => {
    const { text } = await read([
      column([
        'Le ministère demande une enquête : y a-t-il eu intru-',
        'sion ? La cyber-attaque du port est niée. Celui-',
        'ci a repris, et une cyber-',
        'attaque de plus n’est pas exclue, dit-',
        'il à ceux qui le lui demandent.',
      ]),
    ]);
    expect(text).toBe(
      'Le ministère demande une enquête : y a-t-il eu intrusion ? La cyber-attaque du port est niée. Celui-ci a repris, et une cyber-attaque de plus n’est pas exclue, dit-il à ceux qui le lui demandent.',
    );
  });

  test('has plain letters for ligatures, and joins Chinese without spaces', async () => {
    const ligatures = [
      'The oﬃcial ﬁle was ﬂooded, and the ministry conﬁrmed',
      'the aﬀair to the press on the same day.',
    ];
    expect((await read([column(ligatures)])).text).toContain(
      'official file was flooded, and the ministry confirmed',
    );
    const chinese = [
      '维尔马政府周三表示，一个据称与邻国情报部门有关联的组织入侵了该国港口的控制系',
      '统，货物装卸因此中断了三天。多里亚大使馆否认了上述指责，并要求对方拿出相关证据来',
    ];
    const found = await read([column(chinese, { size: 12 })]);
    expect(found.text).toBe(chinese.join(''));
    expect(found.metadata).toEqual({});
  });

  test('is read on a page that lies on its side, without the stamp up its edge', async () => {
    const stamp = { text: 'arXiv stamp', x: 30, y: 600, upright: true };
    for (const turned of [0, 1, 2, 3])
      expect((await read([{ texts: [...column(LEFT), stamp], turned }])).text).toBe(LEFT_TEXT);
  });
});

describe('title, date and publisher', () => {
  const page = [TITLE, { text: 'Velmar, 28 May 2025', x: 70, y: 110 }, ...column(LEFT, SMALL)];
  const told = async (options: PdfOptions, texts: readonly PdfText[] = page) =>
    (await read([texts], options)).metadata;
  const smallTitle = page.map((text) => ({ ...text, size: 8 }));

  test.each([
    'Microsoft Word - Harbour draft.doc',
    'harbour_intrusion_final.indd',
    'Untitled',
    'Press release of the ministry of fisheries',
    'C:\\Velmar\\Doria',
    'https://velmar.example/what-Velmar-says',
    '',
  ])('a title such as %j is none; the headline is', async (title) => {
    expect(await told({ info: { Title: title } })).toMatchObject({ title: TITLE.text });
    expect((await told({ info: { Title: title } }, smallTitle)).title).toBeUndefined();
  });

  test('a title that the first page bears out is taken', async () => {
    expect(await told({ info: { Title: 'What Velmar  says of the harbour' } })).toMatchObject({
      title: 'What Velmar says of the harbour',
    });
  });

  test('the date is the one on the page that fits the making of the file', async () => {
    const made = (CreationDate: string, more: Record<string, string> = {}) =>
      told({ info: { CreationDate, ...more } });
    expect((await made('D:20250527093000Z')).date).toBe('2025-05-28');
    // Another year's date on the page is of something else, and so is the file of a year that the page does not name.
    expect((await made('D:20210527')).date).toBeUndefined();
    expect((await made('D:20250401')).date).toBe('2025-04');
    expect((await made('D:20300101')).date).toBeUndefined();
    expect((await made('D:20250527', { Creator: 'Mozilla Firefox' })).date).toBeUndefined();
    expect((await made('yesterday')).date).toBeUndefined();
  });

  test('a stated publication date and a publisher that the text names are taken', async () => {
    const xmp = (publisher: string) =>
      `<prism:publicationDate>2025-05-30</prism:publicationDate><dc:publisher><rdf:Bag><rdf:li>${publisher}</rdf:li></rdf:Bag></dc:publisher>`;
    expect(await told({ xmp: xmp('Ministry of Transport of Velmar') })).toMatchObject({
      date: '2025-05-30',
      publisher: 'Ministry of Transport of Velmar',
    });
    expect((await told({ xmp: xmp('Acme Office Suite') })).publisher).toBeUndefined();
  });
});

describe('a PDF that cannot be read says why', () => {
  const texts = column(LEFT);
  test.each([
    ['locked with a password', () => writePdf([texts], { locked: true })],
    ['pictures of pages and no text', () => writePdf([{ texts: [], drawn: '10 10 400 600 re f' }, []])],
    ['which letters its signs stand for', () => writePdf([texts], { nameless: true })],
    ['is damaged', () => Buffer.from('%PDF-1.7\nnothing')],
    ['is damaged', () => Buffer.alloc(0)],
    ['has 1001 pages, the limit is 1000', () => writePdf(Array.from({ length: 1_001 }, () => []))],
  ])('%s', async (reason, make) => {
    const told = await refusal(make());
    expect(told).toContain(reason);
    expect(told).not.toContain('\n');
  });
});
