/** Whether a web address may be fetched at all, as far as the address itself tells. */
import { isIP } from 'node:net';
import { bareHost, hostAndPort } from './fetch-allow.ts';
import { FetchError } from './fetch-error.ts';
import { whyNotPublic } from './public-address.ts';

/** Longest address, in characters: what servers and intermediaries take (RFC 9110 asks for 8,000 at least). */
const LONGEST = 8_000;
/** Ports of web sites. Any other is likelier a service that was never meant to be read. */
const WEB_PORTS: ReadonlySet<string> = new Set(['', '80', '443', '8080', '8443']);
/** Last parts of names that no public name server knows (RFC 2606, 6761, 6762, 8375, 9476, ICANN's list). */
const LOCAL_NAMES =
  /(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|lan|home|corp|mail|home\.arpa|test|example|invalid|onion|alt)$/;

/**
 * Parses an address the way browsers do, so that every odd spelling of a number (octal, hexadecimal, short, with
 * full-width digits or percent signs) is seen as the number it is, and refuses what is not a public web address.
 *
 * An address by number is refused even when it is public: publications have names, and tricks have numbers.
 *
 * @param allow `host:port` that may be fetched although private.
 * @throws FetchError `refused`.
 */
export function checkUrl(address: string, allow: ReadonlySet<string>, base?: URL): URL {
  if (address.length > LONGEST) throw refused('the address is too long: give the article’s own address');
  if (!URL.canParse(address, base?.href))
    throw refused('this is no web address: give one such as https://example.org/article');
  const url = new URL(address, base?.href);
  if (url.protocol !== 'http:' && url.protocol !== 'https:')
    throw refused(`${url.protocol} is not fetched: give an http or https address`);
  if (url.username !== '' || url.password !== '')
    throw refused('an address with a user name or password is not fetched: remove what stands before the @');
  url.hash = '';
  if (allow.has(hostAndPort(url))) return url;
  const host = bareHost(url);
  const remedy = `to fetch it all the same, add ${hostAndPort(url)} to FETCH_ALLOW`;
  const number = host.replace(/^\[|\]$/g, '');
  if (isIP(number) !== 0) {
    const what = whyNotPublic(number);
    throw refused(
      what === null
        ? `${number} is a number and no site’s name: give the name, or ${remedy}`
        : `${number} is not public (${what}); ${remedy}`,
    );
  }
  if (!host.includes('.') || LOCAL_NAMES.test(host))
    throw refused(`${host} is a name of a local network; ${remedy}`);
  if (!WEB_PORTS.has(url.port)) throw refused(`port ${url.port} is not a web site’s; ${remedy}`);
  return url;
}

/**
 * The address that a redirect leads to, checked as any other, and against where it comes from.
 *
 * @throws FetchError `refused`, also when a secure page leads to one that anybody on the way could change, and when a
 * page of the open web leads to a host that is only fetched by leave of `allow`: that leave is the operator's to use.
 */
export function checkRedirect(from: URL, location: string, allow: ReadonlySet<string>): URL {
  try {
    const to = checkUrl(location, allow, from);
    if (from.protocol === 'https:' && to.protocol === 'http:')
      throw refused('it would go from https to http, where the text could be changed on the way');
    if (allow.has(hostAndPort(to)) && !allow.has(hostAndPort(from)))
      throw refused(`${to.host} is in FETCH_ALLOW, and fetched only when it is given itself`);
    return to;
  } catch (error) {
    if (error instanceof FetchError) throw refused(`${from.host} leads elsewhere: ${error.message}`);
    throw error;
  }
}

function refused(message: string): FetchError {
  return new FetchError('refused', message);
}
