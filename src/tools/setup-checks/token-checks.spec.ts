import type { AuditTrail } from '../../audit/index.js';
import {
  InvalidTokenError,
  ProtectedResources,
  type AccessTokenVerifier,
  type Clients,
  type TokenIssuer,
} from '../../auth/index.js';
import type { Principal } from '../../common/principal.js';
import type { Configuration } from '../../config/index.js';
import { TokenChecks } from './token-checks.js';

const GENUINE = `${Buffer.from('{"alg":"ES256"}').toString('base64url')}.e30.Abc`;
const CALLER = { clientId: 'caller', scopes: ['mcp.access'] } as unknown as Principal;

/** Twins of what the checks ask: an issuer of one token, and a verifier that accepts what `accepts` says. */
function checksWith(accepts: (token: string) => boolean, knownClient = true): TokenChecks {
  const verify = (token: string) =>
    accepts(token)
      ? Promise.resolve(CALLER)
      : Promise.reject(
          new InvalidTokenError(
            { resourceMetadataUrl: 'http://localhost/metadata', scopes: [] },
            'bad signature',
          ),
        );
  const issued = { accessToken: GENUINE, expiresIn: 30, scope: 'mcp.access', jti: 'id', kid: 'one' };
  return new TokenChecks(
    { find: () => Promise.resolve(knownClient ? {} : undefined) } as unknown as Clients,
    { issue: () => Promise.resolve(issued) } as unknown as TokenIssuer,
    { verify } as unknown as AccessTokenVerifier,
    { record: () => Promise.resolve() } as unknown as AuditTrail,
    new ProtectedResources({
      server: { publicUrl: 'http://localhost' },
      upstreams: [] as const,
    } as unknown as Configuration),
  );
}

async function failing(checks: TokenChecks): Promise<string[]> {
  return (await checks.run(CALLER)).filter(({ status }) => status === 'failed').map(({ name }) => name);
}

describe('TokenChecks', () => {
  it.each<[string, (token: string) => boolean, string[]]>([
    ['accepts the genuine token only', (token) => token === GENUINE, []],
    ['accepts nothing', () => false, ['verify_token']],
    ['accepts everything', () => true, ['refuse_forged_signature', 'refuse_unsigned_token']],
    ['does not look at signatures', (token) => !token.endsWith('.'), ['refuse_forged_signature']],
    ['accepts alg none', (token) => token === GENUINE || token.endsWith('.'), ['refuse_unsigned_token']],
  ])('of a verifier that %s', async (_what, accepts, expected) => {
    expect(await failing(checksWith(accepts))).toEqual(expected);
  });

  it('tries no further for a caller that is no client', async () => {
    const results = await checksWith((token) => token === GENUINE, false).run(CALLER);
    expect(results.map(({ status }) => status)).toEqual(['failed', 'skipped', 'skipped', 'skipped']);
  });
});
