/** Where the app is installed: tokens are sealed, bound to their workspace, and outlast a change of key. */
import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Installation } from '../../src/core/installation.ts';
import { dropSealed } from '../../src/state/drop-sealed.ts';
import { createTokenSeal } from '../../src/state/token-seal.ts';
import { DAY, newStatePath, openBeside, openTestState, readRows, storedText } from './state-kit.ts';

const OLD = new Uint8Array(32).fill(1);
const NEW = new Uint8Array(32).fill(2);

const INSTALLATION: Installation = {
  workspaceId: 'T1',
  name: 'Valdoria Press',
  botUser: 'U0BOT',
  botId: 'B0BOT',
  scopes: ['chat:write'],
  installedBy: 'U1',
  tokens: { access: 'xoxb-so-secret', refresh: 'xoxe-so-secret', endsAt: 1_800_000_000_000 },
};

it('gives back what was kept, of which the database shows no token', async () => {
  const path = newStatePath();
  const state = await openTestState(path);
  const shelf = state.installations('slack', [OLD]);
  await shelf.save(INSTALLATION);
  await shelf.save({ ...INSTALLATION, workspaceId: 'T2', name: null });
  expect(await shelf.find('T1')).toEqual(INSTALLATION);
  expect(await shelf.find('T3')).toBeNull();
  expect(await state.installations('other', [OLD]).find('T1')).toBeNull();
  expect(await shelf.list()).toEqual(['T1', 'T2']);
  expect(await storedText(path)).not.toContain('so-secret');
});

it('names the key that is missing', async () => {
  const state = await openTestState();
  await state.installations('slack', [OLD]).save(INSTALLATION);
  const other = state.installations('slack', [NEW]);
  await expect(other.find('T1')).rejects.toThrow(/key [0-9a-f]{8}, which is not in TOKEN_ENCRYPTION_KEY/);
  await expect(other.reseal()).rejects.toThrow('TOKEN_ENCRYPTION_KEY');
});

it('deletes what a lost key sealed, and nothing else', async () => {
  const path = newStatePath();
  const kept = await openTestState(path);
  await kept.installations('slack', [OLD]).save(INSTALLATION);
  await kept.installations('slack', [NEW]).save({ ...INSTALLATION, workspaceId: 'T2' });
  const beside = await openBeside(path);
  expect(await dropSealed(beside, createTokenSeal([OLD]).keyId)).toEqual(['slack:T1']);
  expect(await dropSealed(beside, createTokenSeal([OLD]).keyId)).toEqual([]);
  const shelf = kept.installations('slack', [NEW]);
  expect(await shelf.reseal()).toBe(0);
  expect(await shelf.list()).toEqual(['T2']);
});

it('seals anew with the first key what an older one sealed, which then may go', async () => {
  const state = await openTestState();
  await state.installations('slack', [OLD]).save(INSTALLATION);
  expect(await state.installations('slack', [NEW, OLD]).reseal()).toBe(1);
  expect(await state.installations('slack', [NEW, OLD]).reseal()).toBe(0);
  expect(await state.installations('slack', [NEW]).find('T1')).toEqual(INSTALLATION);
});

it('opens no token that stands in another workspace’s row', async () => {
  const path = newStatePath();
  const state = await openTestState(path);
  const shelf = state.installations('slack', [OLD]);
  await shelf.save(INSTALLATION);
  await shelf.save({
    ...INSTALLATION,
    workspaceId: 'T2',
    tokens: { ...INSTALLATION.tokens, access: 'xoxb-2' },
  });
  const [first] = await readRows(path, "SELECT tokens FROM installations WHERE workspace_id = 'T1'");
  const beside = await openBeside(path);
  await beside.run((db) =>
    db
      .updateTable('installations')
      .set({ tokens: String(first?.tokens) })
      .where('workspace_id', '=', 'T2')
      .execute(),
  );
  await expect(shelf.find('T2')).rejects.toThrow('slack:T2');
});

it('opens only what it sealed, for the owner that it was sealed for', () => {
  const seal = createTokenSeal([OLD]);
  fc.assert(
    fc.property(fc.string(), fc.string(), fc.nat(), (text, owner, at) => {
      const sealed = seal.seal(text, owner);
      expect(seal.open(sealed, owner)).toBe(text);
      expect(() => seal.open(sealed, `${owner}x`)).toThrow();
      const bytes = Buffer.from(sealed.sealed, 'base64');
      const place = at % bytes.length;
      bytes[place] = (bytes[place] ?? 0) ^ 1;
      expect(() => seal.open({ ...sealed, sealed: bytes.toString('base64') }, owner)).toThrow();
      expect(() => seal.open({ ...sealed, sealed: sealed.sealed.slice(0, at % 20) }, owner)).toThrow();
    }),
  );
});

it('renews only the tokens that were renewed, and gives the right to one at a time', async () => {
  const state = await openTestState();
  const shelf = state.installations('slack', [OLD]);
  await shelf.save(INSTALLATION);
  const { tokens } = INSTALLATION;
  const renewed = { ...tokens, access: 'xoxb-renewed' };
  const release = await shelf.claimRenewal('T1');
  expect(await shelf.claimRenewal('T1')).toBeNull();
  expect(await shelf.claimRenewal('T2')).not.toBeNull();
  await shelf.renew('T1', tokens, renewed);
  await shelf.renew('T1', tokens, { ...tokens, access: 'xoxb-too-late' });
  expect((await shelf.find('T1'))?.tokens).toEqual(renewed);
  await release?.();
  expect(await shelf.claimRenewal('T1')).not.toBeNull();
});

it('notes once that a word has served, and forgets it when the word is worth nothing any more', async () => {
  const path = newStatePath();
  const state = await openTestState(path);
  const shelf = state.installations('slack', [OLD]);
  const until = state.time + DAY;
  expect(await shelf.hasServed('word')).toBe(false);
  const served = await Promise.all([shelf.serve('word', until), shelf.serve('word', until)]);
  expect(served.filter(Boolean)).toHaveLength(1);
  expect(await shelf.hasServed('word')).toBe(true);
  expect(await storedText(path)).not.toContain('word"');
  state.time += 2 * DAY;
  expect(await shelf.serve('another', state.time + DAY)).toBe(true);
  expect(await readRows(path, 'SELECT count(*) AS kept FROM install_states')).toEqual([{ kept: 1 }]);
});
