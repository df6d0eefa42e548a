/** Politeness: never two requests at once to one host, and a pause between two. */

export interface HostGate {
  isFree(host: string): boolean;
  /** Takes the host if it is free and nobody waits for it. */
  tryEnter(host: string): boolean;
  /** Waits for the host, first come first served. Rejects with the reason of the signal. */
  enter(host: string, signal: AbortSignal): Promise<void>;
  /** Ends a request: the host is free after the pause. */
  leave(host: string): void;
  /** Resolves when a host becomes free. */
  freed(): Promise<void>;
}

/** Milliseconds between the end of a request and the next one to the same host. */
const PAUSE = 1_000;

export function createHostGate(pauseMs = PAUSE): HostGate {
  /** Hosts that are taken or resting, with those who wait. */
  const taken = new Map<string, (() => void)[]>();
  let freed = Promise.withResolvers<void>();

  function free(host: string): void {
    const next = taken.get(host)?.shift();
    if (next !== undefined) {
      next();
      return;
    }
    taken.delete(host);
    freed.resolve();
    freed = Promise.withResolvers<void>();
  }

  function tryEnter(host: string): boolean {
    if (taken.has(host)) return false;
    taken.set(host, []);
    return true;
  }

  return {
    isFree: (host) => !taken.has(host),
    tryEnter,
    async enter(host, signal) {
      signal.throwIfAborted();
      if (tryEnter(host)) return;
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const waiting = taken.get(host) ?? [];
      waiting.push(resolve);
      const onAbort = () => {
        const place = waiting.indexOf(resolve);
        // Whose turn has come meanwhile leaves like anybody else.
        if (place >= 0) waiting.splice(place, 1);
        reject(signal.reason);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      try {
        await promise;
      } finally {
        signal.removeEventListener('abort', onAbort);
      }
    },
    leave(host) {
      setTimeout(() => free(host), pauseMs);
    },
    freed: () => freed.promise,
  };
}

/** The host that requests to an address are counted for; the address itself when it is none. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/\.+$/, '') : address;
}
