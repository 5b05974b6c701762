import type { DataEncryptionKey } from './data-encryption-key.js';

/** The data encryption keys of this installation: one protects new data, all of them open what they protected. */
export class KeyRing {
  /** Newest first. */
  readonly keys: readonly DataEncryptionKey[];
  /** The key that protects new data. */
  readonly active: DataEncryptionKey;
  private readonly byKid: ReadonlyMap<string, DataEncryptionKey>;

  /** @throws RangeError unless every kid is unique and exactly one key is active. */
  constructor(keys: readonly DataEncryptionKey[]) {
    this.keys = [...keys].sort((one, other) => other.version - one.version);
    this.byKid = new Map(keys.map((key) => [key.kid, key]));
    const [active, ...others] = keys.filter(({ state }) => state === 'active');
    if (active === undefined || others.length > 0) throw new RangeError('exactly one key must be active');
    if (this.byKid.size !== keys.length) throw new RangeError('every key needs a kid of its own');
    this.active = active;
  }

  find(kid: string): DataEncryptionKey | undefined {
    return this.byKid.get(kid);
  }
}
