/** What somebody wants news of: an address, or words. */

/** UTF-16 code units: the longest topic that is still one, and the longest address that sites take. */
export const MAX_TOPIC = 200;
export const MAX_ADDRESS = 2_000;

export type TypedSubject =
  | { readonly type: 'address'; readonly url: string }
  | { readonly type: 'words'; readonly words: string };

/** `example.org/news`, without white space: nobody writes a topic so. */
const BARE_ADDRESS = /^(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?$/i;

/** Slack writes an address as `<https://…|…>`, and others put it in angle brackets, too. */
export function readSubject(typed: string): TypedSubject {
  const text = typed.trim().replace(/^<([^|>\s]+)(?:\|[^>]*)?>$/, '$1');
  const bare = text.length <= MAX_ADDRESS && BARE_ADDRESS.test(text);
  const whole = bare ? `https://${text}` : text;
  // What has a scheme is an address, also one that will be refused: it is no topic.
  if (/^[a-z][a-z\d+.-]*:\/\/\S*$/i.test(whole))
    return { type: 'address', url: URL.canParse(whole) ? new URL(whole).href : whole };
  return { type: 'words', words: text.replace(/\s+/g, ' ') };
}
