/**
 * Which IP addresses belong to the public internet. Built on IANA's special-purpose registries (RFC 6890 and its
 * updates): what is not certainly public is not public.
 */
import { BlockList, isIP } from 'node:net';

/** IPv4 networks that are not the public internet, with what they are. */
const SPECIAL_V4: readonly (readonly [network: string, prefix: number, what: string])[] = [
  ['0.0.0.0', 8, 'this network'],
  ['10.0.0.0', 8, 'a private network'],
  ['100.64.0.0', 10, 'a provider’s inner network'],
  ['127.0.0.0', 8, 'this machine'],
  ['169.254.0.0', 16, 'the local link, where clouds keep their metadata'],
  ['172.16.0.0', 12, 'a private network'],
  ['192.0.0.0', 24, 'set aside for protocols'],
  ['192.0.2.0', 24, 'for documentation only'],
  ['192.31.196.0', 24, 'set aside for name servers'],
  ['192.52.193.0', 24, 'set aside for relays'],
  ['192.88.99.0', 24, 'set aside for relays'],
  ['192.168.0.0', 16, 'a private network'],
  ['192.175.48.0', 24, 'set aside for name servers'],
  ['198.18.0.0', 15, 'for benchmarks only'],
  ['198.51.100.0', 24, 'for documentation only'],
  ['203.0.113.0', 24, 'for documentation only'],
  ['224.0.0.0', 4, 'for groups of receivers'],
  ['240.0.0.0', 4, 'reserved'],
];

/** Within 2000::/3, the only IPv6 space given out so far, networks that are not the public internet. */
const SPECIAL_V6: readonly (readonly [network: string, prefix: number, what: string])[] = [
  ['2001::', 23, 'set aside for protocols and tunnels (Teredo among them)'],
  ['2001:db8::', 32, 'for documentation only'],
  ['2002::', 16, 'a tunnel (6to4), which can lead to a private address'],
  ['2620:4f:8000::', 48, 'set aside for name servers'],
  ['3ffe::', 16, 'no longer in use'],
  ['3fff::', 20, 'for documentation only'],
];

const v4 = SPECIAL_V4.map(([network, prefix, what]) => ({ list: listOf(network, prefix, 'ipv4'), what }));
const v6 = SPECIAL_V6.map(([network, prefix, what]) => ({ list: listOf(network, prefix, 'ipv6'), what }));
const givenOut = listOf('2000::', 3, 'ipv6');
/** Addresses that stand for an IPv4 address: mapped ones, and NAT64's, by which IPv6-only networks reach all sites. */
const carriers = [listOf('::ffff:0:0', 96, 'ipv6'), listOf('64:ff9b::', 96, 'ipv6')];

function listOf(network: string, prefix: number, family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  list.addSubnet(network, prefix, family);
  return list;
}

/**
 * What an address is instead of a public one; null when it is public.
 *
 * @param address an IP address in any form that the system gives, without brackets.
 */
export function whyNotPublic(address: string): string | null {
  const family = isIP(address);
  if (family === 0) return 'no IP address';
  if (family === 4) return v4.find(({ list }) => list.check(address, 'ipv4'))?.what ?? null;
  // A zone (`%eth0`) names an interface of this machine: only local addresses need one.
  if (address.includes('%')) return 'bound to an interface of this machine';
  if (carriers.some((list) => list.check(address, 'ipv6'))) return whyNotPublic(carriedV4(address));
  if (!givenOut.check(address, 'ipv6')) return 'local or reserved';
  return v6.find(({ list }) => list.check(address, 'ipv6'))?.what ?? null;
}

/** The IPv4 address in the last 32 bits of an IPv6 address. */
function carriedV4(address: string): string {
  // The URL parser writes every IPv6 address in one form: groups of hexadecimal digits.
  const groups = new URL(`http://[${address}]`).hostname.slice(1, -1).split(':');
  const [high = 0, low = 0] = groups.slice(-2).map((group) => Number.parseInt(group || '0', 16));
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
}
