/** One connection to the gateway: hello, identify or resume, heartbeats, and the close codes of its documentation. */
import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Json } from './discord-model.ts';
import { createFrameWriter } from './gateway-frames.ts';
import type { GatewayShared } from './gateway-model.ts';
import { acknowledge, createSession, deliver, type GatewaySession } from './gateway-session.ts';
import { ALL_INTENTS, applicationFlags, INTENTS, intentsAllowed } from './intents.ts';
import { shardOf } from './snowflake.ts';
import { guildCreateWire, memberWire, userWire } from './wire-entities.ts';

/** A client may send so many frames a minute, so large each. */
const MOST_FRAMES = 120;
const FRAME_WINDOW_MS = 60_000;
const MOST_BYTES = 4096;

export interface Connection {
  send: (frame: Json) => void;
  /** The client is no longer in its session; it may identify or resume again on this connection. */
  leaveSession: () => void;
}

/** Speaks with one client. */
export function serveConnection(
  shared: GatewayShared,
  socket: WebSocket,
  query: URLSearchParams,
): Connection {
  const { world, options, gateway } = shared;
  const writer = createFrameWriter(socket, query.get('compress') === 'zlib-stream');
  let session: GatewaySession | undefined;
  let frames: number[] = [];

  const send = (frame: Json) => {
    if (!shared.muted()) writer.write(frame);
  };
  if (query.get('v') !== '10' || query.get('encoding') !== 'json') {
    socket.close(4012);
    return { send, leaveSession };
  }
  writer.write({ op: 10, d: { heartbeat_interval: options.heartbeatMs, _trace: [] } });

  socket.on('message', (raw) => {
    const text = String(raw);
    const now = Date.now();
    frames = [...frames.filter((at) => at > now - FRAME_WINDOW_MS), now];
    const frame = text.length > MOST_BYTES ? undefined : parse(text);
    if (frames.length > MOST_FRAMES) socket.close(4008);
    else if (frame) handle(Number(frame.op), frame.d);
    else socket.close(4002);
    world.changed();
  });
  socket.on('close', (code) => {
    if (!session || session.send !== send) return;
    session.send = undefined;
    // 1000 and 1001 from the client end the session; every other way to part leaves it resumable.
    if (code === 1000 || code === 1001) gateway.sessions.delete(session.id);
  });

  function handle(op: number, d: unknown): void {
    if (op === 1) {
      gateway.heartbeats += 1;
      if (session && typeof d === 'number') acknowledge(session, d);
      send({ op: 11, d: null });
    } else if (op === 2) identify(d as Json);
    else if (op === 6) resume(d as Json);
    else if (!session) socket.close(4003);
    else if (op === 8) sendMembers(session, d as Json);
    else if (op !== 3 && op !== 4 && op !== 31) socket.close(4001);
  }

  function identify(d: Json): void {
    gateway.handshakes.push({ kind: 'identify', at: Date.now(), d });
    const shard = (d.shard ?? [0, 1]) as [number, number];
    const intents = Number(d.intents);
    const code = identifyProblem(d, shard, intents);
    if (code !== undefined || tooSoon(shard[0])) {
      if (code === undefined) send({ op: 9, d: false });
      else socket.close(code);
      return;
    }
    if (d.compress === true) writer.compressEach();
    session = createSession(randomUUID(), shard, intents);
    for (const [id, old] of gateway.sessions) {
      if (!old.send && old.shard[0] === shard[0]) gateway.sessions.delete(id);
    }
    session.send = send;
    gateway.sessions.set(session.id, session);
    sendReady(session);
  }

  function identifyProblem(d: Json, shard: [number, number], intents: number): number | undefined {
    if (session) return 4005;
    if (d.token !== options.token) return 4004;
    if (!(shard[0] < shard[1])) return 4010;
    if (!Number.isInteger(intents) || intents < 0 || intents > ALL_INTENTS) return 4013;
    return intentsAllowed(intents, world.privileged) ? undefined : 4014;
  }

  function tooSoon(shard: number): boolean {
    const key = shard % options.maxConcurrency;
    const last = shared.begun.get(key);
    if (last !== undefined && Date.now() - last < options.identifyWindowMs) return true;
    shared.begun.set(key, Date.now());
    return false;
  }

  function sendReady(to: GatewaySession): void {
    const guilds = [...world.guilds.values()].filter((each) => shardOf(each.id, to.shard[1]) === to.shard[0]);
    const joined = guilds.filter((each) => each.members.has(world.bot.id));
    deliver(to, 'READY', {
      v: 10,
      user: { ...userWire(world.bot), mfa_enabled: false, verified: true, email: null, flags: 0 },
      guilds: joined.map((each) => ({ id: each.id, unavailable: true })),
      session_id: to.id,
      resume_gateway_url: shared.url(),
      shard: to.shard,
      application: { id: world.applicationId, flags: applicationFlags(world.privileged) },
      session_type: 'normal',
      private_channels: [],
      relationships: [],
      presences: [],
    });
    if ((to.intents & INTENTS.guilds) === 0) return;
    for (const guild of joined) deliver(to, 'GUILD_CREATE', guildCreateWire(world, guild));
  }

  function resume(d: Json): void {
    gateway.handshakes.push({ kind: 'resume', at: Date.now(), d });
    const found = gateway.sessions.get(String(d.session_id));
    const sequence = Number(d.seq);
    const code = resumeProblem(d, found?.sequence ?? sequence);
    if (code !== undefined) {
      socket.close(code);
      return;
    }
    if (!found || shared.takeResumeFailure()) {
      send({ op: 9, d: false });
      return;
    }
    session = found;
    acknowledge(found, sequence);
    found.send = send;
    for (const { frame } of found.kept) send(frame);
    deliver(found, 'RESUMED', {});
  }

  function resumeProblem(d: Json, last: number): number | undefined {
    if (session) return 4005;
    if (d.token !== options.token) return 4004;
    return Number(d.seq) > last ? 4007 : undefined;
  }

  function sendMembers(to: GatewaySession, d: Json): void {
    const guild = world.guilds.get(String(d.guild_id));
    if (!guild) return;
    const asked = d.user_ids === undefined ? [...guild.members.keys()] : [d.user_ids].flat().map(String);
    deliver(to, 'GUILD_MEMBERS_CHUNK', {
      guild_id: guild.id,
      members: asked.flatMap((id) => memberWire(world, guild, id) ?? []),
      not_found: asked.filter((id) => !guild.members.has(id)),
      chunk_index: 0,
      chunk_count: 1,
      ...(d.nonce === undefined ? {} : { nonce: d.nonce }),
    });
  }

  function leaveSession(): void {
    if (session) session.send = undefined;
    session = undefined;
  }
  return { send, leaveSession };
}

function parse(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}
