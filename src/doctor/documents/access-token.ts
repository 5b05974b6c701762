import {
  isUsablePublicJwk,
  JwtRefusedError,
  parseJwt,
  proveJwt,
  type UnprovedJwt,
} from '../../security/crypto/index.js';
import { error, type Finding } from '../finding.js';
import type { JsonObject } from '../json.js';
import { quoted } from '../quoted.js';
import { differBySlash } from '../well-known.js';

export interface TokenContext {
  readonly issuer: string | undefined;
  readonly resource: string | undefined;
  readonly keys: readonly JsonObject[] | undefined;
  /** Seconds since the epoch. */
  readonly now: number;
}

/** The token taken apart, if it is a JWT: opaque ones say nothing to a client. */
export function jwtOf(token: string): UnprovedJwt | undefined {
  try {
    return parseJwt(token);
  } catch {
    return undefined;
  }
}

/** What is wrong with an access token in the shape of a JWT (RFC 9068). None of it stops a client: the server refuses. */
export async function findingsOfToken(jwt: UnprovedJwt, context: TokenContext): Promise<Finding[]> {
  return [
    ...aboutAudience(jwt, context.resource),
    ...aboutIssuer(jwt, context.issuer),
    ...aboutTimes(jwt, context.now),
    ...(await aboutSignature(jwt, context)),
  ];
}

function aboutAudience({ claims }: UnprovedJwt, resource: string | undefined): Finding[] {
  const audience = [claims['aud']].flat();
  if (resource === undefined || audience.includes(resource)) return [];
  const words = audience.map((each) => quoted(each)).join(', ');
  const bySlash = audience.some((each) => typeof each === 'string' && differBySlash(each, resource));
  if (bySlash) {
    return [
      error(
        'slash_mismatch',
        {
          problem: `The token is for ${words}, but the resource is ${resource}: they differ by the slash at the end.`,
          mend: `Put "${resource}" into aud as it was asked for in the resource parameter.`,
        },
        [],
      ),
    ];
  }
  return [
    error(
      'wrong_audience',
      {
        problem: `The token is for ${words}, not for ${resource}, though resource=${resource} was asked for.`,
        mend: `Let the authorization server honour the resource parameter (RFC 8707) and put "${resource}" into aud; at servers without it, map a scope or an API identifier to that audience.`,
      },
      [],
    ),
  ];
}

function aboutIssuer({ claims }: UnprovedJwt, issuer: string | undefined): Finding[] {
  if (issuer === undefined || claims['iss'] === issuer) return [];
  const code = differBySlash(String(claims['iss']), issuer) ? 'slash_mismatch' : 'wrong_token_issuer';
  return [
    error(
      code,
      {
        problem: `The token's iss is ${quoted(claims['iss'])}, the metadata's issuer ${issuer}.`,
        mend: `Sign tokens with iss "${issuer}", byte for byte (RFC 9068 section 2.2).`,
      },
      [],
    ),
  ];
}

function aboutTimes({ claims }: UnprovedJwt, now: number): Finding[] {
  const expiry = Number(claims['exp']);
  const start = Number(claims['nbf'] ?? claims['iat'] ?? now);
  if (expiry > now && start <= now + 60) return [];
  return [
    error(
      'expired_token',
      {
        problem:
          expiry > now
            ? `The token begins ${Math.round(start - now)} s from now.`
            : `The token, just issued, is not valid any more (exp ${quoted(claims['exp'])}).`,
        mend: "Check the clocks of the authorization server and of this machine, and the token's lifetime.",
      },
      [],
    ),
  ];
}

/** Whether who verifies by the published keys will take the token. */
async function aboutSignature(jwt: UnprovedJwt, { keys, now }: TokenContext): Promise<Finding[]> {
  if (keys === undefined) return [];
  const kid = jwt.header['kid'];
  const expired = keys.find(
    (key) => key['kid'] === kid && typeof key['exp'] === 'number' && key['exp'] <= now,
  );
  if (expired !== undefined) return [expiredKey(`the key ${quoted(kid)} of the key set expired`)];
  try {
    await proveJwt(jwt, keys.filter(isUsablePublicJwk));
    return [];
  } catch (failure) {
    if (!(failure instanceof JwtRefusedError)) throw failure;
    return unprovable(failure.reason, kid);
  }
}

function unprovable(reason: JwtRefusedError['reason'], kid: unknown): Finding[] {
  if (reason === 'unknown_key')
    return [expiredKey(`no published key has the kid ${quoted(kid)} and its algorithm`)];
  if (reason === 'unproved')
    return [expiredKey(`the published key ${quoted(kid)} does not prove the signature`)];
  // Another algorithm than ours: nothing is known.
  return [];
}

function expiredKey(what: string): Finding {
  return error(
    'expired_key',
    {
      problem: `The token is signed with a key that nobody can verify by: ${what}.`,
      mend: 'Publish the key that signs at jwks_uri before it signs, keep old ones there until their last token has expired, and let the server sign with a current one. Then clear caches of the key set.',
    },
    [],
  );
}
