import { maskAll, type MaskRule } from './mask-rule.js';

/** `203.0.*.*`: the network of an IPv4 address; nothing of an IPv6 address, whose parts have no fixed meaning. */
export const maskIpAddress: MaskRule = {
  limit: 6,
  mask: (value) => {
    const [, network] = /^(\d{1,3}\.\d{1,3})(?:\.(?:\d{1,3}|\*)){2}$/.exec(value) ?? [];
    return network === undefined ? maskAll.mask(value) : `${network}.*.*`;
  },
};
