import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { JWK } from 'jose';
import { Clock } from '../../common/clock.js';
import { Configuration, DEMO_SECRET_KEY } from '../../config/index.js';
import { ChangeFeed, isDatabaseUnavailable } from '../../database/index.js';
import type { TokenSigningAlgorithm } from '../clients/client.js';
import { ReloadOnChange } from '../reload-on-change.js';
import { toSecretKey } from './key-material.js';
import type { AccessTokenAlgorithm, SigningKey, VerificationKey } from './signing-key.js';
import { rotationConflict, SigningKeyGenerations } from './signing-key-generations.js';
import { SigningKeyRepository } from './signing-key.repository.js';
import { SigningKeySet, type SigningKeyStatus } from './signing-key-set.js';

/** Seconds a verifier may keep our JWKS (its `max-age`). */
export const JWKS_MAX_AGE_SECONDS = 300;
/** Twice the cache time: a verifier behind another cache has seen the new key before a token is signed with it. */
const DEFAULT_OVERLAP_SECONDS = 2 * JWKS_MAX_AGE_SECONDS;
/** Clock differences between replicas and verifiers. */
const SKEW_SECONDS = 60;
/** Unknown kids, forged ones by the thousand included, cost at most one query in this time. */
const RELOAD_COOL_DOWN_MS = 1_000;
/** Made on the first start; PS256 follows when a client asks for it. */
const INITIAL_ALGORITHMS: readonly TokenSigningAlgorithm[] = ['ES256', 'RS256'];
/** A thumbprint of the shared secret would help to guess it (RFC 7638 §7), so it has a name. */
export const SHARED_SECRET_KID = 'shared-secret';

