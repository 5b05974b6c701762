import { ConfigurationError } from '../../../config/index.js';
import { DataEncryptionKey, KEY_BYTES, KID_PATTERN } from './data-encryption-key.js';
import { KeyRing } from './key-ring.js';

/**
 * Reads `ENCRYPTION_KEYS`: `kid:base64` pairs, newest first. The first protects new data, the others still open theirs,
 * so a new key reaches every replica in second place before it moves to the first.
 *
 * @throws ConfigurationError naming the variable and the position of each bad pair, never its content.
 */
export function readEnvironmentKeys(text: string): KeyRing {
  const pairs = text.split(',').map((pair) => pair.trim());
  const mistakes = pairs.flatMap((pair, index) => checkPair(pair, index + 1));
  if (mistakes.length > 0) throw new ConfigurationError(mistakes);
  const keys = pairs.map((pair, index) => toKey(pair, pairs.length - index, index === 0));
  if (new Set(keys.map(({ kid }) => kid)).size !== keys.length) {
    throw new ConfigurationError(['ENCRYPTION_KEYS: two pairs have the same kid']);
  }
  return new KeyRing(keys);
}

function checkPair(pair: string, position: number): string[] {
  const { kid, encoded } = split(pair);
  const mistakes: string[] = [];
  if (!KID_PATTERN.test(kid))
    mistakes.push('the kid must be 1 to 64 letters, digits, underscores or hyphens');
  if (decodeKey(encoded) === undefined) mistakes.push(`the key must be ${KEY_BYTES} bytes in base64`);
  return mistakes.map((mistake) => `ENCRYPTION_KEYS: pair ${position}: ${mistake}`);
}

function toKey(pair: string, version: number, isNewest: boolean): DataEncryptionKey {
  const { kid, encoded } = split(pair);
  return new DataEncryptionKey(
    kid,
    version,
    isNewest ? 'active' : 'deactivated',
    decodeKey(encoded) ?? Buffer.alloc(0),
  );
}

function split(pair: string): { kid: string; encoded: string } {
  const colon = pair.indexOf(':');
  return { kid: pair.slice(0, Math.max(colon, 0)), encoded: pair.slice(colon + 1) };
}

/** 32 bytes in base64 (RFC 4648 §4), as `openssl rand -base64 32` prints them; undefined for anything else. */
export function decodeKey(encoded: string): Buffer | undefined {
  const octets = Buffer.from(encoded, 'base64');
  return octets.length === KEY_BYTES && octets.toString('base64') === encoded ? octets : undefined;
}
