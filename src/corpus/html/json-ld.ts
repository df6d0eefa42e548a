/** What a page says of its article as linked data (schema.org in JSON-LD). */
import type { PageDocument } from './page-dom.ts';

export interface LinkedArticle {
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly datePublished: string | null;
  /** False when the page says that its text is for subscribers. */
  readonly free: boolean;
}

/** Longest block that is parsed, in characters, and things looked at in all of them. */
const LONGEST = 500_000;
const MAX_THINGS = 2_000;
const ARTICLE =
  /(?:Article|BlogPosting|Report|PressRelease|Statement|LegalForce\w*|GovernmentService|Legislation)$/;

type Thing = Readonly<Record<string, unknown>>;

/** The first article that the page describes; null when it describes none. */
export function readLinkedArticle(document: PageDocument): LinkedArticle | null {
  const things: Thing[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    if (text.length <= LONGEST) collect(parse(text), things);
  }
  const article = things.find((thing) => texts(thing['@type']).some((type) => ARTICLE.test(type)));
  if (article === undefined) return null;
  return {
    headline: text(article.headline) ?? text(article.name),
    publisher: nameOf(article.publisher, things) ?? nameOf(article.sourceOrganization, things),
    datePublished: text(article.datePublished) ?? text(article.dateCreated),
    free: !/^(?:false|no)$/i.test(String(article.isAccessibleForFree ?? true)),
  };
}

function parse(json: string): unknown {
  try {
    // Pages leave line ends within strings, which JSON forbids.
    return JSON.parse(json.replace(/\p{Cc}+/gu, ' '));
  } catch {
    return null;
  }
}

/** Gathers the objects of a value, at any depth, the outer ones first. */
function collect(value: unknown, things: Thing[]): void {
  let level: unknown[] = [value];
  while (level.length > 0 && things.length < MAX_THINGS) {
    const next: unknown[] = [];
    for (const one of level) {
      if (Array.isArray(one)) next.push(...one.slice(0, MAX_THINGS));
      else if (typeof one === 'object' && one !== null) {
        things.push(one as Thing);
        next.push(...Object.values(one));
      }
    }
    level = next.slice(0, MAX_THINGS);
  }
}

/** The name of an organisation, which may be described elsewhere on the page. */
function nameOf(value: unknown, things: readonly Thing[]): string | null {
  const [one] = Array.isArray(value) ? value : [value];
  if (typeof one !== 'object' || one === null) return text(one);
  const { name, '@id': id } = one as Thing;
  if (name !== undefined) return text(name);
  return text(things.find((thing) => thing['@id'] === id && thing.name !== undefined)?.name);
}

function text(value: unknown): string | null {
  const [one] = texts(value);
  return one?.trim() || null;
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}
