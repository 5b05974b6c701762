/**
 * Decodes base64url (RFC 4648 §5) strictly: one octet string has exactly one accepted text.
 * Node's own decoder skips foreign characters, accepts both alphabets and ignores trailing bits.
 *
 * @returns undefined when the text is not the canonical encoding.
 */
export function decodeBase64url(text: string, padding: 'padded' | 'unpadded'): Buffer | undefined {
  const octets = Buffer.from(text, 'base64url');
  const canonical = padding === 'padded' ? encodePadded(octets) : octets.toString('base64url');
  return canonical === text ? octets : undefined;
}

/** base64url with `=` padding, as Fernet writes it. */
export function encodePadded(octets: Buffer): string {
  const text = octets.toString('base64url');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}
