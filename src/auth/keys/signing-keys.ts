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

/** Clock differences between replicas and verifiers. */
const SKEW_SECONDS = 60;
/** Unknown kids, forged ones by the thousand included, cost at most one query in this time. */
const RELOAD_COOL_DOWN_MS = 1_000;
/** Made on the first start; PS256 follows when a client asks for it. */
const INITIAL_ALGORITHMS: readonly TokenSigningAlgorithm[] = ['ES256', 'RS256'];
const DAY_MS = 86_400_000;
/** A thumbprint of the shared secret would help to guess it (RFC 7638 §7), so it has a name. */
export const SHARED_SECRET_KID = 'shared-secret';

export interface RotationOptions {
  /** Every algorithm there is a key of, unless one is named. */
  readonly algorithm?: TokenSigningAlgorithm;
  /** Until the new key signs; twice the cache time of the JWKS by default, 0 = at once. */
  readonly overlapSeconds?: number;
  /** Refuses what the keys of before have signed: for a key that others know. The new key signs at once. */
  readonly revokeOld?: boolean;
}

/** The keys that sign and verify access tokens, shared by all replicas. */
@Injectable()
export class SigningKeys implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(SigningKeys.name);
  private readonly shared: SigningKey | undefined;
  private readonly reload: ReloadOnChange;
  private readonly creating = new Map<TokenSigningAlgorithm, Promise<void>>();
  private readonly retentionMs: number;
  private readonly listeners: (() => void)[] = [];
  private keys: SigningKeySet;
  private loading: Promise<void> | undefined;
  private reloadAllowedAt = 0;

  constructor(
    private readonly repository: SigningKeyRepository,
    private readonly generations: SigningKeyGenerations,
    private readonly clock: Clock,
    feed: ChangeFeed,
    private readonly configuration: Configuration,
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

  /** Calls `listener` after every load, for whoever keeps something that a key has proven. */
  onReload(listener: () => void): void {
    this.listeners.push(listener);
  }

  /**
   * Makes the next key of each algorithm (or of one). It is published at once and signs after the overlap;
   * the one it follows is verified with until its last token has expired, then destroyed.
   *
   * @throws ProblemError 409 when the keys are one shared secret, or another rotation was faster.
   */
  async rotate(options: RotationOptions = {}): Promise<SigningKeyStatus[]> {
    if (this.shared !== undefined)
      throw rotationConflict('JWT_SECRET_KEY is set: change it to rotate the key of this server.');
    await this.load();
    const { algorithm, overlapSeconds = this.defaultOverlap(), revokeOld = false } = options;
    const now = this.clock.now();
    await this.generations.rotate(this.keys, {
      algorithms: algorithm === undefined ? this.keys.algorithms() : [algorithm],
      activatesAt: new Date(now.getTime() + (revokeOld ? 0 : overlapSeconds * 1_000)),
      now,
      revokeOld,
    });
    await this.load();
    return this.statuses();
  }

  /**
   * What time asks for: a successor for every key that has signed long enough, and an end to the keys whose
   * last token has expired. Replicas may do it at the same moment; each change is made once.
   *
   * @throws ProblemError 409 when another replica was faster; then nothing has changed here.
   */
  async maintain(): Promise<void> {
    if (this.shared !== undefined) return;
    await this.load();
    const now = this.clock.now();
    const algorithms = this.keys.dueForRotation(now, this.configuration.signingKeys.rotationDays * DAY_MS);
    const activatesAt = new Date(now.getTime() + this.defaultOverlap() * 1_000);
    if (algorithms.length > 0) await this.generations.rotate(this.keys, { algorithms, activatesAt, now });
    else if (this.keys.expired(now).length > 0) await this.generations.retire(this.keys, now);
    else return;
    await this.load();
  }

  /** Seconds. Twice the cache time: a verifier behind another cache has seen a key before a token is signed with it. */
  private defaultOverlap(): number {
    return 2 * this.configuration.signingKeys.jwksMaxAge;
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
    for (const listener of this.listeners) listener();
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
