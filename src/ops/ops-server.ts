/** The port for probes and metrics: small, apart from what people use, and there before anything else. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { errorMessage, OperatorError } from '../core/errors.ts';
import type { HealthReport } from './health.ts';

export interface OpsRoutes {
  live(): Promise<HealthReport>;
  ready(): Promise<HealthReport>;
  metrics(): Promise<{ readonly contentType: string; readonly text: string }>;
  /** A request could not be answered: a defect. */
  onError(error: unknown): void;
}

export interface OpsServer {
  /** The port that it listens on. */
  readonly port: number;
  /** Ends open connections too. */
  close(): Promise<void>;
}

/** Milliseconds that a client has for its request: it is one line. */
const REQUEST_TIMEOUT = 5_000;
/** Probes and a scraper or two, and nobody else. */
const MAX_CONNECTIONS = 50;

/** @throws OperatorError when the port cannot be had. */
export async function startOpsServer(
  { host, port }: { readonly host: string; readonly port: number },
  routes: OpsRoutes,
): Promise<OpsServer> {
  const server = createServer(
    { requestTimeout: REQUEST_TIMEOUT, headersTimeout: REQUEST_TIMEOUT },
    (request, response) => {
      answer(request, response, routes).catch((error: unknown) => {
        routes.onError(error);
        if (!response.headersSent) response.writeHead(500);
        response.end();
      });
    },
  );
  server.maxConnections = MAX_CONNECTIONS;
  await listen(server, host, port);
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, routes: OpsRoutes): Promise<void> {
  const head = request.method === 'HEAD';
  const send = (status: number, contentType: string, text: string) => {
    response.writeHead(status, {
      'content-type': contentType,
      'content-length': Buffer.byteLength(text),
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    response.end(head ? '' : text);
  };
  const json = (report: HealthReport) =>
    send(report.ok ? 200 : 503, 'application/json; charset=utf-8', `${JSON.stringify(report)}\n`);
  // What a client sends along is not wanted.
  request.resume();
  if (request.method !== 'GET' && !head) {
    response.setHeader('allow', 'GET, HEAD');
    return send(405, 'text/plain; charset=utf-8', 'GET or HEAD\n');
  }
  switch (request.url?.split('?', 1)[0]) {
    case '/healthz':
      return json(await routes.live());
    case '/readyz':
      return json(await routes.ready());
    case '/metrics': {
      const { contentType, text } = await routes.metrics();
      return send(200, contentType, text);
    }
    default:
      return send(404, 'text/plain; charset=utf-8', '/healthz, /readyz or /metrics\n');
  }
}

async function listen(server: Server, host: string, port: number): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  server.once('error', reject);
  server.listen(port, host, resolve);
  try {
    await promise;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why =
      code === 'EADDRINUSE'
        ? 'is in use: stop the program that uses it, or set OPS_PORT to another'
        : code === 'EACCES'
          ? 'may not be used by this user: set OPS_PORT to 1024 or above'
          : code === 'EADDRNOTAVAIL'
            ? 'cannot be had, since OPS_HOST is no address of this machine: correct it'
            : `cannot be listened on (${errorMessage(error)}): correct OPS_HOST and OPS_PORT`;
    throw new OperatorError(`${host}:${port} ${why}`);
  } finally {
    server.removeListener('error', reject);
  }
}
