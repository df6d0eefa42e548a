/** A state for one test, with a clock that the test sets. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Answer } from '../../src/core/answer.ts';
import type { IncomingMessage, Place } from '../../src/core/chat.ts';
import { createState, type State } from '../../src/state/state.ts';
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

/** A path for a state file, in a folder that is gone after the test. */
export function newStatePath(): string {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-state-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'state.sqlite');
}

/** Closed after the test, if not before. */
export function openTestState(path = ':memory:', time = Date.UTC(2026, 0, 31, 10)): TestState {
  const warnings: TestState['warnings'] = [];
  const clock = { time, warnings };
  const log = {
    warn: (fields: Record<string, unknown>, message: string) => warnings.push({ fields, message }),
  };
  const state = createState({ path, now: () => clock.time, log });
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
