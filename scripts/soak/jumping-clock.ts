/** Loaded into the bot before all else: its clock is off by as many milliseconds as a file says, read at SIGUSR2. */
import { readFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const Real = Date;
let ahead = 0;

/** Of the clock alone: dates that are given are as they are given. */
class Jumping extends Real {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(Real.now() + ahead);
    else super(...(given as [number]));
  }
  static override now(): number {
    return Real.now() + ahead;
  }
}

globalThis.Date = Jumping as DateConstructor;

const file = process.env.JUMPING_CLOCK_FILE;
if (isMainThread && file !== undefined)
  process.on('SIGUSR2', () => {
    ahead = Number(readFileSync(file, 'utf8'));
  });
