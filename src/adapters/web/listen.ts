/** Opens and closes the port of the web chat. */
import type { AddressInfo, ListenOptions } from 'node:net';
import type { ServerType } from '@hono/node-server';
import { errorMessage, OperatorError } from '../../core/errors.ts';

/**
 * @returns the port that is listened on.
 * @throws OperatorError when the port or the address cannot be had.
 */
export function listen(server: ServerType, { host, port }: { host: string; port: number }): Promise<number> {
  return new Promise((resolve, reject) => {
    const refuse = (error: unknown) => reject(listenError(error, host, port));
    server.once('error', refuse);
    const options: ListenOptions = { host, port };
    server.listen(options, () => {
      server.off('error', refuse);
      resolve((server.address() as AddressInfo).port);
    });
  });
}

function listenError(error: unknown, host: string, port: number): OperatorError {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  const say = (message: string) => new OperatorError(message, { cause: error });
  switch (code) {
    case 'EADDRINUSE':
      return say(`port ${port} is in use: stop the other program or set PORT`);
    case 'EACCES':
      return say(`port ${port} may not be used by this account: set PORT to 1024 or more`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return say(`this machine has no address ${host}: set HOST to one of its own, such as 127.0.0.1`);
    default:
      return say(`cannot listen on ${host}:${port}: ${errorMessage(error)}; set HOST and PORT`);
  }
}

/**
 * Refuses new connections, lets those under way end, and closes what is left after `deadline` milliseconds. Never
 * rejects; a server that does not listen is closed already.
 */
export async function close(server: ServerType, deadline: number): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => void server.close(() => resolve()));
  // Connections that browsers keep open between requests end only when told to.
  const idle = setInterval(() => 'closeIdleConnections' in server && server.closeIdleConnections(), 20);
  const late = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), deadline);
  await closed;
  clearInterval(idle);
  clearTimeout(late);
}
