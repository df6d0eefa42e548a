/** Web sites of the tests' own on loopback: what a server sends, down to the byte. */
import { createServer, type RequestListener } from 'node:http';
import {
  type AddressInfo,
  createServer as createTcpServer,
  type Server as NetServer,
  type Socket,
} from 'node:net';
import { afterEach } from 'vitest';

export interface Site {
  /** `127.0.0.1:port`. */
  readonly host: string;
  readonly url: string;
  /** Requests so far, as `path`. */
  readonly requests: readonly string[];
}

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

/** Starts a site that ends with the test. */
export async function startSite(listener: RequestListener): Promise<Site> {
  const requests: string[] = [];
  const server = createServer((request, response) => {
    requests.push(request.url ?? '');
    response.on('error', () => undefined);
    listener(request, response);
  });
  closers.push(async () => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  });
  return { ...(await listening(server)), requests };
}

/** A server without HTTP: does as told with whoever has sent something, and tells what came. */
export async function startRawSite(
  serve: (socket: Socket) => void,
  onBytes: (bytes: Buffer) => void = () => undefined,
): Promise<Site> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined).on('close', () => sockets.delete(socket));
    socket.on('data', onBytes).once('data', () => serve(socket));
  });
  closers.push(async () => {
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => server.close(done));
  });
  return { ...(await listening(server)), requests: [] };
}

async function listening(server: NetServer): Promise<{ host: string; url: string }> {
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, url: `http://${host}/` };
}
