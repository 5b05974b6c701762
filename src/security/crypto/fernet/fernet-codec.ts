import { randomBytes } from 'node:crypto';
import { Clock } from '../../../common/clock.js';
import { DecryptionError } from '../decryption-error.js';
import { decodeUtf8 } from '../utf8.js';
import type { FernetKey } from './fernet-key.js';
import { decodeFernetToken, openFernetToken, sealFernetToken, type FernetContent } from './fernet-token.js';

const IV_BYTES = 16;
/** Seconds a token's timestamp may lie ahead of our clock; the reference implementation's figure. */
const MAX_CLOCK_SKEW = 60;

/**
 * Fernet tokens (github.com/fernet/spec), for exchange with Python's `cryptography`: AES-128-CBC and HMAC-SHA-256.
 * Several keys behave like its `MultiFernet`: the first one encrypts, all of them decrypt.
 * What stays in Gatehouse is better kept in an envelope, which is bound to its context.
 */
export class FernetCodec {
  constructor(
    /** Newest first. */
    private readonly keys: readonly [FernetKey, ...FernetKey[]],
    private readonly clock: Clock,
  ) {}

  encrypt(plaintext: string): string {
    return this.seal({ plaintext: Buffer.from(plaintext, 'utf8'), issuedAt: this.clock.epochSeconds() });
  }

  /**
   * @param ttlSeconds greatest age accepted; without it a token does not grow old.
   * @throws DecryptionError when the token is malformed, altered, of another key, too old, or more than 60 s ahead.
   */
  decrypt(token: string, ttlSeconds?: number): string {
    const { plaintext, issuedAt } = this.open(token);
    const now = this.clock.epochSeconds();
    if (issuedAt > now + MAX_CLOCK_SKEW) throw new DecryptionError();
    if (ttlSeconds !== undefined && issuedAt + ttlSeconds < now) throw new DecryptionError();
    return decodeUtf8(plaintext);
  }

  /**
   * The same content under the newest key, with the timestamp it had: rotation makes no token younger.
   *
   * @throws DecryptionError when the token is malformed, altered or of another key.
   */
  rotate(token: string): string {
    return this.seal(this.open(token));
  }

  private seal(content: FernetContent): string {
    return sealFernetToken(content, randomBytes(IV_BYTES), this.keys[0]);
  }

  private open(token: string): FernetContent {
    const octets = decodeFernetToken(token);
    for (const key of this.keys) {
      const content = openFernetToken(octets, key);
      if (content !== undefined) return content;
    }
    throw new DecryptionError();
  }
}
