import { isIPv4, isIPv6 } from 'node:net';

const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
/** RFC 6177: an end site holds at least a /64, so anybody with IPv6 has 2^64 addresses to spend. */
const SITE_GROUPS = 4;
const GROUPS = 8;

/** What one party holds at least: an IPv4 address, or the /64 around an IPv6 address. */
export function addressBlock(address: string): string {
  if (isIPv4(address)) return address;
  const mapped = MAPPED_IPV4.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  const [bare = ''] = address.split('%');
  if (!isIPv6(bare)) return bare.slice(0, 64);
  return `${firstGroups(bare).join(':')}::/64`;
}

function firstGroups(address: string): string[] {
  const [head = '', tail] = address.split('::');
  const before = groupsOf(head);
  const after = tail === undefined ? [] : groupsOf(tail);
  const zeros = Array<string>(Math.max(0, GROUPS - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after]
    .slice(0, SITE_GROUPS)
    .map((group) => parseInt(group, 16).toString(16));
}

function groupsOf(text: string): string[] {
  return text === '' ? [] : text.split(':');
}
