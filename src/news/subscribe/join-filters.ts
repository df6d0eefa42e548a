/** Joins conditions without nesting what need not be nested. */
import type { NewsFilter } from '../../core/news-filter.ts';

/** @param parts at least one. */
export function joined(how: 'all' | 'any', parts: readonly NewsFilter[]): NewsFilter {
  const flat = parts.flatMap((part) => {
    if (how === 'all' && 'all' in part) return part.all;
    return how === 'any' && 'any' in part ? part.any : [part];
  });
  const [first] = flat;
  if (first !== undefined && flat.length === 1) return first;
  return how === 'all' ? { all: flat } : { any: flat };
}

export function negated(filter: NewsFilter): NewsFilter {
  return 'not' in filter ? filter.not : { not: filter };
}
