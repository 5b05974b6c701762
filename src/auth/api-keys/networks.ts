import { BlockList, isIP } from 'node:net';

const CIDR = /^([0-9A-Fa-f:.]+)\/(\d{1,3})$/;
const MAPPED_IPV4 = /^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i;

/** The networks as something an address can be looked up in. */
export function networkList(networks: readonly string[]): BlockList {
  const list = new BlockList();
  for (const network of networks) {
    const { address, prefix, family } = parse(network);
    list.addSubnet(address, prefix, family);
  }
  return list;
}

/** Whether the address lies in one of the networks; an IPv4 address mapped into IPv6 counts as IPv4. */
export function isWithin(list: BlockList, address: string): boolean {
  const bare = address.replace(MAPPED_IPV4, '');
  const version = isIP(bare);
  return version !== 0 && list.check(bare, version === 4 ? 'ipv4' : 'ipv6');
}

/**
 * A network in CIDR notation, host bits cleared by whoever stores it; a bare address is a network of one.
 *
 * @throws TypeError naming what is not a network.
 */
export function parse(network: string): { address: string; prefix: number; family: 'ipv4' | 'ipv6' } {
  const [, address = network, length] = CIDR.exec(network) ?? [];
  const version = isIP(address);
  const longest = version === 4 ? 32 : 128;
  const prefix = length === undefined ? longest : Number(length);
  if (version === 0 || prefix > longest)
    throw new TypeError(`${JSON.stringify(network)} is not an address or network`);
  return { address, prefix, family: version === 4 ? 'ipv4' : 'ipv6' };
}
