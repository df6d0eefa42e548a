/** The documents of a workspace go each time that it is forgotten, on every server. */
import { expect, it, onTestFinished, vi } from 'vitest';
import { type Documents, startLeaving } from '../src/app-workspaces.ts';
import { openTestIndex, temporaryFolder } from './index/index-kit.ts';
import { newStatePath, openTestState, type TestState } from './state/state-kit.ts';
import { makeDocument } from './support/corpus-kit.ts';

const QUIET = { info: () => undefined, warn: () => undefined, error: () => undefined };
const QUINCE = { platform: 'slack', workspaceId: 'T-quince' };

/** A server with an index of its own, in this thread: its calls must not overlap. */
async function startServer(state: TestState) {
  const own = await openTestIndex(temporaryFolder());
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(call: () => Promise<T>): Promise<T> => {
    const called = last.then(() => call());
    last = called.catch(() => undefined);
    return called;
  };
  const index: Documents = {
    listSources: (...scopes) => inTurn(() => own.listSources(...scopes)),
    ownersOf: (ids) => inTurn(() => own.ownersOf(ids)),
    remove: (root, ids) => inTurn(() => own.remove(root, ids)),
  };
  const leaving = startLeaving({ departures: state.departures, index, log: QUIET });
  onTestFinished(() => leaving.stop());
  const documents = async () => (await index.listSources()).map(({ id }) => id).sort();
  return {
    /** Begins a round, as this does: the app is taken out of a workspace. */
    leave: (workspaceId: string) => leaving.onDeparture('slack', 0)({ workspaceId, at: state.time }),
    store: (id: string, scope: string) =>
      inTurn(() =>
        own.put('own', 'ingested', [makeDocument({ id, scope, text: 'Quinces are ripe in October.' })]),
      ),
    keeps: (ids: string[]) =>
      vi.waitFor(async () => expect(await documents()).toEqual(ids), { timeout: 15_000 }),
  };
}

it('deletes the documents each time that a workspace is forgotten, and those of no other', async () => {
  const state = await openTestState();
  const server = await startServer(state);
  await server.store('rhubarb', 'T-rhubarb');
  await server.store('everybody', 'global');
  for (const id of ['first', 'second', 'third']) {
    await server.store(id, QUINCE.workspaceId);
    await server.keeps(['everybody', id, 'rhubarb'].sort());
    await server.leave(QUINCE.workspaceId);
    await server.keeps(['everybody', 'rhubarb']);
    state.time += 1;
    await state.departures.beginAnew(QUINCE);
  }
});

it('deletes them on a server that saw nothing of the coming back between two departures', async () => {
  const path = newStatePath();
  const [state, beside] = [await openTestState(path), await openTestState(path)];
  const [server, other] = [await startServer(state), await startServer(beside)];
  for (const each of [server, other]) await each.store('first', QUINCE.workspaceId);
  await server.leave(QUINCE.workspaceId);
  await server.keeps([]);
  await other.leave('T-medlar');
  await other.keeps([]);

  state.time += 1;
  await state.departures.beginAnew(QUINCE);
  for (const each of [server, other]) await each.store('second', QUINCE.workspaceId);
  await server.leave(QUINCE.workspaceId);
  await server.keeps([]);
  await other.leave('T-sloe');
  await other.keeps([]);
});
