/** The name look-up that a socket uses by itself, with every address checked: between check and use is no gap. */
import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { FetchError } from './fetch-error.ts';
import { whyNotPublic } from './public-address.ts';

/** Resolves a host name to all its addresses. */
export type LookupAll = (host: string) => Promise<readonly LookupAddress[]>;

/**
 * @param hostPort for the message: what would have to be allowed.
 * @param allowed whether the host may have private addresses.
 * @returns a look-up for one connection. One address that is not public refuses the name as a whole: such an answer
 * is an attempt to get in or a mistake, and never a publication's.
 */
export function checkedLookup(lookupAll: LookupAll, hostPort: string, allowed: boolean): LookupFunction {
  return (host, options, done) => {
    const answer = async () => {
      const addresses = (await lookupAll(host)).filter(
        ({ family }) => !options.family || options.family === family || options.family === `IPv${family}`,
      );
      if (addresses.length === 0)
        throw new FetchError('network', `${host} has no address: check the spelling`);
      if (!allowed) for (const { address } of addresses) assertPublic(address, host, hostPort);
      return addresses;
    };
    answer().then(
      (addresses) => {
        if (options.all === true) return done(null, [...addresses]);
        const [first] = addresses;
        done(null, first?.address ?? '', first?.family);
      },
      (error: NodeJS.ErrnoException) => done(error, '', 0),
    );
  };
}

/** @throws FetchError `refused` when the address is not a public one. */
export function assertPublic(address: string, host: string, hostPort: string): void {
  const what = whyNotPublic(address);
  if (what === null) return;
  throw new FetchError(
    'refused',
    `${host} leads to ${address}, which is not public (${what}); to fetch it all the same, add ${hostPort} to FETCH_ALLOW`,
  );
}
