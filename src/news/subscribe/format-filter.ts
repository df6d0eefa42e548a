/** A filter as `parseFilter` reads it, in the reader's language. */
import type { AnswerLang } from '../../core/answer.ts';
import { countryName } from '../../core/country-name.ts';
import type { NewsFilter } from '../../core/news-filter.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import {
  type FilterField,
  fieldName,
  kindName,
  operatorName,
  readField,
  readOperator,
} from './filter-words.ts';
import { type KnownNames, knownNames } from './known-names.ts';

/** What needs no quotation marks. */
const PLAIN = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_.’'-]*$/u;

export function formatFilter(filter: NewsFilter, lang: AnswerLang, lexicon: Lexicon): string {
  return write(filter, lang, knownNames(lexicon));
}

function write(filter: NewsFilter, lang: AnswerLang, names: KnownNames): string {
  const inner = (part: NewsFilter): string =>
    'all' in part || 'any' in part ? `(${write(part, lang, names)})` : write(part, lang, names);
  const field = (name: FilterField, value: string) => `${fieldName(name, lang)}:${quoted(value)}`;
  if ('all' in filter)
    return filter.all
      .map((part, i) => {
        const and = i === 0 ? '' : 'not' in part ? ' ' : ` ${operatorName('and', lang)} `;
        return `${and}${inner(part)}`;
      })
      .join('');
  if ('any' in filter) return filter.any.map(inner).join(` ${operatorName('or', lang)} `);
  if ('not' in filter) return `${operatorName('not', lang)} ${inner(filter.not)}`;
  if ('country' in filter) {
    const name = countryName(filter.country, lang);
    return field('country', names.country(name) === filter.country ? name : filter.country);
  }
  if ('actor' in filter) {
    const name = names.actorName(filter.actor) ?? '';
    return field('actor', names.actor(name) === filter.actor ? name : filter.actor);
  }
  if ('lang' in filter) return field('lang', filter.lang);
  if ('publisher' in filter) return field('publisher', filter.publisher);
  if ('kind' in filter) return field('kind', kindName(filter.kind, lang));
  // A word that is also a field's or an operator's name means itself in quotation marks.
  const means = readField(filter.word) !== null || readOperator(filter.word) !== null;
  return means ? `"${filter.word}"` : quoted(filter.word);
}

function quoted(value: string): string {
  return PLAIN.test(value) ? value : `"${value}"`;
}
