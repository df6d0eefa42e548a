/** The date of publication as a page states it: in linked data, in its head, beside the headline, in its address. */
import { parseCompleteDate, parseMetadataDate } from '../parse-date.ts';
import type { PageDocument, PageElement, PageNode } from './page-dom.ts';

/** Names under which pages state the date of publication, the surest first. */
const DATE_NAMES = [
  'article:published_time',
  'og:article:published_time',
  'article:published',
  'bytedance:published_time',
  'og:release_date',
  'datepublished',
  'date.published',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'citation_publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'publishdate',
  'publish_date',
  'publish-date',
  'pubdate',
  'apub:time',
  'contentcreatedate',
  'dc.date',
  'date',
] as const;
/** Before the web, and after tomorrow, nothing is published on it. */
const FIRST_YEAR = 1990;
const TOMORROW = 36 * 3_600_000;
const PUBLISHED = {
  class: /publi|posted|entry-date|pubdate/i,
  label: /publi|posted|发布|发表|發布|發表|veröffentlicht|опубликовано/i,
};
const CHANGED = {
  class: /updat|modif|maj\b|revis/i,
  label: /updat|modif|mise? à jour|actualis|revis|corrig|更新|修改|изменено|aktualis/i,
};
/** Characters before a date in which it is said what it is. */
const LABEL_LENGTH = 40;
/** Elements up from a date that may hold its label. */
const LABEL_HEIGHT = 2;
const IN_ADDRESS = [
  /[/_-]((?:19|20)\d{2})[/_-](0?[1-9]|1[0-2])[/_-](0?[1-9]|[12]\d|3[01])(?!\d)/,
  /\/((?:19|20)\d{2})(0[1-9]|1[0-2])\/(0[1-9]|[12]\d|3[01])(?!\d)/,
  /\/t?((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])[_/]/,
  /\/((?:19|20)\d{2})\/(0[1-9]|1[0-2])\//,
];

/** @param linked the date in the article's linked data. */
export function pageDate(
  document: PageDocument,
  linked: string | null,
  meta: ReadonlyMap<string, string>,
  now: Date,
): string | null {
  const marked = [...document.querySelectorAll('time[pubdate], [itemprop="datePublished"]')].map(
    (one) => one.getAttribute('datetime') ?? one.getAttribute('content') ?? one.textContent,
  );
  const times = [...document.querySelectorAll('time[datetime]')]
    .map((time) => ({ stated: time.getAttribute('datetime'), kind: kindOf(time) }))
    .filter(({ kind }) => kind !== 'changed');
  // Without a word on what it is, a date is the article's only when the page has no other.
  const days = new Set(times.map(({ stated }) => readDate(stated)));
  const stated = [
    linked,
    ...DATE_NAMES.map((name) => meta.get(name)),
    ...marked,
    times.find(({ kind }) => kind === 'published')?.stated,
    days.size === 1 ? times[0]?.stated : null,
  ];
  for (const one of stated) {
    const date = readDate(one);
    if (date !== null && isPossible(date, now)) return date;
  }
  return null;
}

/** The day, or the month, that an address names among its folders. */
export function dateInAddress(address: string | null, now: Date): string | null {
  if (address === null) return null;
  const { pathname } = new URL(address);
  for (const pattern of IN_ADDRESS) {
    const found = pattern.exec(pathname);
    if (found === null) continue;
    const parts = found.slice(1).map((part) => part.padStart(2, '0'));
    const date = parseMetadataDate(parts.join('-'));
    if (date !== null && isPossible(date, now)) return date;
  }
  return null;
}

/** What a `time` is the time of, by its marks or by the words before it. */
function kindOf(time: PageElement): 'published' | 'changed' | 'unknown' {
  const mark = ['itemprop', 'class', 'id'].map((name) => time.getAttribute(name) ?? '').join(' ');
  if (CHANGED.class.test(mark)) return 'changed';
  if (PUBLISHED.class.test(mark)) return 'published';
  const label = labelOf(time);
  if (CHANGED.label.test(label)) return 'changed';
  return PUBLISHED.label.test(label) ? 'published' : 'unknown';
}

/** The words between a date and whatever date or block stands before it. */
function labelOf(time: PageElement): string {
  let label = '';
  let from: PageNode | null = time;
  for (let height = 0; height <= LABEL_HEIGHT && from !== null; height += 1) {
    const { parentNode }: PageNode = from;
    for (const sibling of before(from)) {
      const text: string = sibling.textContent ?? '';
      if ('localName' in sibling && (sibling as PageElement).localName === 'time') return label;
      label = `${text} ${label}`;
      if (label.trim().length > LABEL_LENGTH) return label.trim().slice(-LABEL_LENGTH);
    }
    if (/\p{L}/u.test(label)) return label.trim();
    from = parentNode;
  }
  return label;
}

/** The nodes before one among its siblings, the nearest first. */
function before(node: PageNode): PageNode[] {
  const found: PageNode[] = [];
  for (let one = node.parentNode?.firstChild ?? null; one !== null && one !== node; one = one.nextSibling)
    found.unshift(one);
  return found;
}

/** The day as it was where the page was published: a time zone behind it changes nothing. */
function readDate(text: string | null | undefined): string | null {
  const stated = text?.trim() ?? '';
  if (stated === '' || stated.length > 100) return null;
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T|$)/.exec(stated);
  if (compact) return parseMetadataDate(`${compact[1]}-${compact[2]}-${compact[3]}`);
  return parseMetadataDate(stated) ?? parseCompleteDate(stated, { dayFirst: false });
}

function isPossible(date: string, now: Date): boolean {
  return Number(date.slice(0, 4)) >= FIRST_YEAR && Date.parse(date) <= now.getTime() + TOMORROW;
}
