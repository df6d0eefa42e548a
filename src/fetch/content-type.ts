/** Reads a Content-Type header: `text/html; charset="gb18030"`. */

export interface ContentType {
  /** Such as `text/html`, in lower case; empty when the server says nothing usable. */
  readonly type: string;
  /** As the server names it, in lower case; null when it names none. */
  readonly charset: string | null;
}

const TOKEN = String.raw`[\w!#$&^.+-]+`;
const TYPE = new RegExp(`^\\s*(${TOKEN}/${TOKEN})\\s*(?:;|$)`);
const CHARSET = new RegExp(`;\\s*charset\\s*=\\s*(?:"([^"]*)"|'?(${TOKEN})'?)`, 'i');

export function readContentType(header: string | undefined): ContentType {
  const line = header ?? '';
  const charset = CHARSET.exec(line);
  return {
    type: (TYPE.exec(line)?.[1] ?? '').toLowerCase(),
    charset: (charset?.[1] ?? charset?.[2] ?? '').trim().toLowerCase() || null,
  };
}
