/** Socket Mode of the test Slack: tickets, several WebSockets, envelopes and their acknowledgements, disconnects. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer } from 'ws';
import type { Envelope, SendResult, Transport } from './delivery.ts';
import type { Json } from './slack-message.ts';

export type DisconnectReason = 'warning' | 'refresh_requested' | 'link_disabled';

export interface SocketTransport extends Transport {
  /** A new single-use ticket for a socket, as part of the address. */
  newTicket(): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** How many sockets have had their `hello` and are open. */
  connections(): number;
  /** Tells every socket to go; closes it too, except for a mere `warning`. */
  disconnect(reason: DisconnectReason): void;
  /** Cuts the connections without a word, as a network does. */
  kill(): void;
  /** What came over the sockets besides acknowledgements of known envelopes. */
  readonly stray: Json[];
}

interface Waiting {
  readonly settle: (result: SendResult) => void;
  readonly sentAt: number;
  readonly takesPayload: boolean;
}

/** `ackTimeoutMs`: Slack waits three seconds. `pingMs`: between the pings of the server. */
export function createSocketTransport(options: {
  appId: string;
  ackTimeoutMs: number;
  pingMs: number;
}): SocketTransport {
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Set<string>();
  const sockets: WebSocket[] = [];
  const waiting = new Map<string, Waiting>();
  const queue: (() => void)[] = [];
  const timers = new Set<NodeJS.Timeout>();
  const stray: Json[] = [];
  let ids = 0;
  let turn = 0;

  const open = (): WebSocket[] => sockets.filter((socket) => socket.readyState === WebSocket.OPEN);

  const welcome = (socket: WebSocket): void => {
    sockets.push(socket);
    const ping = setInterval(() => socket.ping('Ping from the test Slack'), options.pingMs);
    socket.on('close', () => {
      clearInterval(ping);
      sockets.splice(sockets.indexOf(socket), 1);
    });
    socket.on('error', () => socket.terminate());
    socket.on('message', (data) => {
      const message = JSON.parse(String(data)) as { envelope_id?: string; payload?: Json };
      const known = waiting.get(message.envelope_id ?? '');
      if (known === undefined) stray.push(message as Json);
      else {
        const body = message.payload;
        // Only the kinds that accept a response payload may carry one.
        if (!known.takesPayload && body !== undefined && Object.keys(body).length > 0)
          stray.push(message as Json);
        known.settle({ acked: true, ms: performance.now() - known.sentAt, body });
      }
    });
    socket.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open().length,
        debug_info: { host: 'applink-test', build_number: 1, approximate_connection_time: 18_060 },
        connection_info: { app_id: options.appId },
      }),
    );
    for (const task of queue.splice(0)) task();
  };

  const transmit = (
    envelope: Envelope,
    retry: { num: number; reason: string },
    settle: (result: SendResult) => void,
  ): void => {
    const candidates = open();
    if (candidates.length === 0) {
      queue.push(() => transmit(envelope, retry, settle));
      return;
    }
    const id = `envelope-${++ids}`;
    const takesPayload = envelope.kind !== 'events_api';
    const timer = setTimeout(
      () => waiting.get(id)?.settle({ acked: false, reason: 'timeout' }),
      options.ackTimeoutMs,
    );
    timers.add(timer);
    waiting.set(id, {
      sentAt: performance.now(),
      takesPayload,
      settle: (result) => {
        clearTimeout(timer);
        timers.delete(timer);
        waiting.delete(id);
        settle(result);
      },
    });
    candidates[turn++ % candidates.length]?.send(
      JSON.stringify({
        envelope_id: id,
        type: envelope.kind,
        payload: envelope.payload,
        accepts_response_payload: takesPayload,
        ...(envelope.kind === 'events_api' ? { retry_attempt: retry.num, retry_reason: retry.reason } : {}),
      }),
    );
  };

  return {
    stray,
    newTicket: () => {
      const ticket = `ticket-${++ids}`;
      tickets.add(ticket);
      return ticket;
    },
    upgrade: (request, socket, head) => {
      const ticket = new URL(request.url ?? '/', 'http://localhost').searchParams.get('ticket') ?? '';
      if (tickets.delete(ticket)) server.handleUpgrade(request, socket, head, welcome);
      else socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n');
    },
    connections: () => open().length,
    disconnect: (reason) => {
      for (const socket of open()) {
        socket.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'applink-test' } }));
        if (reason !== 'warning') socket.close(1000);
      }
    },
    kill: () => {
      for (const socket of [...sockets]) socket.terminate();
    },
    send: (envelope, retry) => new Promise((settle) => transmit(envelope, retry, settle)),
    close: async () => {
      queue.length = 0;
      for (const timer of timers) clearTimeout(timer);
      for (const { settle } of [...waiting.values()]) settle({ acked: false, reason: 'closed', final: true });
      for (const socket of [...sockets]) socket.terminate();
    },
  };
}
