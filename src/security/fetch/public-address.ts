import { BlockList, isIPv4, isIPv6 } from 'node:net';

type Network = readonly [address: string, prefix: number];

/** IANA IPv4 Special-Purpose Address Registry, multicast (RFC 5771) and what is reserved (RFC 1112 §4). */
const NOT_PUBLIC_IPV4: readonly Network[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.31.196.0', 24],
  ['192.52.193.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['192.175.48.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  // Answers inside Azure's networks only, like 169.254.169.254 elsewhere.
  ['168.63.129.16', 32],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
];

/** RFC 4291 §2.4: all else (loopback, mapped, NAT64, link-local, unique local, multicast) is not global unicast. */
const GLOBAL_UNICAST_IPV6: Network = ['2000::', 3];

/** Inside of global unicast, by the IANA IPv6 Special-Purpose Address Registry; several carry an IPv4 address. */
const NOT_PUBLIC_IPV6: readonly Network[] = [
  // IETF protocol assignments: Teredo, benchmarking, ORCHID.
  ['2001::', 23],
  ['2001:db8::', 32],
  // 6to4.
  ['2002::', 16],
  ['2620:4f:8000::', 48],
  ['3fff::', 20],
];

const notPublicIpv4 = listOf(NOT_PUBLIC_IPV4, 'ipv4');
const globalUnicastIpv6 = listOf([GLOBAL_UNICAST_IPV6], 'ipv6');
const notPublicIpv6 = listOf(NOT_PUBLIC_IPV6, 'ipv6');

/** Whether the IP address is one that anybody on the internet could reach; false for what is no address. */
export function isPublicAddress(address: string): boolean {
  if (isIPv4(address)) return !notPublicIpv4.check(address, 'ipv4');
  // A zone (RFC 4007 §11) belongs to an address of this link.
  if (!isIPv6(address) || address.includes('%')) return false;
  return globalUnicastIpv6.check(address, 'ipv6') && !notPublicIpv6.check(address, 'ipv6');
}

function listOf(networks: readonly Network[], family: 'ipv4' | 'ipv6'): BlockList {
  const list = new BlockList();
  for (const [address, prefix] of networks) list.addSubnet(address, prefix, family);
  return list;
}
