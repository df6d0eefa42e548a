/** The gateway spoken to by hand: what discord.js never says, and compression that it asks for only with help. */
import { createInflate, inflateSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { discordForTest } from './client-kit.ts';
import type { DiscordServerOptions } from './discord-server.ts';

interface Frame {
  op: number;
  t?: string;
  d: { session_id?: string; resume_gateway_url?: string } & Record<string, unknown>;
}

async function speak(options: DiscordServerOptions = {}) {
  const { server } = await discordForTest(options);
  const headers = { Authorization: `Bot ${server.token}` };
  const answer = await fetch(`${server.apiUrl}/v10/gateway/bot`, { headers });
  const { url } = (await answer.json()) as { url: string };
  const connect = (more = '', version = 10) => {
    const socket = new WebSocket(`${url}?v=${version}&encoding=json${more}`);
    onTestFinished(() => socket.terminate());
    const raw: Buffer[] = [];
    let code: number | undefined;
    socket.on('message', (data: Buffer) => raw.push(data));
    socket.on('close', (closed) => {
      code = closed;
    });
    const frames = () => raw.map((each) => JSON.parse(String(each)) as Frame);
    const say = (op: number, d: unknown) => socket.send(JSON.stringify({ op, d }));
    const hello = () => server.until(() => raw.length > 0);
    return { raw, frames, say, hello, socket, code: () => code };
  };
  const identify = { token: server.token, intents: 1, properties: {} };
  return { server, connect, identify };
}

test.each([
  [4003, 3, {}],
  [4001, 99, {}],
  [4010, 2, { shard: [1, 1] }],
  [4013, 2, { intents: 1 << 30 }],
])('close code %i', async (code, op, change) => {
  const { server, connect, identify } = await speak();
  const line = connect();
  await line.hello();
  if (op === 99) line.say(2, identify);
  line.say(op, { ...identify, ...change });
  expect(await server.until(line.code)).toBe(code);
});

test('a second identify is 4005, a frame that is none 4002, another version 4012', async () => {
  const { server, connect, identify } = await speak();
  const twice = connect();
  await twice.hello();
  twice.say(2, identify);
  twice.say(2, identify);
  expect(await server.until(twice.code)).toBe(4005);
  const broken = connect();
  await broken.hello();
  broken.socket.send('{');
  expect(await server.until(broken.code)).toBe(4002);
  const old = connect('', 9);
  expect(await server.until(old.code)).toBe(4012);
});

test('an unknown session is invalid, and a number from the future 4007', async () => {
  const { server, connect, identify } = await speak();
  const first = connect();
  await first.hello();
  first.say(2, identify);
  const ready = await server.until(() => first.frames().find((each) => each.t === 'READY'));
  first.socket.terminate();
  const unknown = connect();
  await unknown.hello();
  unknown.say(6, { token: server.token, session_id: 'none', seq: 1 });
  expect(await server.until(() => unknown.frames()[1])).toEqual({ op: 9, d: false });
  unknown.say(6, { token: server.token, session_id: ready.d.session_id, seq: 1000 });
  expect(await server.until(unknown.code)).toBe(4007);
});

test('sessions that begin too soon after each other are turned away', async () => {
  const { server, connect, identify } = await speak({ identifyWindowMs: 5000 });
  const first = connect();
  await first.hello();
  first.say(2, identify);
  const second = connect();
  await second.hello();
  second.say(2, identify);
  expect(await server.until(() => second.frames()[1])).toEqual({ op: 9, d: false });
});

test('heartbeats are acknowledged and asked for; 120 frames a minute are the most', async () => {
  const { server, connect } = await speak();
  const line = connect();
  await line.hello();
  line.say(1, null);
  await server.until(() => line.frames().some((each) => each.op === 11));
  server.gateway.askHeartbeat();
  await server.until(() => line.frames().some((each) => each.op === 1));
  for (let at = 0; at < 120; at += 1) line.say(1, null);
  expect(await server.until(line.code)).toBe(4008);
});

test('frames come as one zlib stream, or each deflated, where the client asks', async () => {
  const { server, connect, identify } = await speak();
  const stream = connect('&compress=zlib-stream');
  await stream.hello();
  stream.say(2, identify);
  await server.until(() => stream.raw.length >= 3);
  const inflate = createInflate();
  let text = '';
  inflate.on('data', (part: Buffer) => {
    text += part.toString();
  });
  for (const each of stream.raw) inflate.write(each);
  await server.until(() => text.includes('GUILD_CREATE'));
  const each = connect();
  await each.hello();
  each.say(2, { ...identify, compress: true });
  await server.until(() => each.raw.length >= 2);
  expect(JSON.parse(inflateSync(each.raw[1] ?? Buffer.of()).toString()).t).toBe('READY');
});

test('a gateway that is down turns connections away', async () => {
  const { server, connect } = await speak();
  server.gateway.refuse(true);
  const line = connect();
  const refused = new Promise<string>((resolve) =>
    line.socket.on('error', (error) => resolve(error.message)),
  );
  expect(await refused).toContain('503');
});
