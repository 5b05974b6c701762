import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { Configuration } from '../../config/index.js';
import type { Transaction } from '../../database/index.js';
import { digestToken, randomSecret, randomUuid } from '../../security/crypto/index.js';
import type { LoginSession } from '../sessions/login-session.js';
import { TokenFamilies } from '../token-families/token-families.repository.js';
import { AuthorizationCodeRows, type CodeUse } from './authorization-codes.repository.js';
import type { AuthorizationRequest } from './authorization-request.js';

/** RFC 6749 §4.1.2 recommends ten minutes at most; a browser's redirect takes a second. */
export const CODE_SECONDS = 60;

/** 256 bits, base64url. */
const CODE = /^[\w-]{43}$/;

/** Authorization codes: digests in the database, each good for one use by one client (RFC 6749 §4.1.2). */
@Injectable()
export class AuthorizationCodes {
  constructor(
    private readonly rows: AuthorizationCodeRows,
    private readonly families: TokenFamilies,
    private readonly clock: Clock,
    private readonly configuration: Configuration,
  ) {}

  /** A code for the request, and the token family that will hold whatever comes of it. */
  async issue(
    transaction: Transaction,
    request: AuthorizationRequest,
    session: LoginSession,
    scopes: readonly string[],
  ): Promise<{ code: string; familyId: string }> {
    await this.rows.reap(transaction);
    const familyId = randomUuid();
    await this.families.insert(transaction, {
      id: familyId,
      userId: session.userId,
      clientId: request.client.clientId,
      sessionId: session.id,
      scopes,
      audience: request.audience,
      authenticatedAt: session.authenticatedAt,
      expiresAt: this.endOfFamily(request),
    });
    const code = randomSecret();
    await this.rows.insert(transaction, {
      digest: digestToken(code),
      familyId,
      redirectUri: request.redirectUri,
      redirectUriSent: request.redirectUriSent,
      codeChallenge: request.codeChallenge,
      nonce: request.nonce,
      authenticationMethods: session.methods,
      lifeSeconds: CODE_SECONDS,
    });
    return { code, familyId };
  }

  /**
   * Uses the code up, if it is alive and the client's, in one statement: of any number of uses at once, one finds
   * it. Undefined otherwise.
   */
  async use(transaction: Transaction, code: string, clientId: string): Promise<CodeUse | undefined> {
    return CODE.test(code) ? this.rows.use(transaction, digestToken(code), clientId) : undefined;
  }

  /** The family of a code that this client has used before; undefined when there is none. */
  async familyOfUsed(transaction: Transaction, code: string, clientId: string): Promise<string | undefined> {
    return CODE.test(code) ? this.rows.familyOfUsed(transaction, digestToken(code), clientId) : undefined;
  }

  /** What cannot be refreshed is over with its only access token. */
  private endOfFamily({ client }: AuthorizationRequest): Date {
    const { refreshTokenTtl, accessTokenTtl } = this.configuration.tokens;
    const isRefreshed = client.grantTypes.includes('refresh_token');
    const seconds = isRefreshed ? refreshTokenTtl : CODE_SECONDS + accessTokenTtl;
    return new Date(this.clock.now().getTime() + seconds * 1_000);
  }
}
