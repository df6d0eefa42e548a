/** Reads a filter as a person writes it: fields, words, phrases, and/or/not, parentheses. */
import type { AnswerLang } from '../../core/answer.ts';
import type { NewsFilter } from '../../core/news-filter.ts';
import { NEWS_KINDS } from '../../core/news-kind.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { describeFilterError, FilterError, MAX_CONDITIONS, MAX_FILTER } from './filter-error.ts';
import { type FilterToken, readFilterTokens } from './filter-tokens.ts';
import { type FilterField, kindName, readKind } from './filter-words.ts';
import { joined, negated } from './join-filters.ts';
import { type KnownNames, knownNames, readLanguage } from './known-names.ts';
import { nearest } from './nearest.ts';

type Term = Extract<FilterToken, { type: 'term' }>;

/** Words of a name that may follow its first one without quotation marks: «actor:Salt Typhoon». */
const MAX_FOLLOWING = 3;

/**
 * NOT binds closest, then AND, which may be left out, then OR. Never throws.
 *
 * @param lang of the reason.
 * @returns a tree in which nothing stands alone in a list, and no list in one of its own kind.
 */
export function parseFilter(
  text: string,
  lexicon: Lexicon,
  lang: AnswerLang = 'en',
): { readonly ok: true; readonly filter: NewsFilter } | { readonly ok: false; readonly reason: string } {
  try {
    if (text.length > MAX_FILTER) throw new FilterError('tooLong', 0, '');
    const tokens = readFilterTokens(text);
    if (tokens.length === 0) throw new FilterError('empty', 0, '');
    if (tokens.filter(({ type }) => type === 'term').length > MAX_CONDITIONS)
      throw new FilterError('tooMany', 0, '');
    return { ok: true, filter: readTree(tokens, text.length, knownNames(lexicon), lang) };
  } catch (error) {
    if (error instanceof FilterError) return { ok: false, reason: describeFilterError(error, lang) };
    throw error;
  }
}

function readTree(
  tokens: readonly FilterToken[],
  end: number,
  names: KnownNames,
  lang: AnswerLang,
): NewsFilter {
  let next = 0;
  const peek = () => tokens[next]?.type;

  function either(): NewsFilter {
    const parts = [both()];
    while (peek() === 'or') {
      next += 1;
      parts.push(both());
    }
    return joined('any', parts);
  }

  function both(): NewsFilter {
    const parts = [one()];
    for (;;) {
      const type = peek();
      if (type === 'and') next += 1;
      else if (type !== 'term' && type !== 'open' && type !== 'not') return joined('all', parts);
      parts.push(one());
    }
  }

  function one(): NewsFilter {
    const token = tokens[next];
    if (token?.type === 'term') return term(token);
    if (token?.type === 'not') {
      next += 1;
      return negated(one());
    }
    if (token?.type !== 'open') {
      const before = tokens[next - 1];
      if (token?.type === 'close' && before === undefined)
        throw new FilterError('notOpened', token.at, token.text);
      throw new FilterError('noTerm', token?.at ?? end, token?.text ?? before?.text ?? '');
    }
    next += 1;
    const inner = either();
    if (peek() !== 'close') throw new FilterError('notClosed', token.at, token.text);
    next += 1;
    return inner;
  }

  function term(token: Term): NewsFilter {
    next += 1;
    const { field } = token;
    if (field === null) return wordFilter(token);
    if (!token.quoted && token.values.length === 1 && (field === 'country' || field === 'actor')) {
      const longer = longerName(token, field);
      if (longer !== null) return longer;
    }
    return joined(
      'any',
      token.values.map((value) => valueFilter(field, value, token, names, lang)),
    );
  }

  /** «country:United States» is one name, though nobody quoted it. */
  function longerName(token: Term, field: 'country' | 'actor'): NewsFilter | null {
    const words: string[] = [...token.values];
    let found: { filter: NewsFilter; next: number } | null = null;
    for (let i = next; i < next + MAX_FOLLOWING; i += 1) {
      const following = tokens[i];
      if (following?.type !== 'term' || following.field !== null || following.quoted) break;
      words.push(...following.values);
      const filter = namedFilter(field, words.join(' '), names);
      if (filter !== null) found = { filter, next: i + 1 };
    }
    if (found === null) return null;
    next = found.next;
    return found.filter;
  }

  const tree = either();
  const rest = tokens[next];
  if (rest !== undefined) throw new FilterError('notOpened', rest.at, rest.text);
  return tree;
}

function wordFilter({ values, at, text }: Term): NewsFilter {
  const word = values[0] ?? '';
  if (!/[\p{L}\p{N}]/u.test(word)) throw new FilterError('noLetters', at, text);
  return { word };
}

function namedFilter(field: 'country' | 'actor', value: string, names: KnownNames): NewsFilter | null {
  const found = names[field](value);
  if (found === null) return null;
  return field === 'country' ? { country: found } : { actor: found };
}

function valueFilter(
  field: FilterField,
  value: string,
  { at, text }: Term,
  names: KnownNames,
  lang: AnswerLang,
): NewsFilter {
  const wrong = (known: readonly string[]) => {
    if (field === 'publisher') return new FilterError('noLetters', at, text);
    return new FilterError(field, at, text, nearest(value, known));
  };
  switch (field) {
    case 'country':
    case 'actor': {
      const found = namedFilter(field, value, names);
      if (found === null) throw wrong(field === 'country' ? names.countryNames(lang) : names.actorNames);
      return found;
    }
    case 'kind': {
      const kind = readKind(value);
      if (kind === null) throw wrong(NEWS_KINDS.map((known) => kindName(known, lang)));
      return { kind };
    }
    case 'lang': {
      const code = readLanguage(value);
      if (code === null) throw wrong([]);
      return { lang: code };
    }
    case 'publisher':
      if (!/[\p{L}\p{N}]/u.test(value)) throw wrong([]);
      return { publisher: value };
  }
}
