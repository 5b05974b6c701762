import { ConfigurationError } from '../../../config/index.js';
import type { DataEncryptionKey } from '../keys/data-encryption-key.js';
import type { KeyRing } from '../keys/key-ring.js';
import { parseFernetKey, toFernetKey, type FernetKey } from './fernet-key.js';

type FernetKeys = readonly [FernetKey, ...FernetKey[]];

/**
 * The configured Fernet keys, newest first; when there are none, keys derived from the key ring, which nobody else has.
 *
 * @throws ConfigurationError naming the variable and the position of each bad key, never its content.
 */
export function fernetKeysOf(configured: readonly string[], keyRing: KeyRing): FernetKeys {
  const parsed = configured.map(parseFernetKey);
  const mistakes = parsed.flatMap((key, index) => (key === undefined ? [mistakeAt(index + 1)] : []));
  if (mistakes.length > 0) throw new ConfigurationError(mistakes);
  const [newest, ...older] = parsed.filter((key) => key !== undefined);
  return newest === undefined ? derivedFrom(keyRing) : [newest, ...older];
}

function mistakeAt(position: number): string {
  return `FERNET_KEYS: key ${position} must be 32 bytes in base64url with padding`;
}

function derivedFrom({ active, keys }: KeyRing): FernetKeys {
  return [derive(active), ...keys.filter((key) => key !== active).map(derive)];
}

function derive(key: DataEncryptionKey): FernetKey {
  return toFernetKey(key.derive('fernet').export());
}
