/** The gateway of the local Discord: who is connected, which sessions exist, and the troubles tests can ask for. */
import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Json } from './discord-model.ts';
import { type Connection, serveConnection } from './gateway-connection.ts';
import type { Gateway, GatewayOptions, GatewayShared } from './gateway-model.ts';
import { concerns, deliver } from './gateway-session.ts';
import type { World } from './world.ts';

/** Serves the gateway on an HTTP server's upgrades; `url` is its own address. */
export function createGateway(
  world: World,
  http: Server,
  url: () => string,
  options: GatewayOptions,
): Gateway {
  const sockets = new Map<WebSocket, Connection>();
  let muted = false;
  let refusing = false;
  let resumeFails = false;
  const server = new WebSocketServer({ noServer: true });

  const gateway: Gateway = {
    sessions: new Map(),
    handshakes: [],
    heartbeats: 0,
    connections: () => sockets.size,
    cut: () => {
      for (const socket of sockets.keys()) socket.terminate();
    },
    closeAll: (code) => {
      for (const socket of sockets.keys()) socket.close(code);
    },
    reconnect: () => sendAll({ op: 7, d: null }),
    invalidate: (resumable) => {
      for (const connection of sockets.values()) connection.leaveSession();
      if (!resumable) gateway.sessions.clear();
      sendAll({ op: 9, d: resumable });
    },
    askHeartbeat: () => sendAll({ op: 1, d: null }),
    mute: (on) => {
      muted = on;
    },
    refuse: (on) => {
      refusing = on;
    },
    failNextResume: () => {
      resumeFails = true;
    },
    close: async () => {
      for (const socket of sockets.keys()) socket.terminate();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  const shared: GatewayShared = {
    world,
    options,
    gateway,
    url,
    muted: () => muted,
    takeResumeFailure: () => {
      const fails = resumeFails;
      resumeFails = false;
      return fails;
    },
    begun: new Map(),
  };

  function sendAll(frame: Json): void {
    for (const connection of sockets.values()) connection.send(frame);
  }

  http.on('upgrade', (request, socket, head) => {
    if (refusing) {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nConnection: close\r\n\r\n');
      return;
    }
    server.handleUpgrade(request, socket, head, (client) => {
      const query = new URL(request.url ?? '/', 'http://local').searchParams;
      sockets.set(client, serveConnection(shared, client, query));
      client.on('close', () => {
        sockets.delete(client);
        world.changed();
      });
    });
  });

  world.onDispatch((event) => {
    for (const session of gateway.sessions.values()) {
      if (concerns(world, session, event)) deliver(session, event.t, event.data(session.intents));
    }
  });
  return gateway;
}
