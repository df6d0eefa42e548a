/** Many workspaces install the app, each works with its own token, and one that takes it out is forgotten. */
import { describe, expect, it, onTestFinished } from 'vitest';
import { createState } from '../../../src/state/state.ts';
import { ANSWERED } from '../../support/sample-answers.ts';
import { seen, wholeReply } from '../../support/slack/casebook-kit.ts';
import { begin, finish, startInstallable } from '../../support/slack/install-kit.ts';
import { type ManyTeams, startManyTeams } from '../../support/slack/many-teams.ts';
import type { SlackServer } from '../../support/slack/slack-server.ts';
import { ALICE, BOT, GENERAL } from '../../support/slack/workspace.ts';

const FIRST = ANSWERED.sentences[0]?.text ?? '';
const TOKEN = /xox[a-z]-|xoxe|client-secret|state-secret/;

async function teamsOf(
  ...names: string[]
): Promise<ManyTeams & { readonly pair: [SlackServer, SlackServer] }> {
  const slack = await startManyTeams(names);
  onTestFinished(() => slack.close());
  const [one, two] = slack.teams;
  if (one === undefined || two === undefined) throw new Error('two workspaces are needed');
  return { ...slack, pair: [one, two] };
}

async function answerIn(team: SlackServer): Promise<string> {
  const { ts } = team.say({ channel: GENERAL, user: ALICE, text: `<@${BOT}> Qui a attaqué Valdoria ?` });
  return seen(await team.until(() => wholeReply(team, GENERAL, ts), 15_000)).text;
}

describe.each(['http', 'socket'] as const)('over %s', (mode) => {
  it('each workspace that installs the app is answered with its own token', async () => {
    const { pair, ...slack } = await teamsOf('Valdoria', 'Ostmark');
    const { install, store, casebook } = await startInstallable(slack, { mode });
    for (const team of pair) {
      const page = await install(team);
      expect(page.status).toBe(200);
      expect(await page.text()).toContain(`installé dans ${team.state.workspace.team.name}`);
    }
    for (const team of pair) expect(await answerIn(team)).toContain(FIRST);
    for (const team of pair)
      expect(new Set(team.calls.map(({ token }) => token)).size).toBe(
        mode === 'http' ? 1 : team === pair[0] ? 2 : 1,
      );
    expect(await store.listRatings({ limit: 9 })).toEqual([]);
    expect(JSON.stringify(casebook.lines)).not.toMatch(TOKEN);
  });
});

it('a workspace without the app is not answered, and its events are acknowledged', async () => {
  const { pair, ...slack } = await teamsOf('Valdoria', 'Ostmark');
  const { install, casebook } = await startInstallable(slack);
  await install(pair[0]);
  pair[1].say({ channel: GENERAL, user: ALICE, text: `<@${BOT}> Qui ?` });
  await pair[1].until(() => pair[1].acks.length > 0);
  expect(pair[1].messages(GENERAL).filter(({ user }) => user === BOT)).toEqual([]);
  await pair[1].until(() => casebook.lines.some(({ message }) => message.includes('without the app')));
});

describe('the word of an installation', () => {
  it('serves once, in the browser that it was given to, and when it was signed here', async () => {
    const { pair, ...slack } = await teamsOf('Valdoria', 'Ostmark');
    const { origin, store } = await startInstallable(slack);
    const { state, cookie, to } = await begin(origin);
    expect(to.pathname).toBe('/oauth/v2/authorize');
    expect(to.searchParams.get('scope')).toContain('chat:write');
    const code = () => slack.agree(pair[0]);
    expect((await finish(origin, { code: code(), state, cookie: '' })).status).toBe(400);
    const forged = `${state.slice(0, state.lastIndexOf('.'))}.${'A'.repeat(43)}`;
    const cookieOf = (word: string) => `slack-app-oauth-state=${word}`;
    expect((await finish(origin, { code: code(), state: forged, cookie: cookieOf(forged) })).status).toBe(
      400,
    );
    expect(await store.installations('slack', [new Uint8Array(32)]).list()).toEqual([]);
    expect((await finish(origin, { code: code(), state, cookie })).status).toBe(200);
    const again = await finish(origin, { code: code(), state, cookie });
    expect(again.status).toBe(400);
    expect(await again.text()).toContain('Recommencer');
    expect(slack.grants.code).toBe(1);
  });

  it('ends after ten minutes', async () => {
    const { pair, ...slack } = await teamsOf('Valdoria', 'Ostmark');
    let time = Date.UTC(2026, 0, 31);
    const { origin } = await startInstallable(slack, { now: () => time });
    const { state, cookie } = await begin(origin);
    time += 11 * 60_000;
    expect((await finish(origin, { code: slack.agree(pair[0]), state, cookie })).status).toBe(400);
  });
});

it('a Slack in trouble is not laid at the door of who installs, who may come back with the same word', async () => {
  const { pair, ...slack } = await teamsOf('Valdoria', 'Ostmark');
  const { origin, casebook } = await startInstallable(slack);
  const { state, cookie } = await begin(origin);
  pair[0].faults.fail('auth.test', { status: 500 });
  const page = await finish(origin, { code: slack.agree(pair[0]), state, cookie });
  expect(page.status).toBe(503);
  expect(await page.text()).toContain('un ennui passager');
  expect(JSON.stringify(casebook.lines)).not.toMatch(TOKEN);
  expect((await finish(origin, { code: slack.agree(pair[0]), state, cookie })).status).toBe(200);
});

