import { sha256 } from '../../../crypto/index.js';

const ALPHABET = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const NOT_IN_IT = 0xff;
const VALUES = new Uint8Array(0x80).fill(NOT_IN_IT);
Array.from(ALPHABET, (character, value) => (VALUES[character.charCodeAt(0)] = value));
const CHECKSUM_BYTES = 4;

/** Base58Check: whether the last four of `bytes` bytes are the first of the double SHA-256 of the others. */
export function passesBase58Check(address: string, bytes: number): boolean {
  const decoded = decode(address, bytes);
  if (decoded === undefined) return false;
  const payload = decoded.subarray(0, -CHECKSUM_BYTES);
  const checksum = decoded.toString('hex', bytes - CHECKSUM_BYTES);
  return sha256(Buffer.from(sha256(payload), 'hex')).startsWith(checksum);
}

/** The number that it is, in so many bytes; undefined when it takes more. */
function decode(address: string, bytes: number): Buffer | undefined {
  const number = Buffer.alloc(bytes);
  for (let index = 0; index < address.length; index++) {
    let carry = VALUES[address.charCodeAt(index)] ?? NOT_IN_IT;
    if (carry === NOT_IN_IT) return undefined;
    for (let place = bytes - 1; place >= 0; place--) {
      carry += number[place]! * ALPHABET.length;
      number[place] = carry & 0xff;
      carry >>= 8;
    }
    if (carry !== 0) return undefined;
  }
  return number;
}
