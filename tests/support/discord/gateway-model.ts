/** What the gateway is set to, what tests may ask of it, and what its connections share. */
import type { Json } from './discord-model.ts';
import type { GatewaySession } from './gateway-session.ts';
import type { World } from './world.ts';

export interface GatewayOptions {
  token: string;
  /** Milliseconds between two heartbeats. */
  heartbeatMs: number;
  /** How many shards GET /gateway/bot recommends. */
  shards: number;
  maxConcurrency: number;
  /** In so many milliseconds `maxConcurrency` sessions may begin (Discord: 5000); 0 lets all begin. */
  identifyWindowMs: number;
}

/** What a client said first on a connection. */
export interface Handshake {
  kind: 'identify' | 'resume';
  at: number;
  d: Json;
}

export interface Gateway {
  sessions: Map<string, GatewaySession>;
  /** Every Identify and Resume, in order. */
  handshakes: Handshake[];
  /** Heartbeats received. */
  heartbeats: number;
  /** How many connections are open. */
  connections: () => number;
  /** Cuts every connection without a word; the sessions can be resumed. */
  cut: () => void;
  /** Closes every connection with a code; the sessions can be resumed. */
  closeAll: (code: number) => void;
  /** Asks every client to reconnect and resume (opcode 7). */
  reconnect: () => void;
  /** Tells every client that its session is invalid (opcode 9); not resumable, it is also forgotten. */
  invalidate: (resumable: boolean) => void;
  /** Asks for a heartbeat now (opcode 1). */
  askHeartbeat: () => void;
  /** Deaf and silent: no acknowledgement, no event on the wire (kept for a resume). */
  mute: (on: boolean) => void;
  /** New connections are turned away with 503. */
  refuse: (on: boolean) => void;
  /** The next Resume is answered by opcode 9. */
  failNextResume: () => void;
  close: () => Promise<void>;
}

/** What one connection shares with the others. */
export interface GatewayShared {
  world: World;
  options: GatewayOptions;
  gateway: Gateway;
  url: () => string;
  muted: () => boolean;
  takeResumeFailure: () => boolean;
  /** Identify key (shard id modulo concurrency) → when the last session began. */
  begun: Map<number, number>;
}
