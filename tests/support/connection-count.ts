/** Counts the connections that this process really attempts, below everything that could hide one. */
import { Socket } from 'node:net';
import { afterEach, beforeEach, vi } from 'vitest';

export interface ConnectionCount {
  /** `address:port` of each attempt since the test began. */
  readonly attempts: readonly string[];
  /** Leads the next connection to another place, whatever it asks for. */
  reroute(address: string, port: number): void;
}

/** Watches each test of the file that calls it. */
export function countConnections(): ConnectionCount {
  const attempts: string[] = [];
  let detour: { host: string; port: number } | null = null;
  const original = Socket.prototype.connect;
  beforeEach(() => {
    attempts.length = 0;
    vi.spyOn(Socket.prototype, 'connect').mockImplementation(function (this: Socket, ...args) {
      this.on('connectionAttempt', (address: string, port: number) => attempts.push(`${address}:${port}`));
      const taken = detour;
      detour = null;
      return taken === null ? Reflect.apply(original, this, args) : Reflect.apply(original, this, [taken]);
    });
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  return {
    attempts,
    reroute(address, port) {
      detour = { host: address, port };
    },
  };
}
