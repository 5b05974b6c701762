import type { KeyObject } from 'node:crypto';
import type { JWK } from 'jose';
import type { TokenSigningAlgorithm } from '../clients/client.js';
import type { SigningKey, SigningKeyState, VerificationKey } from './signing-key.js';

/** A key of the table with its material in memory. */
export interface LoadedKey {
  readonly kid: string;
  readonly algorithm: TokenSigningAlgorithm;
  readonly generation: number;
  readonly activatesAt: Date;
  readonly publicJwk: JWK;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/** A key and its place in its life, without material. */
export interface SigningKeyStatus {
  readonly kid: string;
  readonly algorithm: TokenSigningAlgorithm;
  readonly state: SigningKeyState;
  readonly activatesAt: Date;
}

/**
 * The server's keys at one moment. What a key is used for follows from the times at which it and its
 * successor are activated, so that every replica switches at the same moment without being told.
 */
export class SigningKeySet {
  private readonly byKid: ReadonlyMap<string, LoadedKey>;
  private readonly verification: ReadonlyMap<string, VerificationKey>;

  constructor(
    private readonly keys: readonly LoadedKey[],
    /** How long after its successor took over a key is still verified with. */
    private readonly retentionMs: number,
  ) {
    this.byKid = new Map(keys.map((key) => [key.kid, key]));
    this.verification = new Map(
      keys.map(({ kid, algorithm, publicKey }) => [kid, { kid, algorithm, key: publicKey }]),
    );
  }

  /**
   * The newest key of the algorithm that has been activated. The first one needs no activation: a replica
   * whose clock is a moment behind the one that made it has nothing else to sign with.
   */
  signing(algorithm: TokenSigningAlgorithm, now: Date): SigningKey | undefined {
    const newestFirst = this.newestFirst(algorithm);
    const key = newestFirst.find(({ activatesAt }) => activatesAt <= now) ?? newestFirst.at(-1);
    return key && { kid: key.kid, algorithm, key: key.privateKey };
  }

  /** Undefined when the key is unknown or its last token has expired. */
  verifying(kid: string, now: Date): VerificationKey | undefined {
    const key = this.byKid.get(kid);
    return key !== undefined && this.isPublished(key, now) ? this.verification.get(kid) : undefined;
  }

  /** RFC 7517 §5: every key a verifier may meet, the next one included. */
  jwks(now: Date): { keys: JWK[] } {
    const published = this.keys.filter((key) => this.isPublished(key, now));
    return {
      keys: published.map(({ publicJwk, kid, algorithm }) => ({
        ...publicJwk,
        kid,
        alg: algorithm,
        use: 'sig',
      })),
    };
  }

  statuses(now: Date): SigningKeyStatus[] {
    const published = this.keys.filter((key) => this.isPublished(key, now));
    return published.map((key) => ({
      kid: key.kid,
      algorithm: key.algorithm,
      state: this.stateOf(key, now),
      activatesAt: key.activatesAt,
    }));
  }

  /** Keys that nothing can be verified with any more. */
  expired(now: Date): LoadedKey[] {
    return this.keys.filter((key) => !this.isPublished(key, now));
  }

  /** Algorithms whose newest key has signed for the period; none when the period is 0. */
  dueForRotation(now: Date, periodMs: number): TokenSigningAlgorithm[] {
    if (periodMs === 0) return [];
    return this.algorithms().filter((algorithm) => {
      const newest = this.newestFirst(algorithm)[0];
      return newest !== undefined && newest.activatesAt.getTime() + periodMs <= now.getTime();
    });
  }

  algorithms(): TokenSigningAlgorithm[] {
    return [...new Set(this.keys.map(({ algorithm }) => algorithm))];
  }

  /** 0 when there is no key of the algorithm yet. */
  latestGeneration(algorithm: TokenSigningAlgorithm): number {
    return this.newestFirst(algorithm)[0]?.generation ?? 0;
  }

  /** Every key of the algorithms, whatever its state. */
  kidsOf(algorithms: readonly TokenSigningAlgorithm[]): string[] {
    return this.keys.filter(({ algorithm }) => algorithms.includes(algorithm)).map(({ kid }) => kid);
  }

  private newestFirst(algorithm: TokenSigningAlgorithm): LoadedKey[] {
    return this.keys.filter((key) => key.algorithm === algorithm).sort((a, b) => b.generation - a.generation);
  }

  private stateOf(key: LoadedKey, now: Date): SigningKeyState {
    if (this.signing(key.algorithm, now)?.kid === key.kid) return 'active';
    return key.activatesAt > now ? 'pre-activation' : 'deactivated';
  }

  private isPublished(key: LoadedKey, now: Date): boolean {
    const successors = this.keys.filter(
      ({ algorithm, generation }) => algorithm === key.algorithm && generation > key.generation,
    );
    const replacedAt = Math.min(...successors.map(({ activatesAt }) => activatesAt.getTime()));
    return now.getTime() < replacedAt + this.retentionMs;
  }
}
