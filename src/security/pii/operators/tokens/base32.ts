/**
 * RFC 4648 §6 in lower case, without padding: neither Markdown, JSON nor URLs have a use for any of its characters,
 * and what changes case on its way is still read.
 */
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';
const VALUES = new Map([...ALPHABET].map((character, value) => [character, value]));

export function encodeBase32(octets: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const octet of octets) {
    held = (held << 8) | octet;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += ALPHABET.charAt((held >>> bits) & 31);
    }
    held &= (1 << bits) - 1;
  }
  return bits === 0 ? text : text + ALPHABET.charAt((held << (5 - bits)) & 31);
}

/** The octets; undefined when a character is foreign or the text is not their one encoding, letter case aside. */
export function decodeBase32(text: string): Buffer | undefined {
  const octets = Buffer.allocUnsafe((text.length * 5) >>> 3);
  let bits = 0;
  let held = 0;
  let length = 0;
  for (const character of text.toLowerCase()) {
    const value = VALUES.get(character);
    if (value === undefined) return undefined;
    held = (held << 5) | value;
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    octets[length++] = held >>> bits;
    held &= (1 << bits) - 1;
  }
  return bits < 5 && held === 0 ? octets : undefined;
}