it('whoever only begins, or comes back with a code that Slack did not give, leaves nothing behind', async () => {
  const { pair, ...slack } = await teamsOf('Valdoria', 'Ostmark');
  const served: string[] = [];
  const store = createState({ path: ':memory:', now: Date.now });
  onTestFinished(() => store.close());
  const watched: typeof store = {
    ...store,
    installations(platform, keys) {
      const shelf = store.installations(platform, keys);
      const serve: typeof shelf.serve = (word, until) => {
        served.push(word);
        return shelf.serve(word, until);
      };
      return { ...shelf, serve };
    },
  };
  const { origin, install } = await startInstallable(slack, { store: watched });
  for (let i = 0; i < 20; i++) {
    const { state, cookie } = await begin(origin);
    expect((await finish(origin, { code: `made-up-${i}`, state, cookie })).status).toBe(400);
  }
  expect(served).toEqual([]);
  expect((await install(pair[0])).status).toBe(200);
  expect(served).toHaveLength(1);
});

it('an installation in a whole organization is turned away in plain words, one that is cancelled as well', async () => {
  const { pair, ...slack } = await teamsOf('Valdoria', 'Ostmark');
  const { install, origin, store } = await startInstallable(slack);
  const page = await install(pair[0], { org: true });
  expect(await page.text()).toContain('pas dans une organisation entière');
  const { state, cookie } = await begin(origin);
  const query = new URLSearchParams({ error: 'access_denied', state });
  const cancelled = await fetch(`${origin}/slack/oauth_redirect?${query}`, { headers: { cookie } });
  expect(await cancelled.text()).toContain('cancelled');
  expect(await store.installations('slack', [new Uint8Array(32)]).list()).toEqual([]);
});

it('tokens that end are renewed before, once, by whichever of two servers is first', async () => {
  const { pair, ...slack } = await teamsOf('Valdoria', 'Ostmark');
  slack.rotate(43_200);
  let time = Date.now();
  const store = createState({ path: ':memory:', now: () => time });
  onTestFinished(() => store.close());
  const one = await startInstallable(slack, { store, now: () => time });
  const two = await startInstallable(slack, { store, now: () => time });
  await one.install(pair[0]);
  const place = { platform: 'slack', workspaceId: 'T0TEAM0001', channelId: GENERAL, threadId: 'none' };
  await Promise.all([one, two].map(({ casebook }, i) => casebook.adapter.post(place, 'Avant', `a${i}`)));
  expect(slack.grants.refresh).toBe(0);
  time += 11.5 * 3_600_000;
  await Promise.all([one, two].map(({ casebook }, i) => casebook.adapter.post(place, 'Après', `b${i}`)));
  expect(slack.grants.refresh).toBe(1);
  expect(pair[0].messages(GENERAL).filter(({ user }) => user === BOT)).toHaveLength(4);
  expect(JSON.stringify([one.casebook.lines, two.casebook.lines])).not.toMatch(TOKEN);
});

describe.each(['app_uninstalled', 'tokens_revoked'])('%s', (type) => {
  it('has the workspace forgotten, and no other', async () => {
    const { pair, ...slack } = await teamsOf('Valdoria', 'Ostmark');
    const { install, store, casebook } = await startInstallable(slack);
    for (const team of pair) {
      await install(team);
      await answerIn(team);
      const place = { platform: 'slack', workspaceId: team.state.workspace.team.id, channelId: GENERAL };
      await store.settings.write(place, 'workspace', { users: [ALICE] });
    }
    const settingsOf = (team: SlackServer) =>
      store.settings.read({
        platform: 'slack',
        workspaceId: team.state.workspace.team.id,
        channelId: GENERAL,
      });
    await pair[0].send({ type, ...(type === 'tokens_revoked' ? { tokens: { oauth: [], bot: [BOT] } } : {}) });
    await expect.poll(() => settingsOf(pair[0]), { timeout: 15_000 }).toEqual({});
    expect(await settingsOf(pair[1])).toEqual({ users: [ALICE] });
    expect(await store.installations('slack', [new Uint8Array(32).fill(7)]).list()).toEqual(['T0TEAM0002']);
    const place = { platform: 'slack', workspaceId: 'T0TEAM0001', channelId: GENERAL };
    await expect(casebook.adapter.revise(place, '{}', { report: {} as never })).rejects.toThrow(
      'not installed',
    );
    expect(await answerIn(pair[1])).toContain(FIRST);
    // It may come back.
    await install(pair[0]);
    expect(await answerIn(pair[0])).toContain(FIRST);
  });
});

it('a person’s token that is revoked changes nothing, nor does what was told before the app came back', async () => {
  const { pair, ...slack } = await teamsOf('Valdoria', 'Ostmark');
  let time = Date.now() + 60_000;
  const { install, store } = await startInstallable(slack, { now: () => time });
  time += 60_000;
  await install(pair[0]);
  await pair[0].send({ type: 'tokens_revoked', tokens: { oauth: [ALICE], bot: [] } });
  // Of the time before the installation.
  await pair[0].send({ type: 'app_uninstalled' });
  expect(await store.installations('slack', [new Uint8Array(32).fill(7)]).list()).toEqual(['T0TEAM0001']);
});
