/** Two servers on one PostgreSQL, behind a balancer that brings each event to both: many workspaces, each answer once. */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '../support/free-port.ts';
import { startPostgres, type TestPostgres } from '../support/postgres-kit.ts';
import { newFolder, type RunningProcess, run, SHIPPED_CORPUS, start } from '../support/run-process.ts';
import { createHttpTransport } from '../support/slack/http-transport.ts';
import { begin, finish } from '../support/slack/install-kit.ts';
import { CLIENT, type ManyTeams, startManyTeams } from '../support/slack/many-teams.ts';
import { SIGNING_SECRET, type SlackServer } from '../support/slack/slack-server.ts';
import { ALICE, BOT, GENERAL } from '../support/slack/workspace.ts';

const CASE = '2007-estonia-ddos';
const QUESTION = 'Who denied the attacks on Estonia?';
const folder = newFolder();
const running: { readonly server: RunningProcess; readonly origin: string }[] = [];
let postgres: TestPostgres;
let slack: ManyTeams;
let env: Record<string, string>;

beforeAll(async () => {
  [postgres, slack] = await Promise.all([startPostgres(), startManyTeams(['Valdoria', 'Ostmark'])]);
  const corpus = join(folder, 'corpus');
  mkdirSync(corpus);
  copyFileSync(join(SHIPPED_CORPUS, `${CASE}.md`), join(corpus, `${CASE}.md`));
  env = {
    DATABASE_URL: await postgres.newDatabase(),
    CORPUS_DIRS: corpus,
    NEWS: 'off',
    SLACK_CLIENT_ID: CLIENT.clientId,
    SLACK_CLIENT_SECRET: CLIENT.clientSecret,
    SLACK_STATE_SECRET: 'state-secret-of-the-tests',
    SLACK_SIGNING_SECRET: SIGNING_SECRET,
    SLACK_API_URL: slack.url,
    TOKEN_ENCRYPTION_KEY: Buffer.alloc(32, 7).toString('base64'),
  };
  for (const name of ['one', 'two']) {
    const port = await freePort();
    const server = start('main.ts', [], {
      env: { ...env, CASEBOOK_DATA_DIR: join(folder, name), SLACK_PORT: String(port) },
    });
    running.push({ server, origin: `http://127.0.0.1:${port}` });
  }
  await Promise.all(running.map(({ server }) => server.waitFor(/Casebook answers in Slack/)));
  for (const team of slack.teams) {
    const replicas = running.map(({ origin }) =>
      createHttpTransport({ url: `${origin}/slack/events`, signingSecret: SIGNING_SECRET }, 3_000),
    );
    let turn = 0;
    team.delivery.use({
      send: (envelope, retry) => {
        turn += 1;
        const replica = replicas[turn % replicas.length];
        if (replica === undefined) throw new Error('no server');
        return replica.send(envelope, retry);
      },
      close: async () => undefined,
    });
    team.delivery.copies(2);
  }
}, 120_000);

afterAll(async () => {
  for (const { server } of running) {
    server.child.kill('SIGKILL');
    await server.outcome;
  }
  await slack.close();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Complete replies in the thread: buttons stand below the end of each. */
const ends = (team: SlackServer, ts: string) =>
  team
    .thread(GENERAL, ts)
    .filter((message) => message.user === BOT && JSON.stringify(message).includes('casebook_feedback'));

const keptOf = async (workspace: string) => {
  const { stdout } = await run('cli/workspaces.ts', ['list', '--json'], {
    env: { ...env, CASEBOOK_DATA_DIR: join(folder, 'one') },
  });
  const listed = JSON.parse(stdout) as { workspace: string; answers: number; forgottenAt: string | null }[];
  return listed.find((one) => one.workspace === workspace);
};

test('what begins at one server ends at the other, each event is answered once, and who leaves is forgotten', async () => {
  const [one, two] = running;
  const [valdoria, ostmark] = slack.teams;
  if (one === undefined || two === undefined || valdoria === undefined || ostmark === undefined)
    throw new Error('two of each are needed');
  for (const team of slack.teams) {
    // The balancer brings the browser back to another server than it began at.
    const { state, cookie } = await begin(one.origin);
    expect((await finish(two.origin, { code: slack.agree(team), state, cookie })).status).toBe(200);
  }
  const asked = slack.teams.flatMap((team) =>
    Array.from({ length: 2 }, () => ({
      team,
      ts: team.say({ channel: GENERAL, user: ALICE, text: `<@${BOT}> ${QUESTION}` }).ts,
    })),
  );
  for (const { team, ts } of asked) await team.until(() => ends(team, ts).length > 0, 60_000);
  for (const { team } of asked) await team.until(() => team.delivery.pending() === 0, 30_000);
  // Each event came to both, and both have acknowledged it by now: what would be said twice has been said.
  expect(asked.map(({ team, ts }) => ends(team, ts).length)).toEqual(asked.map(() => 1));
  expect(await keptOf('slack:T0TEAM0001')).toMatchObject({ answers: 2, forgottenAt: null });

  await valdoria.send({ type: 'app_uninstalled' });
  await expect
    .poll(async () => (await keptOf('slack:T0TEAM0001'))?.forgottenAt, { timeout: 60_000, interval: 500 })
    .toEqual(expect.any(String));
  expect(await keptOf('slack:T0TEAM0001')).toMatchObject({ answers: 0 });
  expect(await keptOf('slack:T0TEAM0002')).toMatchObject({ answers: 2 });
  for (const { server } of running) server.child.kill('SIGTERM');
  for (const { server } of running) {
    const { code, stdout, stderr } = await server.outcome;
    expect(code).toBe(0);
    expect(stdout + stderr).not.toMatch(/xox[a-z][-.]|client-secret|state-secret/);
  }
}, 180_000);
