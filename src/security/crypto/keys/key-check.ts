import { ConfigurationError } from '../../../config/index.js';
import { EnvelopeCipher } from '../envelope-cipher.js';
import type { KeyRing } from './key-ring.js';

const KNOWN_TEXT = 'gatehouse';

/** Proof of which key a database was written with: a known text in an envelope of that key. */
export interface KeyCheck {
  readonly kid: string;
  readonly envelope: string;
}

/** The check of the active key. */
export function makeKeyCheck(keyRing: KeyRing): KeyCheck {
  const { kid } = keyRing.active;
  return { kid, envelope: new EnvelopeCipher(keyRing).encrypt(KNOWN_TEXT, contextOf(kid)) };
}

/**
 * Compares the keys at hand with those the database was written with. One key in common is enough, because a key is
 * taken out of the ring when nothing is left under it; none in common means that keys were lost or mixed up.
 *
 * @returns kids of checks whose key is not at hand.
 * @throws ConfigurationError naming kids when no check opens, or a key has the name of another one.
 */
export function compareKeys(keyRing: KeyRing, checks: readonly KeyCheck[]): string[] {
  const missing = checks.filter(({ kid }) => keyRing.find(kid) === undefined).map(({ kid }) => kid);
  const foreign = checks.filter((check) => !missing.includes(check.kid) && !opens(keyRing, check));
  if (foreign.length > 0) throw new ConfigurationError(foreign.map(({ kid }) => foreignKey(kid)));
  if (checks.length > 0 && missing.length === checks.length) throw lostKeys(checks);
  return missing;
}

/** The refusal to start without any key of a database that holds ciphertext. */
export function lostKeys(checks: readonly KeyCheck[]): ConfigurationError {
  const kids = checks.map(({ kid }) => kid).join(', ');
  return new ConfigurationError([
    `ENCRYPTION_KEYS or keys.json in DATA_DIR: the database was encrypted with other keys (${kids}); ` +
      'restore one of them, or start with an empty database',
  ]);
}

function foreignKey(kid: string): string {
  return `ENCRYPTION_KEYS or keys.json in DATA_DIR: the key named ${kid} is not the ${kid} the database was encrypted with`;
}

function opens(keyRing: KeyRing, { kid, envelope }: KeyCheck): boolean {
  try {
    return new EnvelopeCipher(keyRing).decrypt(envelope, contextOf(kid)) === KNOWN_TEXT;
  } catch {
    return false;
  }
}

function contextOf(kid: string): string {
  return `key_checks.envelope:${kid}`;
}
