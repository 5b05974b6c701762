import { Injectable } from '@nestjs/common';
import { AuditTrail, type AuditEvent } from '../../audit/index.js';
import { Clock } from '../../common/clock.js';
import { Configuration } from '../../config/index.js';
import type { Transaction } from '../../database/index.js';
import { digestToken, randomSecret, randomUuid } from '../../security/crypto/index.js';
import type { LoginSession } from '../sessions/login-session.js';
import { TokenFamilies } from '../token-families/token-families.repository.js';
import {
  AuthorizationCodeRows,
  type AuthorizationCode,
  type FirstRefreshTokenRow,
} from './authorization-codes.repository.js';
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
    private readonly audit: AuditTrail,
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

  /** The code as it is at this moment; undefined when it is none of this client's. */
  async find(code: string, clientId: string): Promise<AuthorizationCode | undefined> {
    return CODE.test(code) ? this.rows.find(digestToken(code), clientId) : undefined;
  }

  /** Uses a code up that gives nothing. False when it had been used before. */
  useUp({ digest }: AuthorizationCode): Promise<boolean> {
    return this.rows.useUp(digest);
  }

  /**
   * Uses the code up, starts the chain of refresh tokens if there is one, and records the event, in one statement: of
   * any number of uses at once, one succeeds. False for the others, and when code or family ended meanwhile.
   */
  async redeem(
    { digest }: AuthorizationCode,
    first: FirstRefreshTokenRow,
    event: AuditEvent,
  ): Promise<boolean> {
    const redeemed = await this.audit.recordInStatement(event, (record) =>
      this.rows.redeem(digest, first, record),
    );
    return redeemed !== undefined;
  }

  /** What cannot be refreshed is over with its only access token. */
  private endOfFamily({ client }: AuthorizationRequest): Date {
    const { refreshTokenTtl, accessTokenTtl } = this.configuration.tokens;
    const isRefreshed = client.grantTypes.includes('refresh_token');
    const seconds = isRefreshed ? refreshTokenTtl : CODE_SECONDS + accessTokenTtl;
    return new Date(this.clock.now().getTime() + seconds * 1_000);
  }
}
