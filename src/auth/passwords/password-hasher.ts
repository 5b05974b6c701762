import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';
import { randomSecret } from '../../security/crypto/index.js';
import { normalizePassword } from './normalize-password.js';
import { WorkQueue } from './work-queue.js';

/** RFC 9106 argon2id with the second set of OWASP's Password Storage Cheat Sheet: 19 MiB, two passes, one lane. */
const MEMORY_KIB = 19_456;
const PASSES = 2;
const LANES = 1;
/** Raise a figure and every password is hashed anew when its person logs in next. */
const PARAMETERS = `$argon2id$v=19$m=${MEMORY_KIB},t=${PASSES},p=${LANES}$`;
/** 19 MiB each; the thread pool has four threads, and files and names are looked up on them too. */
const AT_ONCE = 2;
/** A second or so of waiting; more would time out in the browser anyway. */
const WAITING = 64;

/** Whether it was the password, and the digest to store instead when the parameters have changed since. */
export interface PasswordVerdict {
  readonly matches: boolean;
  readonly renewedDigest: string | undefined;
}

/** How passwords of people are stored: argon2id in PHC form with a salt of its own, computed a few at a time. */
@Injectable()
export class PasswordHasher {
  private readonly queue = new WorkQueue(AT_ONCE, WAITING);
  private decoy: Promise<string> | undefined;

  /** @throws TooManyRequestsError 429 when too many wait for theirs already. */
  hash(password: string): Promise<string> {
    return this.queue.run(() =>
      hash(normalizePassword(password), { memoryCost: MEMORY_KIB, timeCost: PASSES, parallelism: LANES }),
    );
  }

  /**
   * One argon2id computation, whether there is a digest or not: an unknown name takes as long as a known one.
   *
   * @throws TooManyRequestsError 429 when too many wait for theirs already.
   */
  async verify(password: string, digest: string | undefined): Promise<PasswordVerdict> {
    const expected = digest ?? (await this.decoyDigest());
    const equal = await this.queue.run(() => verify(expected, normalizePassword(password)));
    const matches = equal && digest !== undefined;
    const renewedDigest = matches && isOutdated(expected) ? await this.hash(password) : undefined;
    return { matches, renewedDigest };
  }

  /** Made once, with today's parameters, of a password that nobody knows. */
  private decoyDigest(): Promise<string> {
    this.decoy ??= this.hash(randomSecret()).catch((error: unknown) => {
      this.decoy = undefined;
      throw error;
    });
    return this.decoy;
  }
}

/** Whether the digest was made with other parameters than today's. */
function isOutdated(digest: string): boolean {
  return !digest.startsWith(PARAMETERS);
}
