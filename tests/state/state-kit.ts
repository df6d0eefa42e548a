/** A state for one test, with a clock that the test sets. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { onTestFinished } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import type { IncomingMessage, Place } from '../../src/core/chat.ts';
import { openState, type State } from '../../src/state/state.ts';
import { openStateAt, type StateDatabase, type StatePlace } from '../../src/state/state-database.ts';
import { ANSWERED } from '../support/sample-answers.ts';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

export const PLACE: Place = { platform: 'slack', workspaceId: 'T1', channelId: 'C1' };

export interface TestState extends State {
  /** Milliseconds since 1970; the test sets it forward. */
  time: number;
  /** What was logged. */
  readonly warnings: { readonly fields: Record<string, unknown>; readonly message: string }[];
}

/** Opens the database that a path stands for, where that is not a file. */
type OpenPlace = (path: string) => Promise<StatePlace>;

let openPlace: OpenPlace | null = null;

/** Examples of a property: each opens a database of its own. */
export let PROPERTY_RUNS = 60;

/** Lets the tests of this file that follow run on another database: each path stands for one of its own. */
export function keepStateIn(open: OpenPlace): void {
  openPlace = open;
  PROPERTY_RUNS = 6;
}

/** False where the tests of this file run on another database. */
export function inFile(): boolean {
  return openPlace === null;
}

/** A path for a state file, in a folder that is gone after the test. */
export function newStatePath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-state-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'state.sqlite');
}

/** What a path stands for. */
export async function placeOf(path: string): Promise<StatePlace> {
  return openPlace === null ? { type: 'sqlite', path } : openPlace(path);
}

/** The database that a path stands for, opened beside the state as a command does. */
export async function openBeside(path: string): Promise<StateDatabase> {
  const database = await openStateAt(await placeOf(path));
  onTestFinished(() => database.close());
  return database;
}

/** What the state's tables hold, read beside the state. */
export async function readRows(path: string, query: string): Promise<Record<string, unknown>[]> {
  if (openPlace === null) {
    const file = new DatabaseSync(path, { readOnly: true });
    const rows = file.prepare(query).all();
    file.close();
    return rows;
  }
  const database = await openStateAt(await placeOf(path));
  const { rows } = await database.run((db) => sql.raw<Record<string, unknown>>(query).execute(db));
  await database.close();
  return rows;
}

/** All that is stored: of a file, its bytes, journal included; elsewhere, what the tables hold. */
export async function storedText(path: string): Promise<string> {
  if (openPlace === null) {
    const folder = dirname(path);
    return readdirSync(folder)
      .map((name) => readFileSync(join(folder, name), 'latin1'))
      .join('\n');
  }
  const tables = await readRows(
    path,
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = current_schema()',
  );
  const rows = await Promise.all(tables.map(({ name }) => readRows(path, `SELECT * FROM ${name}`)));
  return JSON.stringify(rows);
}

/** Closed after the test, if not before. */
export async function openTestState(path = ':memory:', time = Date.UTC(2026, 0, 31, 10)): Promise<TestState> {
  const warnings: TestState['warnings'] = [];
  const clock = { time, warnings };
  const log = {
    warn: (fields: Record<string, unknown>, message: string) => warnings.push({ fields, message }),
  };
  const state = await openState({ place: await placeOf(path), now: () => clock.time, log });
  let open = true;
  const test: TestState = Object.assign(clock, state, {
    async close() {
      if (!open) return;
      open = false;
      await state.close();
    },
  });
  onTestFinished(() => test.close());
  return test;
}

export function messageAt(place: Place, over: Partial<IncomingMessage> = {}): IncomingMessage {
  return { ...place, id: 'm1', threadId: 't1', userId: 'U1', text: 'Qui ?', command: null, ...over };
}

export function answerWith(id: string, over: Partial<Answer> = {}): Answer {
  return { ...ANSWERED, ...over, id };
}
