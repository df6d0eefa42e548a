/** From where the web chat is reached, and what it then asks of who comes. */
import { isIPv4 } from 'node:net';
import type { Settings } from './settings.ts';

export interface WebConfig {
  /** Whether the web chat is served. */
  readonly web: boolean;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly webAccess: {
    /** What everybody must show; null: nobody is asked. */
    readonly token: string | null;
    /** Names by which it is reached beside `host`. */
    readonly hosts: readonly string[];
    /** Reverse proxies whose forwarded headers are believed. */
    readonly proxies: number;
  };
}

export function webOf(settings: Settings): WebConfig {
  return {
    web:
      settings.WEB === 'on' ||
      (settings.WEB === 'auto' &&
        [settings.SLACK_BOT_TOKEN, settings.SLACK_CLIENT_ID, settings.DISCORD_TOKEN].every(
          (set) => set === '',
        )),
    host: settings.HOST,
    port: settings.PORT,
    webAccess: {
      token: settings.WEB_TOKEN || null,
      hosts: settings.WEB_HOSTS,
      proxies: settings.WEB_PROXIES,
    },
  };
}

/**
 * What is missing where other machines reach the web chat; null when nothing is. A token that we made would change with
 * each start, differ between replicas, and stand in a log: so one is asked for.
 */
export function webProblem(settings: Settings): string | null {
  const { web, host, webAccess } = webOf(settings);
  const { token, hosts, proxies } = webAccess;
  if (!web || token !== null) return null;
  const why = !isThisMachine(host)
    ? `HOST is "${host}"`
    : hosts.length > 0
      ? `WEB_HOSTS is "${hosts.join(',')}"`
      : proxies > 0
        ? `WEB_PROXIES is ${proxies}`
        : null;
  if (why === null) return null;
  return (
    `WEB_TOKEN is empty, but ${why}: everyone who reaches the web chat could use it; ` +
    'set WEB_TOKEN (openssl rand -hex 24 prints one), or leave HOST at 127.0.0.1 and the other two empty, or set WEB to off'
  );
}

/** What to tell an operator whose web chat is reached without TLS; null when it is not, as far as the settings say. */
export function exposureWarning({ web, host, webAccess }: WebConfig): string | null {
  if (!web || isThisMachine(host) || webAccess.proxies > 0) return null;
  return `HOST is "${host}": token and answers travel unencrypted; put a proxy with TLS in front and set WEB_PROXIES, unless the network is trusted`;
}

/** A name that begins like an address of this machine is none. */
function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || (isIPv4(host) && host.startsWith('127.'));
}
