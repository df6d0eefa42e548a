/** Reads what a broken feed still holds: items one after the other, fields as far as they go, whatever the nesting. */

import { decodeEntities } from '../../core/decode-entities.ts';
import type { FeedFormat } from '../feed-item.ts';
import type { RawFeed, RawItem, RawLink } from './raw-feed.ts';
import { alternateOf, refreshOf, selfOf } from './raw-feed.ts';
import { readAttributes, scanMarkup } from './scan-markup.ts';

/** What the elements mean, whether of a feed or of an item, with the prefixes that feeds give them by custom. */
const FIELDS: Readonly<Record<string, string>> = {
  title: 'title',
  'dc:title': 'title',
  'atom:title': 'title',
  link: 'link',
  'atom:link': 'link',
  'atom10:link': 'link',
  guid: 'id',
  id: 'id',
  'atom:id': 'id',
  description: 'summary',
  summary: 'summary',
  abstract: 'summary',
  'dc:description': 'summary',
  'atom:summary': 'summary',
  content: 'content',
  'content:encoded': 'content',
  encoded: 'content',
  body: 'content',
  'xhtml:body': 'content',
  'atom:content': 'content',
  pubdate: 'published',
  published: 'published',
  issued: 'published',
  created: 'created',
  'dc:date': 'published',
  date: 'published',
  'atom:published': 'published',
  updated: 'updated',
  modified: 'updated',
  lastmod: 'updated',
  'dcterms:modified': 'updated',
  'atom:updated': 'updated',
  language: 'lang',
  'dc:language': 'lang',
  source: 'publisher',
  ttl: 'ttl',
  'sy:updateperiod': 'period',
  'syn:updateperiod': 'period',
  'syn:updatefrequency': 'frequency',
  'sy:updatefrequency': 'frequency',
};
/** Elements with a title or link of their own that is not the feed's or the item's. */
const OTHERS = /^(?:image|textinput|author|contributor|managingeditor|logo)$/;
/** Elements whose attributes speak of the feed. */
const FEED_TAGS = /^(?:rss|channel|feed|(?:rdf:)?rdf)$/;
/** Fields that hold no markup: another field begins where they were not closed. */
const SHORT = /^(?:link|id|published|updated|lang|ttl|period|frequency)$/;

/** Fields of the feed, or of one item, as they are found. */
class Collected {
  readonly fields = new Map<string, string>();
  readonly links: RawLink[] = [];
  /** The first of a name counts. */
  add(field: string, value: string): void {
    const text = value.trim();
    if (text !== '' && !this.fields.has(field)) this.fields.set(field, text);
  }
  get(field: string): string | null {
    return this.fields.get(field) ?? null;
  }
}

/**
 * One pass; nothing is nested, so nothing can be nested too deeply.
 *
 * @param itemName the elements that are items, in lower case and with their prefix.
 */
