const CHARSET = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];
const BECH32 = 1;
const BECH32M = 0x2bc830a3;

/** BIP 173 and BIP 350: whether a segregated witness address has a valid checksum for its witness version. */
export function passesBech32(address: string): boolean {
  const lower = address.toLowerCase();
  if (address !== lower && address !== address.toUpperCase()) return false;
  const separator = lower.lastIndexOf('1');
  const values = [...lower.slice(separator + 1)].map((character) => CHARSET.indexOf(character));
  if (values.length < 6 || values.includes(-1)) return false;
  // Witness version 0 uses bech32, later versions bech32m.
  return (
    polymod([...expandPrefix(lower.slice(0, separator)), ...values]) === (values[0] === 0 ? BECH32 : BECH32M)
  );
}

function expandPrefix(prefix: string): number[] {
  const codes = [...prefix].map((character) => character.charCodeAt(0));
  return [...codes.map((code) => code >> 5), 0, ...codes.map((code) => code & 31)];
}

function polymod(values: readonly number[]): number {
  let checksum = 1;
  for (const value of values) {
    const top = checksum >>> 25;
    checksum = ((checksum & 0x1ffffff) << 5) ^ value;
    for (let bit = 0; bit < 5; bit++) if ((top >>> bit) & 1) checksum ^= GENERATOR[bit]!;
  }
  return checksum;
}
