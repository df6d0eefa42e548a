/** YAML as data, with the lines that its parts stand on. */
import { type Document, isCollection, isMap, isNode, isPair, LineCounter, parseDocument, visit } from 'yaml';
import type { LocatedProblem } from '../core/located-problem.ts';

export interface YamlText {
  /** Plain data; null when the YAML has errors. */
  readonly value: unknown;
  readonly problems: readonly LocatedProblem[];
  /** Line in the file of the value at a path, or of the nearest part of the path that exists. */
  lineOf(path: readonly PropertyKey[]): number;
  /** Line of a key itself, for keys that should not be there. */
  lineOfKey(path: readonly PropertyKey[], key: string): number;
}

interface YamlOptions {
  /** Lines of the file above the text. */
  readonly linesAbove?: number;
  /** True gives whole numbers as `bigint`: ids of Discord have more digits than a number. */
  readonly intAsBigInt?: boolean;
}

export function readYaml(text: string, { linesAbove = 0, intAsBigInt = false }: YamlOptions = {}): YamlText {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    strict: true,
    intAsBigInt,
  });
  const firstLine = linesAbove + 1;
  const lineAt = (offset: number): number =>
    counter.linePos(Math.min(offset, Math.max(0, text.length - 1))).line + linesAbove;
  const problems: LocatedProblem[] = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    line: lineAt(pos[0]),
    message: `not valid YAML: ${message.split('\n')[0]}`,
  }));
  const oddKey = problems.length === 0 ? collectionKey(document) : null;
  if (oddKey !== null)
    problems.push({ line: lineAt(oddKey), message: 'not valid YAML here: a key must be a word, not a list' });
  let value: unknown = null;
  if (problems.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: 50 });
    } catch {
      problems.push({
        line: firstLine,
        message: 'not valid YAML: aliases point to nothing, or to too much',
      });
    }
  }
  const nodeAt = (path: readonly PropertyKey[]): unknown => document.getIn(path.map(String), true);
  return {
    value,
    problems,
    lineOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const node = nodeAt(path.slice(0, length));
        if (isNode(node) && node.range) return lineAt(node.range[0]);
      }
      return firstLine;
    },
    lineOfKey(path, key) {
      const parent = path.length === 0 ? document.contents : nodeAt(path);
      const pair = isMap(parent)
        ? parent.items.find((item) => isPair(item) && String(item.key) === key)
        : undefined;
      const node = pair?.key;
      return isNode(node) && node.range ? lineAt(node.range[0]) : this.lineOf(path);
    },
  };
}

/**
 * Offset of a key that is itself a list or a mapping; null when there is none. As a word it is written out with its
 * quotation marks escaped, once for each key within a key: ninety of them («? ? ? …») make more text than there is memory.
 */
function collectionKey(document: Document.Parsed): number | null {
  let found: number | null = null;
  visit(document, {
    Pair(_, { key }) {
      if (!isCollection(key)) return undefined;
      found = key.range?.[0] ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}
