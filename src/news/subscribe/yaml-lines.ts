/** A YAML file as data, with the lines that its parts stand on. */
import { isMap, isNode, isPair, LineCounter, parseDocument } from 'yaml';

/** A problem in a file, with the line that an editor can jump to. */
export interface LineProblem {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export interface YamlFile {
  /** Plain data, whole numbers as `bigint`: ids of Discord have more digits than a number. Null with problems. */
  readonly value: unknown;
  readonly problems: readonly LineProblem[];
  /** Line of the value at a path, or of the nearest part of the path that exists. */
  lineOf(path: readonly PropertyKey[]): number;
  /** Line of a key itself, for keys that should not be there. */
  lineOfKey(path: readonly PropertyKey[], key: string): number;
}

export function readYaml(text: string): YamlFile {
  const counter = new LineCounter();
  const document = parseDocument(text, {
    lineCounter: counter,
    prettyErrors: false,
    strict: true,
    intAsBigInt: true,
  });
  const lineAt = (offset: number): number =>
    counter.linePos(Math.min(offset, Math.max(0, text.length - 1))).line;
  const problems: LineProblem[] = [...document.errors, ...document.warnings].map(({ pos, message }) => ({
    line: lineAt(pos[0]),
    message: `not valid YAML: ${message.split('\n')[0]}`,
  }));
  let value: unknown = null;
  if (problems.length === 0) {
    try {
      value = document.toJS({ maxAliasCount: 50 });
    } catch {
      problems.push({ line: 1, message: 'not valid YAML: aliases point to nothing, or to too much' });
    }
  }
  const nodeAt = (path: readonly PropertyKey[]): unknown =>
    document.getIn(
      path.map((key) => (typeof key === 'number' ? key : String(key))),
      true,
    );
  return {
    value,
    problems,
    lineOf(path) {
      for (let length = path.length; length > 0; length -= 1) {
        const node = nodeAt(path.slice(0, length));
        if (isNode(node) && node.range) return lineAt(node.range[0]);
      }
      return 1;
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