/** The keys that sign and verify access tokens, shared by all replicas. */
@Injectable()
export class SigningKeys implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(SigningKeys.name);
  private readonly shared: SigningKey | undefined;
  private readonly reload: ReloadOnChange;
  private readonly creating = new Map<TokenSigningAlgorithm, Promise<void>>();
  private readonly retentionMs: number;
  private keys: SigningKeySet;
  private loading: Promise<void> | undefined;
  private reloadAllowedAt = 0;

  constructor(
    private readonly repository: SigningKeyRepository,
    private readonly generations: SigningKeyGenerations,
    private readonly clock: Clock,
    feed: ChangeFeed,
    configuration: Configuration,
  ) {
    const { sharedSecret, accessTokenTtl } = configuration.tokens;
    this.retentionMs = (accessTokenTtl + SKEW_SECONDS) * 1_000;
    this.keys = new SigningKeySet([], this.retentionMs);
    this.shared = sharedSecret === undefined ? undefined : sharedKey(sharedSecret);
    if (sharedSecret !== undefined) this.logSharedSecret(sharedSecret);
    this.reload = new ReloadOnChange(feed, 'signing-keys', () => this.reloadOrLog());
  }

  async onModuleInit(): Promise<void> {
    if (this.shared !== undefined) return;
    await this.load();
    await Promise.all(INITIAL_ALGORITHMS.map((algorithm) => this.obtainSigningKey(algorithm)));
  }

  onModuleDestroy(): void {
    this.reload.stop();
  }

  /** The key that signs just now; undefined when no client has needed the algorithm yet (see `obtainSigningKey`). */
  signingKey(algorithm: TokenSigningAlgorithm): SigningKey | undefined {
    return this.shared ?? this.keys.signing(algorithm, this.clock.now());
  }

  /** The key that signs just now, made if there is none of the algorithm yet. */
  async obtainSigningKey(algorithm: TokenSigningAlgorithm): Promise<SigningKey> {
    const existing = this.signingKey(algorithm);
    if (existing !== undefined) return existing;
    await this.createFirst(algorithm);
    const created = this.signingKey(algorithm);
    if (created === undefined) throw new Error(`The ${algorithm} signing key that was just made is gone.`);
    return created;
  }

  /** The key to verify with, from memory. Undefined when it is unknown here or its last token has expired. */
  verificationKey(kid: string): VerificationKey | undefined {
    if (this.shared !== undefined) return kid === this.shared.kid ? this.shared : undefined;
    return this.keys.verifying(kid, this.clock.now());
  }

  /** As `verificationKey`, but an unknown kid asks the database first: another replica may just have made it. */
  async findVerificationKey(kid: string): Promise<VerificationKey | undefined> {
    await this.reload.current();
    const known = this.verificationKey(kid);
    if (known !== undefined || this.shared !== undefined) return known;
    await this.reloadForUnknownKid();
    return this.verificationKey(kid);
  }

  /** Algorithms an access token may carry at all. */
  algorithms(): AccessTokenAlgorithm[] {
    return this.shared === undefined ? this.keys.algorithms() : ['HS256'];
  }

  /** RFC 7517 §5 JWK Set: public keys only, and none of a shared secret. */
  jwks(): { keys: JWK[] } {
    return this.keys.jwks(this.clock.now());
  }

  /** The keys and their states, for status pages and the command line. */
  statuses(): SigningKeyStatus[] {
    return this.keys.statuses(this.clock.now());
  }

  /**
   * Makes the next key of each algorithm (or of one). It is published at once and signs after `overlapSeconds`;
   * the one it follows is verified with until its last token has expired, then destroyed at a later rotation.
   * With an overlap of 0 it signs at once: for a key that may be known to others.
   *
   * @throws ProblemError 409 when the keys are one shared secret, or another rotation was faster.
   */
  async rotate(
    options: { algorithm?: TokenSigningAlgorithm; overlapSeconds?: number } = {},
  ): Promise<SigningKeyStatus[]> {
    if (this.shared !== undefined)
      throw rotationConflict('JWT_SECRET_KEY is set: change it to rotate the key of this server.');
    await this.load();
    const { algorithm, overlapSeconds = DEFAULT_OVERLAP_SECONDS } = options;
    const now = this.clock.now();
    const activatesAt = new Date(now.getTime() + overlapSeconds * 1_000);
    const algorithms = algorithm === undefined ? this.keys.algorithms() : [algorithm];
    await this.generations.rotate(this.keys, algorithms, activatesAt, now);
    await this.load();
    return this.statuses();
  }

  private createFirst(algorithm: TokenSigningAlgorithm): Promise<void> {
    const running = this.creating.get(algorithm);
    if (running !== undefined) return running;
    const creation = this.insertFirst(algorithm).finally(() => this.creating.delete(algorithm));
    this.creating.set(algorithm, creation);
    return creation;
  }

  private async insertFirst(algorithm: TokenSigningAlgorithm): Promise<void> {
    await this.generations.createFirst(algorithm, this.clock.now());
    await this.load();
  }

  private reloadForUnknownKid(): Promise<void> {
    const now = this.clock.now().getTime();
    if (this.loading === undefined && now >= this.reloadAllowedAt) {
      this.reloadAllowedAt = now + RELOAD_COOL_DOWN_MS;
      this.loading = this.load().finally(() => {
        this.loading = undefined;
      });
    }
    return this.loading ?? Promise.resolve();
  }

  /** The keys of before stay in use; the reload is repeated until it succeeds. */
  private async reloadOrLog(): Promise<void> {
    try {
      await this.load();
    } catch (error) {
      if (!isDatabaseUnavailable(error))
        this.logger.error({ msg: 'The signing keys are not readable', err: error });
      throw error;
    }
  }

  private async load(): Promise<void> {
    if (this.shared !== undefined) return;
    this.keys = new SigningKeySet(await this.repository.findAll(), this.retentionMs);
  }

  private logSharedSecret(secret: string): void {
    this.logger.log(
      'JWT_SECRET_KEY is set: access tokens are signed with HS256, and the JWKS lists no key for them',
    );
    if (secret === DEMO_SECRET_KEY) {
      this.logger.warn('JWT_SECRET_KEY is the published demo value: anybody can forge tokens of this server');
    }
  }
}

function sharedKey(secret: string): SigningKey {
  return { kid: SHARED_SECRET_KID, algorithm: 'HS256', key: toSecretKey(secret) };
}
