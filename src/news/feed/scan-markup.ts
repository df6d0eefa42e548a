/** Cuts markup into tags and texts, whatever is broken in it: one pass, no recursion, nothing expanded. */

type Token =
  | {
      readonly kind: 'open';
      /** In lower case, with its prefix. */
      readonly name: string;
      /** As written, between name and `>`. */
      readonly attributes: string;
      readonly selfClosing: boolean;
    }
  | { readonly kind: 'close'; readonly name: string }
  /** Entities are as written. */
  | { readonly kind: 'text'; readonly text: string }
  /** `broken` when it was never closed. */
  | { readonly kind: 'cdata'; readonly text: string; readonly broken: boolean }
  /** A document type declaration, dropped with all that it declares. */
  | { readonly kind: 'doctype' };

/** Elements that hold marked text: a CDATA section in one of them that is never closed ends with the element. */
const HOLDS_TEXT =
  /^(?:\w+:)?(?:title|description|summary|content|encoded|link|guid|id|body|pubdate|source)$/;
/** Longest tag name; what is longer is text. */
const LONGEST_NAME = 100;
const NAME = /[a-z_\u00c0-\uffef][\w.:\u00b7-\uffef-]*/iy;

/** Next place of `needle` at or after a position; positions only grow, so that all calls together are one pass. */
function createSeeker(text: string, needle: string): (from: number) => number {
  let at = -2;
  return (from) => {
    if (at !== -1 && at < from) at = text.indexOf(needle, from);
    return at;
  };
}

/** Time and memory grow with the length of `text` alone. */
export function* scanMarkup(text: string): Generator<Token> {
  const lower = text.toLowerCase().length === text.length ? text.toLowerCase() : text;
  const seek = {
    lt: createSeeker(text, '<'),
    gt: createSeeker(text, '>'),
    comment: createSeeker(text, '-->'),
    instruction: createSeeker(text, '?>'),
    cdata: createSeeker(text, '<![CDATA['),
    cdataEnd: createSeeker(text, ']]>'),
  };
  const closers = new Map<string, (from: number) => number>();
  const closer = (name: string, from: number): number => {
    let find = closers.get(name);
    if (find === undefined && closers.size < 50) {
      find = createSeeker(lower, `</${name}`);
      closers.set(name, find);
    }
    return find?.(from) ?? -1;
  };
  let declared = false;
  /** The element whose opening tag came last, while nothing was closed since. */
  let inside = '';
  let at = 0;
  while (at < text.length) {
    const lt = seek.lt(at);
    if (lt !== at) {
      const end = lt === -1 ? text.length : lt;
      yield { kind: 'text', text: text.slice(at, end) };
      at = end;
      continue;
    }
    if (text.startsWith('<!--', at)) {
      const end = seek.comment(at + 4);
      at = end === -1 ? at + 4 : end + 3;
      continue;
    }
    if (text.startsWith('<![CDATA[', at)) {
      const start = at + 9;
      let end = seek.cdataEnd(start);
      const closed = HOLDS_TEXT.test(inside) ? closer(inside, start) : -1;
      const next = seek.cdata(start);
      const broken = end === -1 || (closed !== -1 && closed < next && next < end);
      if (broken) end = closed === -1 ? text.length : closed;
      yield { kind: 'cdata', text: text.slice(start, end), broken };
      at = broken ? end : end + 3;
      continue;
    }
    const gt = seek.gt(at);
    if (text.startsWith('<?', at)) {
      const end = seek.instruction(at);
      at = end === -1 ? (gt === -1 ? at + 2 : gt + 1) : end + 2;
      continue;
    }
    if (text.startsWith('<!', at)) {
      if (!declared && lower.startsWith('<!doctype', at)) {
        declared = true;
        at = endOfDoctype(text, at);
        yield { kind: 'doctype' };
      } // A file that ends within a declaration or the start of a CDATA section ends before it.
      else at = gt === -1 ? endOfText(seek.lt(at + 1), text) : gt + 1;
      continue;
    }
    const tag = readTag(text, at, gt, seek.lt(at + 1));
    if (tag === null) {
      yield { kind: 'text', text: '<' };
      at += 1;
      continue;
    }
    yield tag.token;
    inside = tag.token.kind === 'open' && !tag.token.selfClosing ? tag.token.name : '';
    at = tag.end;
  }
}

function endOfText(nextLt: number, text: string): number {
  return nextLt === -1 ? text.length : nextLt;
}

/** `gt` and `nextLt`: where the next `>` and the next `<` stand; a tag that is not closed before the latter is text. */
function readTag(
  text: string,
  at: number,
  gt: number,
  nextLt: number,
): { token: Token & { kind: 'open' | 'close' }; end: number } | null {
  const limit = endOfText(nextLt, text);
  if (gt === -1 || gt >= limit) return null;
  const closes = text[at + 1] === '/';
  NAME.lastIndex = at + (closes ? 2 : 1);
  const name = NAME.exec(text)?.[0];
  if (name === undefined || name.length > LONGEST_NAME) return null;
  const after = NAME.lastIndex;
  if (!/[\s/>]/.test(text.charAt(after))) return null;
  if (closes) return { token: { kind: 'close', name: name.toLowerCase() }, end: gt + 1 };
  const end = endOfTag(text, after, limit) ?? gt;
  const attributes = text.slice(after, end);
  const selfClosing = attributes.endsWith('/');
  return {
    token: {
      kind: 'open',
      name: name.toLowerCase(),
      attributes: selfClosing ? attributes.slice(0, -1) : attributes,
      selfClosing,
    },
    end: end + 1,
  };
}

/** The `>` that stands in no quotes; null where quotes are not closed before `limit`. */
function endOfTag(text: string, from: number, limit: number): number | null {
  let quote = '';
  for (let at = from; at < limit; at += 1) {
    const character = text.charAt(at);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '>') return at;
    else if ((character === '"' || character === "'") && /[=\s]/.test(text.charAt(at - 1))) quote = character;
  }
  return null;
}

/** Past the declaration with its internal subset; read once in a document. */
function endOfDoctype(text: string, at: number): number {
  const gt = text.indexOf('>', at);
  const bracket = text.indexOf('[', at);
  if (bracket === -1 || (gt !== -1 && gt < bracket)) return gt === -1 ? text.length : gt + 1;
  const END = /\]\s{0,100}>/g;
  END.lastIndex = bracket;
  return END.exec(text) === null ? (gt === -1 ? text.length : gt + 1) : END.lastIndex;
}

const ATTRIBUTE = /(?<=^|[\s"'/])([^\s"'<>/=]{1,100})\s{0,20}=\s{0,20}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** Attributes of a tag by their names in lower case; entities are as written. The first of a name counts. */
export function readAttributes(attributes: string): Map<string, string> {
  const found = new Map<string, string>();
  // Long enough for any address; bounds what a mangled tag costs.
  for (const match of attributes.slice(0, 20_000).matchAll(ATTRIBUTE)) {
    const name = (match[1] ?? '').toLowerCase();
    if (!found.has(name)) found.set(name, match[2] ?? match[3] ?? match[4] ?? '');
  }
  return found;
}
