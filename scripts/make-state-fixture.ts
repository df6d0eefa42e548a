/**
 * Makes `tests/fixtures/state-<version>.db`: the fixture of the version before, brought to the present schema, with a
 * little of what the last step brought. A fixture that was released is never made again.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { STATE_MIGRATIONS } from '../src/state/migrations.ts';
import { createState } from '../src/state/state.ts';
import { fillNews } from '../tests/state/news-kit.ts';

const FIXTURES = new URL('../tests/fixtures/', import.meta.url);
/** When what the fixtures hold was kept: later, and it would be purged. */
const FILLED = Date.UTC(2026, 0, 31, 10);

const version = STATE_MIGRATIONS.length;
const target = new URL(`state-${version}.db`, FIXTURES);
if (existsSync(target)) {
  console.error(`${target.pathname} exists: a released fixture stays as it is`);
  process.exitCode = 1;
} else {
  const folder = mkdtempSync(join(tmpdir(), 'casebook-fixture-'));
  const path = join(folder, 'state.sqlite');
  copyFileSync(new URL(`state-${version - 1}.db`, FIXTURES), path);
  const clock = { time: FILLED };
  const state = createState({ path, now: () => clock.time });
  await fillNews(Object.assign(clock, state));
  await state.close();
  copyFileSync(path, target);
  rmSync(folder, { recursive: true });
}
