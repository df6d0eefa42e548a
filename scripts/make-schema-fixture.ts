/**
 * Makes `tests/fixtures/schema-<version>.db`: a small database of the present schema, kept so that later versions can
 * show that they still open it. A fixture that was released is never made again.
 */
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openIndex } from '../src/index/index-client.ts';
import { SCHEMA_VERSION } from '../src/index/migrations.ts';
import { HARBOUR_CASE, HARBOUR_DOCUMENTS } from '../tests/support/corpus-kit.ts';

const target = new URL(`../tests/fixtures/schema-${SCHEMA_VERSION}.db`, import.meta.url);
if (existsSync(target)) {
  console.error(`${target.pathname} exists: a released fixture stays as it is`);
  process.exitCode = 1;
} else {
  const dataDir = mkdtempSync(join(tmpdir(), 'casebook-fixture-'));
  const index = await openIndex({ dataDir });
  await index.put('fixture', 'configured', HARBOUR_DOCUMENTS);
  await index.putCases('fixture', [HARBOUR_CASE]);
  await index.close();
  copyFileSync(join(dataDir, 'casebook.db'), target);
  rmSync(dataDir, { recursive: true });
}