export function salvageFeed(source: string, format: Exclude<FeedFormat, 'json'>, itemName: string): RawFeed {
  const colon = itemName.indexOf(':');
  const prefix = colon === -1 ? '' : itemName.slice(0, colon + 1);
  const feed = new Collected();
  const items: Collected[] = [];
  let current = feed;
  /** The field that is being read; an empty name is one that is passed over. */
  let open: { element: string; field: string; depth: number; parts: string[] } | null = null;
  const finish = (): void => {
    if (open !== null && open.field !== '') current.add(open.field, open.parts.join(''));
    open = null;
  };
  const begin = (element: string, field: string): void => {
    open = { element, field, depth: 1, parts: [] };
  };

  for (const token of scanMarkup(source)) {
    const reading = open as { element: string; field: string; depth: number; parts: string[] } | null;
    if (token.kind === 'text') reading?.parts.push(decodeEntities(token.text));
    else if (token.kind === 'cdata') reading?.parts.push(token.text);
    else if (token.kind === 'close') {
      if (token.name === itemName) {
        finish();
        current = feed;
      } else if (reading !== null) {
        if (token.name === reading.element) reading.depth -= 1;
        if (reading.depth === 0) finish();
        else reading.parts.push(`</${token.name}>`);
      }
    } else if (token.kind === 'open') {
      const { name } = token;
      if (name === itemName) {
        if (token.selfClosing && token.attributes.trim() === '') continue;
        finish();
        current = new Collected();
        items.push(current);
        readItemTag(current, token.attributes);
        if (token.selfClosing) current = feed;
        continue;
      }
      const core = prefix !== '' && name.startsWith(prefix) ? name.slice(prefix.length) : name;
      const field = Object.hasOwn(FIELDS, core) ? FIELDS[core] : undefined;
      if (reading !== null) {
        if (!(SHORT.test(reading.field) && field !== undefined && name !== reading.element)) {
          if (name === reading.element && !token.selfClosing) reading.depth += 1;
          reading.parts.push(`<${name}${token.attributes}${token.selfClosing ? '/' : ''}>`);
          continue;
        }
        finish();
      }
      if (OTHERS.test(core)) {
        if (!token.selfClosing) begin(name, '');
        continue;
      }
      if (field === undefined) {
        if (current === feed && FEED_TAGS.test(core)) readFeedTag(feed, token.attributes);
        continue;
      }
      if (field === 'link') readLink(current, token.attributes);
      if (field === 'id' && /\bispermalink\s{0,10}=\s{0,10}["']?\s{0,10}false/i.test(token.attributes))
        current.add('notLink', 'yes');
      if (field === 'updated' || field === 'published') {
        // Microsoft's channels have the date in an attribute.
        const value = readAttributes(token.attributes).get('value');
        if (value !== undefined) current.add(field, decodeEntities(value));
      }
      if (!token.selfClosing) begin(name, field);
    }
  }
  finish();
  return {
    format,
    title: feed.get('title'),
    link: feed.get('link') ?? alternateOf(feed.links) ?? feed.get('href'),
    self: selfOf(feed.links) ?? feed.get('self'),
    lang: feed.get('lang') ?? feed.get('xml:lang'),
    base: feed.get('xml:base'),
    refreshMinutes: refreshOf(feed.get('ttl'), feed.get('period'), feed.get('frequency')),
    items: items.map((item) => rawItem(item, format)),
  };
}

function rawItem(item: Collected, format: FeedFormat): RawItem {
  const source = item.get('publisher');
  // Atom's `source` is a feed in small, of which the title is wanted.
  const title =
    source === null ? null : (/<(?:\w{1,20}:)?title[^<>]{0,200}>([^<]{0,500})/i.exec(source)?.[1] ?? null);
  const link = item.get('link') ?? alternateOf(item.links) ?? item.get('href');
  return {
    id: item.get('id') ?? item.get('about'),
    idIsLink: format !== 'atom' && item.get('notLink') === null,
    title: item.get('title'),
    link,
    summary: item.get('summary'),
    content: item.get('content'),
    published: item.get('published') ?? item.get('created'),
    updated: item.get('updated') ?? item.get('lastmod'),
    lang: item.get('lang') ?? item.get('xml:lang'),
    publisher: title ?? (source?.includes('<') ? null : source),
    base: item.get('xml:base'),
  };
}

function readItemTag(item: Collected, attributes: string): void {
  const found = readAttributes(attributes);
  for (const name of ['xml:lang', 'xml:base', 'href', 'lastmod'])
    if (found.has(name)) item.add(name, decodeEntities(found.get(name) ?? ''));
  item.add('about', decodeEntities(found.get('rdf:about') ?? found.get('about') ?? ''));
}

function readFeedTag(feed: Collected, attributes: string): void {
  const found = readAttributes(attributes);
  for (const name of ['xml:lang', 'xml:base', 'href', 'self'])
    if (found.has(name)) feed.add(name, decodeEntities(found.get(name) ?? ''));
}

function readLink(current: Collected, attributes: string): void {
  const found = readAttributes(attributes);
  const value = (name: string): string | null => {
    const text = found.get(name);
    return text === undefined ? null : decodeEntities(text);
  };
  if (found.has('href')) current.links.push({ href: value('href'), rel: value('rel'), type: value('type') });
}
