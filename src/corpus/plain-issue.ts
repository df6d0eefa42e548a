/** What a failed validation means, in the words of those who write the file. */
import type { z } from 'zod';

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object with fields',
  record: 'an object with fields',
};

/** `is missing`, `must be text or a number`, `expected one of …`: to follow the field's name. */
export function plainIssue(issue: z.core.$ZodIssue): string {
  if (issue.message.endsWith('received undefined')) return 'is missing';
  if (issue.code === 'invalid_type') return `must be ${KINDS[issue.expected] ?? issue.expected}`;
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    const said = [...new Set(issue.errors.flat().map(plainIssue))];
    return said.map((reason, i) => (i === 0 ? reason : reason.replace(/^must be /, ''))).join(' or ');
  }
  return issue.message.replace(/^Invalid (?:input|option): /, '');
}
