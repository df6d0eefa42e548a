/** A door before a server: it lets connections through, turns them away, and ends those that are open. */
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

export interface ConnectionDoor {
  /** The address of what stands behind it, led through it. */
  readonly url: string;
  /** Ends so many of the next connections before a word is said. */
  turnAway(connections: number): void;
  /** How many of these are still to come. */
  readonly toTurnAway: number;
  /** Ends those that are open. */
  cut(): void;
  /** Ends the next connection whose client says so, before the server hears it; as often as told. */
  cutAt(words: string, times: number): void;
  /** How often that is still to come. */
  readonly toCut: number;
}

/** Closed after the test. */
export async function startDoor(behind: string): Promise<ConnectionDoor> {
  const there = new URL(behind);
  const through = new URL(behind);
  const open = new Set<Socket>();
  let refused = 0;
  let cutting = { words: '', times: 0 };
  const door = createServer((client) => {
    client.on('error', () => undefined);
    if (refused > 0) {
      refused -= 1;
      client.destroy();
      return;
    }
    const server = connect(Number(there.port), there.hostname).on('error', () => client.destroy());
    open.add(client);
    client.on('close', () => {
      open.delete(client);
      server.destroy();
    });
    client.on('data', (bytes: Buffer) => {
      if (cutting.times > 0 && bytes.includes(cutting.words)) {
        cutting.times -= 1;
        client.destroy();
      } else server.write(bytes);
    });
    client.on('end', () => server.end());
    server.pipe(client);
  });
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    door.close();
  });
  through.port = String((door.address() as AddressInfo).port);
  return {
    url: through.href,
    turnAway(connections) {
      refused = connections;
    },
    get toTurnAway() {
      return refused;
    },
    cutAt(words, times) {
      cutting = { words, times };
    },
    get toCut() {
      return cutting.times;
    },
    cut() {
      for (const client of open) client.destroy();
    },
  };
}
