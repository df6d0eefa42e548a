/** Reads the file of subscriptions: all of it is right, or every problem is told with its line. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { formatPath, type LocatedProblem } from '../../core/located-problem.ts';
import type { Lexicon } from '../../lexicon/lexicon.ts';
import { readYaml, type YamlText } from '../../yaml/read-yaml.ts';
import { checkFields, type TypedFields } from './check-fields.ts';
import { type FileSubscription, fileSchema, type SubscriptionFile } from './subscription-file.ts';
import { topicFilter } from './topic-filter.ts';

/** Letters and digits that are not taken for one another. */
const ID_LETTERS = 'abcdefghijkmnpqrstuvwxyz23456789';
const ID_LENGTH = 8;

export type ReadFile =
  | { readonly ok: true; readonly file: SubscriptionFile }
  | { readonly ok: false; readonly problems: readonly LocatedProblem[] };

/** @param timeZone of subscriptions that name none. */
export function readSubscriptionFile(
  text: string,
  { lexicon, timeZone }: { lexicon: Lexicon; timeZone: string },
): ReadFile {
  const yaml = readYaml(text, { intAsBigInt: true });
  if (yaml.problems.length > 0) return { ok: false, problems: yaml.problems };
  const parsed = fileSchema.safeParse(yaml.value);
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => shapeProblems(issue, yaml));
    return { ok: false, problems: problems.sort((a, b) => a.line - b.line) };
  }
  const problems: LocatedProblem[] = [];
  const feeds = new Map<string, boolean>();
  for (const [i, { url, fullText }] of (parsed.data?.feeds ?? []).entries()) {
    const href = new URL(url).href;
    if (feeds.has(href))
      problems.push({ line: yaml.lineOf(['feeds', i]), message: `feeds[${i}]: ${url} is listed twice` });
    feeds.set(href, fullText);
  }
  const subscriptions = new Map<string, FileSubscription>();
  for (const [i, entry] of (parsed.data?.subscriptions ?? []).entries()) {
    const tell = (message: string, field?: string) =>
      problems.push({
        line: yaml.lineOf(['subscriptions', i, ...(field === undefined ? [] : [field])]),
        message: `subscriptions[${i}]${field === undefined ? '' : `.${field}`}: ${message}`,
      });
    const { platform, workspace, channel, feed, topic, lang, ...typed } = entry;
    const checked = checkFields(present(typed), { lexicon, lang: 'en', timeZone });
    if (!checked.ok) for (const problem of checked.problems) tell(problem.text, problem.field);
    if (topic !== undefined && topicFilter(topic, lang, lexicon) === null)
      tell('names nothing that could be looked for', 'topic');
    if (!checked.ok) continue;
    const subject =
      feed === undefined
        ? { type: 'topic' as const, words: topic ?? '' }
        : { type: 'feed' as const, url: new URL(feed).href };
    const place = { platform, workspaceId: workspace, channelId: channel };
    // What makes it another subscription; the rest may change without the channel being told everything anew.
    const id = fileId([place, subject, checked.fields.filter, checked.fields.mode]);
    if (subscriptions.has(id)) tell('says the same as one above: remove one of them');
    subscriptions.set(id, { id, place, subject, lang, ...checked.fields });
    if (subject.type === 'feed' && !feeds.has(subject.url)) feeds.set(subject.url, false);
  }
  if (problems.length > 0) return { ok: false, problems: problems.sort((a, b) => a.line - b.line) };
  return {
    ok: true,
    file: {
      feeds: [...feeds].map(([url, fullText]) => ({ url, fullText })),
      subscriptions: [...subscriptions.values()],
    },
  };
}

/** Without the fields that are not given. */
function present(typed: { readonly [K in keyof TypedFields]?: TypedFields[K] | undefined }): TypedFields {
  return Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined));
}

/** Begins with a letter that those made by command do not begin with. */
function fileId(content: unknown): string {
  const digest = createHash('sha256').update(JSON.stringify(content)).digest();
  const letters = [...digest.subarray(0, ID_LENGTH - 1)].map((byte) => ID_LETTERS[byte % ID_LETTERS.length]);
  return `f${letters.join('')}`;
}

function shapeProblems(issue: z.core.$ZodIssue, yaml: YamlText): LocatedProblem[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({
      line: yaml.lineOfKey(issue.path, key),
      message: `${formatPath([...issue.path, key])}: is not a known key`,
    }));
  const missing = issue.code !== 'custom' && valueAt(yaml.value, issue.path) === undefined;
  const message = issue.path.length === 0 ? 'must have feeds and subscriptions' : issue.message;
  const place = formatPath(issue.path);
  return [
    {
      line: yaml.lineOf(issue.path),
      message: `${place}${place === '' ? '' : ': '}${missing && issue.path.length > 0 ? 'is missing' : message}`,
    },
  ];
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? Reflect.get(part, key) : undefined),
    value,
  );
}
