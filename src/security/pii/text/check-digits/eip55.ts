import { keccak256 } from './keccak256.js';

/**
 * Whether the capitals of an Ethereum address are those of EIP-55, as its hash chooses them; undefined for one in
 * letters of one case, which carries no checksum.
 *
 * @param address `0x` and forty hexadecimal digits.
 */
export function passesEip55(address: string): boolean | undefined {
  const digits = address.slice(2);
  const lower = digits.toLowerCase();
  if (digits === lower || digits === digits.toUpperCase()) return undefined;
  const hash = keccak256(Buffer.from(lower, 'latin1'));
  return Array.from(digits).every((digit, index) => {
    const isCapital = Number.parseInt(hash.charAt(index), 16) > 7;
    return digit === (isCapital ? digit.toUpperCase() : digit.toLowerCase());
  });
}
