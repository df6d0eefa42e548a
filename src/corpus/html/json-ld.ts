/** What a page says of its article as linked data (schema.org in JSON-LD). */
import { decodeEntities } from '../../core/decode-entities.ts';
import { fold } from '../../lexicon/fold.ts';
import type { PageDocument } from './page-dom.ts';

export interface LinkedArticle {
  readonly headline: string | null;
  readonly publisher: string | null;
  readonly datePublished: string | null;
  /** ISO 639-1 code with or without a region, as stated. */
  readonly lang: string | null;
  /** False when the page says that its text is for subscribers. */
  readonly free: boolean;
}

/** By what an article that is described is known to be the page's own. */
export interface PageSigns {
  /** Addresses of the page. */
  readonly addresses: readonly string[];
  /** Its titles, in the head and above the text. */
  readonly titles: readonly string[];
}

/** Longest block that is parsed, in characters, and things looked at in all of them. */
const LONGEST = 500_000;
const MAX_THINGS = 2_000;
const ARTICLE =
  /(?:Article|BlogPosting|Report|PressRelease|Statement|LegalForce\w*|GovernmentService|Legislation)$/;
/** Characters from which on a title within another is the same one, shortened. */
const TITLE_LENGTH = 15;

type Thing = Readonly<Record<string, unknown>>;

/** The article of the page, if it describes it; null when it describes none, or several and none of them as its own. */
export function readLinkedArticle(document: PageDocument, signs: PageSigns): LinkedArticle | null {
  const things: Thing[] = [];
  const articles: Thing[] = [];
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    if (text.length <= LONGEST) collect(parse(text), things, articles);
  }
  const article = articles.length < 2 ? articles[0] : articles.find((one) => isOwn(one, signs));
  if (article === undefined) return null;
  return {
    headline: text(article.headline) ?? text(article.name),
    publisher: nameOf(article.publisher, things) ?? nameOf(article.sourceOrganization, things),
    datePublished: text(article.datePublished) ?? text(article.dateCreated),
    lang: text(article.inLanguage),
    free: !/^(?:false|no)$/i.test(String(article.isAccessibleForFree ?? true)),
  };
}

function isOwn(article: Thing, { addresses, titles }: PageSigns): boolean {
  const stated = [article.url, article['@id'], article.mainEntityOfPage].flatMap((one) => [
    text(one),
    typeof one === 'object' && one !== null
      ? (text((one as Thing)['@id']) ?? text((one as Thing).url))
      : null,
  ]);
  const own = new Set(addresses.map(pathOf));
  if (stated.some((one) => one !== null && own.has(pathOf(one)))) return true;
  const headline = letters(text(article.headline) ?? text(article.name) ?? '');
  if (headline === '') return false;
  return titles.map(letters).some((title) => {
    const [short, long] = title.length < headline.length ? [title, headline] : [headline, title];
    return title === headline || (short.length >= TITLE_LENGTH && long.includes(short));
  });
}

/** What is alike in two ways to write an address; empty for what is none. */
function pathOf(address: string): string {
  // `canParse` takes a few very long addresses that the constructor refuses.
  const url = URL.parse(address);
  if (url === null) return '';
  const { host, pathname, search } = url;
  const id = /[?&](?:id|p|article)=[^&]+/.exec(search)?.[0] ?? '';
  return pathname === '/' && id === ''
    ? ''
    : `${host.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}${id}`;
}

function letters(title: string): string {
  return fold(title).replace(/[^\p{L}\p{N}]/gu, '');
}

function parse(json: string): unknown {
  try {
    // Pages leave line ends within strings, which JSON forbids.
    return JSON.parse(json.replace(/\p{Cc}+/gu, ' '));
  } catch {
    return null;
  }
}

/** Gathers the objects of a value, at any depth, the outer ones first; and articles that are no part of another. */
function collect(value: unknown, things: Thing[], articles: Thing[]): void {
  let level: { one: unknown; within: boolean }[] = [{ one: value, within: false }];
  while (level.length > 0 && things.length < MAX_THINGS) {
    const next: typeof level = [];
    for (const { one, within } of level) {
      if (Array.isArray(one)) next.push(...one.slice(0, MAX_THINGS).map((part) => ({ one: part, within })));
      else if (typeof one === 'object' && one !== null) {
        const thing = one as Thing;
        things.push(thing);
        const isArticle = texts(thing['@type']).some((type) => ARTICLE.test(type));
        if (isArticle && !within) articles.push(thing);
        next.push(...Object.values(thing).map((part) => ({ one: part, within: within || isArticle })));
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
  return one === undefined ? null : decodeEntities(one).trim() || null;
}

function texts(value: unknown): string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string');
}
