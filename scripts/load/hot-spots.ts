/** Where a process spent its time, from the profiles that Node's `--cpu-prof` leaves. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/** Lines of one profile. */
const SHOWN = 40;

/** @returns lines: for each thread its functions, by the time in themselves and in all that they call. */
export function hotSpots(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.cpuprofile'))
    .flatMap((name) => describe(name, JSON.parse(readFileSync(join(folder, name), 'utf8')) as Profile));
}

function describe(name: string, { nodes, samples, timeDeltas }: Profile): string[] {
  const own = new Map<number, number>();
  let total = 0;
  for (const [i, id] of samples.entries()) {
    const took = timeDeltas[i] ?? 0;
    own.set(id, (own.get(id) ?? 0) + took);
    total += took;
  }
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const self = new Map<string, number>();
  const whole = new Map<string, number>();
  /** What is below counts for each function on the way once, however often it calls itself. */
  const walk = (id: number, above: ReadonlySet<string>): number => {
    const node = byId.get(id);
    if (node === undefined) return 0;
    const key = frame(node.callFrame);
    const path = new Set(above).add(key);
    let time = own.get(id) ?? 0;
    self.set(key, (self.get(key) ?? 0) + time);
    for (const child of node.children ?? []) time += walk(child, path);
    if (!above.has(key)) whole.set(key, (whole.get(key) ?? 0) + time);
    return time;
  };
  if (nodes[0] !== undefined) walk(nodes[0].id, new Set());
  const idle = self.get('(idle) ') ?? 0;
  const busy = total - idle;
  const share = (time: number) => `${((time / busy) * 100).toFixed(1).padStart(5)} %`;
  const lines = [...self]
    .filter(([key]) => key !== '(idle) ')
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(([key, time]) => `  ${share(time)} ${share(whole.get(key) ?? 0)}  ${key}`);
  const inclusive = [...whole]
    .filter(([key]) => key.includes('src/'))
    .sort(([, a], [, b]) => b - a)
    .slice(0, SHOWN)
    .map(([key, time]) => `  ${share(time)}  ${key}`);
  return [`${name}: busy ${(busy / 1e6).toFixed(1)} s`, '   self   whole', ...lines, '  whole', ...inclusive];
}

function frame({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
  const place = url.replace(/^.*\/(?=(src|node_modules)\/)/, '').replace(/^file:\/\//, '');
  return `${functionName || '(anonymous)'} ${place === '' ? '' : `${place}:${lineNumber + 1}`}`;
}
