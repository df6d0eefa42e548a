/** Parsers of documents: pages, texts, Markdown, PDF, archives, case files. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type ArticleInput,
  buildArticle,
  readMarkdownArticle,
} from '../../../src/corpus/article-document.ts';
import { parseCaseFile } from '../../../src/corpus/case-file.ts';
import { decodeText } from '../../../src/corpus/decode-text.ts';
import { decodePage } from '../../../src/corpus/html/decode-page.ts';
import { readPage } from '../../../src/corpus/html/read-page.ts';
import { readJsonlRecord } from '../../../src/corpus/jsonl-record.ts';
import { readPdf } from '../../../src/corpus/pdf/read-pdf.ts';
import { MAX_PASSAGE_LENGTH } from '../../../src/corpus/split.ts';
import { CHINESE, FRENCH, newsPage } from '../news-pages.ts';
import { column, writePdf } from '../pdf-writer.ts';
import { SHIPPED_CORPUS } from '../run-process.ts';
import { type FuzzTarget, textOf } from './fuzz-target.ts';

const NOW = new Date('2025-06-01T00:00:00Z');
const ADDRESS = 'https://www.gazette.example/2025/05/port';

/** What holds for each stored article: passages are its own words, in order, and not too long. */
function checkArticle(input: ArticleInput): void {
  const built = buildArticle(input);
  if (!built.ok) {
    oneLine(built.reason);
    return;
  }
  const { text, passages, source } = built.document;
  assert.ok(passages.length > 0);
  for (const passage of passages) {
    assert.equal(text.slice(passage.start, passage.end), passage.text);
    assert.ok(passage.text.length > 0 && passage.text.length <= MAX_PASSAGE_LENGTH);
  }
  if (source.url !== null) assert.match(source.url, /^https?:\/\//);
  if (source.publishedAt !== null) assert.match(source.publishedAt, /^\d{4}(-\d\d){0,2}/);
}

function oneLine(reason: string): void {
  assert.ok(reason !== '' && !/[\r\n]/.test(reason), `not one line: ${JSON.stringify(reason)}`);
}

function checkRead(read: Awaited<ReturnType<typeof readPdf>>): void {
  if (!read.ok) oneLine(read.reason);
  else checkArticle({ id: 'fuzz', text: read.text, metadata: read.metadata, contentHash: 'x' });
}

const LINKED =
  '<script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Le port de Velmar","datePublished":"2025-05-28T08:00:00Z","inLanguage":"fr","publisher":{"@id":"#p"},"isAccessibleForFree":true,"mainEntityOfPage":{"@id":"https://www.gazette.example/2025/05/port"}},{"@id":"#p","@type":"Organization","name":["La Gazette"]}]}</script>';

const page: FuzzTarget = {
  name: 'web page',
  quickRuns: 150,
  shape: 'bytes',
  seeds: [newsPage(FRENCH), newsPage({ ...CHINESE, head: LINKED }), newsPage({ ...FRENCH, head: LINKED })],
  pieces: [
    ...[
      '<',
      '>',
      '</',
      '<!--',
      '-->',
      '<p>',
      '<table>',
      '<svg>',
      '</body>',
      '<![CDATA[',
      '<script>',
      '<template>',
    ],
    ...[
      '<select>',
      '&#x110000;',
      '&lt',
      '<a href=',
      '<html>',
      '<plaintext>',
      '<frameset>',
      '<time datetime="',
      '<div>',
    ],
    ...[
      '<meta property="og:url" content="//evil.example">',
      '<link rel="canonical" href="',
      '<base href="javascript:x">',
    ],
    ...[
      '"@graph":[',
      '"@type":"NewsArticle"',
      '"headline":',
      '<script type="application/ld+json">',
      '[[[[',
      '{"a":',
    ],
    ...[
      '<meta charset="utf-16">',
      '<meta charset="x-user-defined">',
      '<title>',
      '</title>',
      '<article>',
      '<h1>',
    ],
  ],
  takes: /\.html?$/,
  run(input) {
    const html = decodePage(input, null);
    if (html !== null) checkRead(readPage(html, ADDRESS, NOW));
  },
};

const text: FuzzTarget = {
  name: 'text',
  shape: 'bytes',
  seeds: [
    [FRENCH.title, ...FRENCH.body].join('\n\n'),
    [CHINESE.title, ...CHINESE.body].join('\n\n'),
    'Publié le 28 mai 2025\nPar Ana Teste\n\nLe ministre a déclaré « non ». Lire aussi : autre chose\nPartager',
  ],
  pieces: [
    '\n',
    '\r',
    '\f',
    '. ',
    '。',
    '…',
    'Lire aussi :',
    'Publié le 3 mai 2025',
    'Ã©',
    'â€™',
    'M. ',
    '|',
    '#',
    '- ',
  ],
  takes: /\.(?:txt|md)$/,
  run(input) {
    const decoded = decodeText(input);
    if (!decoded.ok) return oneLine(decoded.reason);
    checkArticle({ id: 'fuzz', text: decoded.text, metadata: {}, contentHash: 'x' });
  },
};

const markdown: FuzzTarget = {
  name: 'Markdown',
  shape: 'bytes',
  seeds: [
    `---\ntitle: Un port\ndate: 2025-05-28\nlang: fr\nurl: https://gazette.example/a\n---\n# Un port\n\n${FRENCH.body.join('\n\n')}`,
  ],
  pieces: ['---\n', '&a ', '*a', '!!', '? ', ': ', '|\n', '[', '](', '**', '_', '<b>', '\t', '<<: *a'],
  run(input) {
    const decoded = decodeText(input);
    if (!decoded.ok) return;
    const read = readMarkdownArticle(decoded.text);
    if (!read.ok) return oneLine(read.reason);
    checkArticle({ ...read, id: 'fuzz', contentHash: 'x' });
  },
};

function shippedCases(count: number): Buffer[] {
  const names = readdirSync(SHIPPED_CORPUS).filter((name) => /^\d.*\.md$/.test(name));
  return names.slice(0, count).map((name) => readFileSync(join(SHIPPED_CORPUS, name)));
}

const caseFile: FuzzTarget = {
  name: 'case file',
  shape: 'bytes',
  seeds: shippedCases(4),
  pieces: [
    '---\n',
    '&a ',
    '*a',
    '[^s1]',
    '[^s9]:',
    'claims:\n',
    '  - ',
    'sources:\n',
    '!!js',
    '? ',
    '{',
    '}',
    '[',
    '\t',
    '<<: *a',
    '.',
  ],
  run(input) {
    const parsed = parseCaseFile(textOf(input), '2025-fuzz', 'x');
    if (!parsed.ok) {
      assert.ok(parsed.problems.length > 0);
      for (const { line, message } of parsed.problems) {
        assert.ok(Number.isInteger(line) && line >= 1, `line ${line}`);
        assert.ok(message !== '');
      }
      return;
    }
    for (const { source, text: stored, passages } of parsed.documents) {
      assert.equal(source.textKind, 'digest');
      for (const each of passages) assert.equal(stored.slice(each.start, each.end), each.text);
    }
  },
};

const archive: FuzzTarget = {
  name: 'archive line',
  shape: 'json',
  seeds: [
    JSON.stringify({
      id: 'a1',
      title: FRENCH.title,
      text: FRENCH.body.join('\n'),
      lang: 'fr',
      date: '2025-05-28',
      url: 'https://a.example/1',
      publisher: 'La Gazette',
    }),
    JSON.stringify({ id: 7, title: null, text: 'Un ministre accuse.', date: '' }),
  ],
  pieces: ['2025-13-45', 'https://', 'file:///etc/passwd', 'zz', 'fr-FR'],
  takes: /\.jsonl$/,
  run(input) {
    const record = readJsonlRecord(input);
    if (!record.ok) return oneLine(record.reason);
    checkArticle({ id: record.id, text: record.text, metadata: record.metadata, contentHash: 'x' });
  },
};

const LINES = [
  'The ministry of transport of Velmar said on Wednesday that a',
  'group tied to a neighbour’s services had broken into its port.',
];

const pdf: FuzzTarget = {
  name: 'PDF',
  shape: 'bytes',
  seeds: [
    writePdf([column(LINES), column(LINES)], { info: { Title: 'The port of Velmar' } }),
    writePdf([column(LINES)], { packed: true, xmp: '<dc:title>The port</dc:title>' }),
    writePdf([column(['维尔马政府周三表示港口遭到入侵'])], { locked: true }),
  ],
  pieces: [
    ...[
      '<<',
      '>>',
      'stream\n',
      'endstream',
      'endobj',
      '1 0 R',
      '2 0 R',
      '/Kids[2 0 R 2 0 R]',
      '/Length -1',
      '/Rotate 45',
    ],
    ...[
      '/Filter/LZWDecode',
      '/Filter[/FlateDecode/FlateDecode]',
      '%%EOF',
      'trailer',
      'BT',
      'Tj',
      'xref\n0 9',
      '/Count 9',
    ],
  ],
  takes: /\.pdf$/,
  // The reader takes its bytes over.
  run: async (input) => checkRead(await readPdf(Uint8Array.from(input), NOW)),
};

export const DOCUMENT_TARGETS: readonly FuzzTarget[] = [page, text, markdown, caseFile, archive, pdf];
