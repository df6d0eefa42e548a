/**
 * The child processes of the tests, on a file or on PostgreSQL. `race`: takes a thousand messages once told to, and tells which it got. `work`: takes
 * and settles messages without end from a number on, and tells of each step when it is done. `open`: opens, takes one.
 */
import { once } from 'node:events';
import { openState, type State } from '../../src/state/state.ts';
import type { StatePlace } from '../../src/state/state-database.ts';
import { RACED, workMessage } from './work-message.ts';

/** Messages under way at a time. */
const LANES = 3;

const [mode, path, first] = process.argv.slice(2);
if (path === undefined) throw new Error('no path');

async function race(state: State): Promise<void> {
  process.stdout.write('ready\n');
  await once(process.stdin, 'data');
  const got: number[] = [];
  for (let i = 0; i < RACED; i += 1) if (await state.inbox.take(workMessage(i))) got.push(i);
  process.stdout.write(`got ${JSON.stringify(got)}\n`);
  process.stdin.destroy();
}

async function work(state: State): Promise<void> {
  const lane = async (start: number): Promise<void> => {
    let open: number | null = null;
    for (let i = start; ; i += LANES) {
      if (!(await state.inbox.take(workMessage(i)))) throw new Error(`${i} was taken before`);
      process.stdout.write(`taken ${i}\n`);
      if (open !== null) {
        await state.inbox.settle(workMessage(open));
        process.stdout.write(`settled ${open}\n`);
      }
      open = i;
      // Whoever awaits only SQLite never lets the loop turn.
      await new Promise(setImmediate);
    }
  };
  await Promise.all(Array.from({ length: LANES }, (_, n) => lane(Number(first) + n)));
}

try {
  const place: StatePlace = path.startsWith('postgres:')
    ? { type: 'postgres', url: path, poolSize: 3 }
    : { type: 'sqlite', path };
  const state = await openState({ place, now: Date.now });
  if (mode === 'race') await race(state);
  else if (mode === 'work') await work(state);
  else await state.inbox.take(workMessage(0));
  await state.close();
} catch (error) {
  process.stdout.write(`${error}\n`);
  process.exitCode = 1;
}
