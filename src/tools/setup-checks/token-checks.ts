import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';
import {
  AccessTokenVerifier,
  Clients,
  InvalidTokenError,
  ProtectedResources,
  TokenIssuer,
} from '../../auth/index.js';
import type { Principal } from '../../common/principal.js';
import { check, CheckFailure, expectThat, skipped, type CheckResult } from './setup-check.js';

/** Seconds; the trial token never leaves the process. */
const TTL = 30;
const SCOPE = 'mcp.access';
const WITH_TOKEN = ['verify_token', 'refuse_forged_signature', 'refuse_unsigned_token'] as const;
/** The protected resource the token is for, by its path. */
const RESOURCE = '/mcp';

/** Issues a token as the token endpoint does, and shows that the genuine one is accepted and forged ones are not. */
@Injectable()
export class TokenChecks {
  constructor(
    private readonly clients: Clients,
    private readonly issuer: TokenIssuer,
    private readonly verifier: AccessTokenVerifier,
    private readonly audit: AuditTrail,
    private readonly resources: ProtectedResources,
  ) {}

  async run(principal: Principal): Promise<CheckResult[]> {
    let token = '';
    const issued = await check('issue_token', async () => {
      token = await this.issue(principal.clientId);
      return `an access token for ${TTL} s, scope ${SCOPE}`;
    });
    if (issued.status === 'failed') {
      return [issued, ...WITH_TOKEN.map((name) => skipped(name, 'No token could be issued.'))];
    }
    return [
      issued,
      await check(WITH_TOKEN[0], () => this.verify(token, principal.clientId)),
      await check(WITH_TOKEN[1], () => this.refuse(withOtherSignature(token))),
      await check(WITH_TOKEN[2], () => this.refuse(withoutSignature(token))),
    ];
  }

  private async issue(clientId: string): Promise<string> {
    const client = await this.clients.find(clientId);
    expectThat(client !== undefined, 'The caller is not a registered client.');
    const audience = [this.resources.resourceOf(RESOURCE).identifier];
    const token = await this.issuer.issue({ client, scopes: [SCOPE], audience, ttl: TTL });
    await this.audit.record({
      eventType: 'token.issued',
      outcome: 'success',
      target: { type: 'token', id: token.jti },
      details: { scope: token.scope, expires_in: token.expiresIn, purpose: 'self-check' },
    });
    return token.accessToken;
  }

  private async verify(token: string, clientId: string): Promise<string> {
    const principal = await this.verifier.verify(token, RESOURCE);
    expectThat(principal.clientId === clientId, 'The token names another client.');
    expectThat(principal.scopes.includes(SCOPE), `The token lacks the scope ${SCOPE}.`);
    return 'signature, issuer, audience, expiry and client were accepted';
  }

  private async refuse(forged: string): Promise<string> {
    const refused = await this.verifier.verify(forged, RESOURCE).then(
      () => false,
      (error: unknown) => error instanceof InvalidTokenError,
    );
    if (!refused) throw new CheckFailure('It was not refused as an invalid token.');
    return 'refused with invalid_token';
  }
}

/** The same claims under a signature that differs in its first character, all bits of which count. */
function withOtherSignature(token: string): string {
  const [header = '', claims = '', signature = ''] = token.split('.');
  const first = signature.startsWith('A') ? 'B' : 'A';
  return [header, claims, first + signature.slice(1)].join('.');
}

/** RFC 8725 §3.1: `alg: none` must never be accepted. */
function withoutSignature(token: string): string {
  const header = Buffer.from(JSON.stringify({ alg: 'none', typ: 'at+jwt' })).toString('base64url');
  return `${header}.${token.split('.')[1] ?? ''}.`;
}
