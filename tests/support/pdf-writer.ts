/** Writes small PDF files for tests: text at places, on pages, with what a file states about itself. */
import { deflateSync } from 'node:zlib';

export interface PdfText {
  readonly text: string;
  /** Points from the left, and from the top. */
  readonly x: number;
  readonly y: number;
  /** 10 points by default. */
  readonly size?: number;
  /** Whether it runs up the page. */
  readonly upright?: boolean;
}

export interface PdfSheet {
  readonly texts: readonly PdfText[];
  /** Quarter turns by which the page is shown. */
  readonly turned?: number;
  /** What is drawn besides, in the language of PDF. */
  readonly drawn?: string;
}

export interface PdfOptions {
  readonly info?: Readonly<Record<string, string>>;
  /** XML between `rdf:Description` and its end. */
  readonly xmp?: string;
  readonly locked?: boolean;
  readonly packed?: boolean;
  /** Whether its letters are known by number alone. */
  readonly nameless?: boolean;
}

/** Points of a page's sides: A4. */
const WIDTH = 595;
const HEIGHT = 842;

/** Lines one below the other. */
export function column(
  lines: readonly string[],
  {
    x = 70,
    y = 100,
    size = 10,
    leading = 1.2 * size,
  }: { x?: number; y?: number; size?: number; leading?: number } = {},
): PdfText[] {
  return lines.map((text, i) => ({ text, x, y: y + i * leading, size }));
}

export function writePdf(
  sheets: readonly (PdfSheet | readonly PdfText[])[],
  options: PdfOptions = {},
): Buffer {
  const pages = sheets.map((sheet): PdfSheet => ('texts' in sheet ? sheet : { texts: sheet }));
  const letters = [...new Set(pages.flatMap(({ texts }) => texts.flatMap(({ text }) => [...text])))];
  const objects: string[] = [];
  const add = (body: string): number => objects.push(body);
  const stream = (body: string, packed = false): number => {
    const bytes = packed ? deflateSync(Buffer.from(body, 'latin1')).toString('latin1') : body;
    return add(
      `<</Length ${bytes.length}${packed ? '/Filter/FlateDecode' : ''}>>\nstream\n${bytes}\nendstream`,
    );
  };
  const catalog = add('');
  const tree = add('');
  const latin = add('<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>');
  const descriptor = add(
    '<</Type/FontDescriptor/FontName/Sign/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
  );
  const child = add(
    `<</Type/Font/Subtype/CIDFontType2/BaseFont/Sign/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000/FontDescriptor ${descriptor} 0 R>>`,
  );
  const named = options.nameless ? '' : `/ToUnicode ${stream(toUnicode(letters))} 0 R`;
  const signs = add(
    `<</Type/Font/Subtype/Type0/BaseFont/Sign/Encoding/Identity-H/DescendantFonts[${child} 0 R]${named}>>`,
  );
  const kids = pages.map(({ texts, drawn = '', turned = 0 }) => {
    const shown = texts.map((text) => show(text, letters, options.nameless === true)).join('\n');
    const contents = stream(`${drawn}\n${shown}`, options.packed);
    return add(
      `<</Type/Page/Parent ${tree} 0 R/Rotate ${turned * 90}/MediaBox[0 0 ${WIDTH} ${HEIGHT}]/Contents ${contents} 0 R/Resources<</Font<</L ${latin} 0 R/S ${signs} 0 R>>>>>>`,
    );
  });
  const metadata = options.xmp === undefined ? '' : `/Metadata ${xmpStream(options.xmp)} 0 R`;
  objects[catalog - 1] = `<</Type/Catalog/Pages ${tree} 0 R${metadata}>>`;
  objects[tree - 1] =
    `<</Type/Pages/Count ${kids.length}/Kids[${kids.map((kid) => `${kid} 0 R`).join(' ')}]>>`;
  const entries = Object.entries(options.info ?? {}).map(([name, value]) => `/${name} <feff${hex(value)}>`);
  const info = entries.length > 0 ? `/Info ${add(`<<${entries.join('')}>>`)} 0 R` : '';
  const lock = `/ID[<00><00>]/Encrypt ${add(`<</Filter/Standard/V 1/R 2/P -4/O <${'41'.repeat(32)}>/U <${'42'.repeat(32)}>>>`)} 0 R`;
  return assemble(objects, `/Root ${catalog} 0 R${info}${options.locked ? lock : ''}`);

  function xmpStream(xml: string): number {
    const body = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/">${xml}</rdf:Description></rdf:RDF></x:xmpmeta>`;
    return add(`<</Type/Metadata/Subtype/XML/Length ${body.length}>>\nstream\n${body}\nendstream`);
  }
}

function assemble(objects: readonly string[], trailer: string): Buffer {
  let file = '%PDF-1.5\n%\u00e2\u00e3\u00cf\u00d3\n';
  const places = objects.map((body, i) => {
    const place = file.length;
    file += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = file.length;
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(
    `${file}trailer\n<</Size ${objects.length + 1}${trailer}>>\nstartxref\n${table}\n%%EOF\n`,
    'latin1',
  );
}

function show(
  { text, x, y, size = 10, upright = false }: PdfText,
  letters: readonly string[],
  nameless: boolean,
): string {
  const place = `${upright ? '0 1 -1 0' : '1 0 0 1'} ${x} ${HEIGHT - y} Tm`;
  const bytes = nameless ? null : windows1252(text);
  if (bytes !== null) return `BT /L ${size} Tf ${place} <${bytes.toString('hex')}> Tj ET`;
  const codes = [...text].map((letter) => (letters.indexOf(letter) + 1).toString(16).padStart(4, '0'));
  return `BT /S ${size} Tf ${place} <${codes.join('')}> Tj ET`;
}

/** Null when a letter is not in that code page. */
function windows1252(text: string): Buffer | null {
  const known = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
  const codes = [...text].map((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    return known.includes(letter) ? 0x80 + known.indexOf(letter) : code < 0x100 ? code : -1;
  });
  return codes.includes(-1) ? null : Buffer.from(codes);
}

function toUnicode(letters: readonly string[]): string {
  const rows = letters.map((letter, i) => `<${(i + 1).toString(16).padStart(4, '0')}> <${hex(letter)}>`);
  const blocks: string[] = [];
  for (let i = 0; i < rows.length; i += 100) {
    const some = rows.slice(i, i + 100);
    blocks.push(`${some.length} beginbfchar\n${some.join('\n')}\nendbfchar`);
  }
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${blocks.join('\n')}\nendcmap end end`;
}

function hex(text: string): string {
  return Buffer.from(text, 'utf16le').swap16().toString('hex');
}
