/** A copy of what the news keep, on which a round can be tried: nothing of it is stored, and nothing is posted. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { existingState, type StateConfig } from './app-state.ts';
import { copyNews } from './state/copy-news.ts';
import { createState, type State } from './state/state.ts';
import { openStateAt } from './state/state-database.ts';

/** @returns a state of its own, in a file that is gone when it is closed. @throws OperatorError when the state cannot be read. */
export async function openDryState(config: StateConfig, now: () => number): Promise<State> {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-dry-run-'));
  const path = join(folder, 'state.sqlite');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const place = existingState(config);
    if (place !== null) {
      const from = await openStateAt(place);
      const to = await openStateAt({ type: 'sqlite', path });
      try {
        await copyNews(from, to);
      } finally {
        await Promise.all([from.close(), to.close()]);
      }
    }
    const state = createState({ path, now });
    return {
      ...state,
      async close() {
        await state.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}
