import type { Principal } from '../../common/principal.js';
import type { ExternalIssuerConfiguration } from '../../config/index.js';
import { digestToken } from '../../security/crypto/index.js';
import { holds, missingClaims, worthOf } from '../claim-rules/claim-rules.js';
import { checkAudience } from '../verification/check-audience.js';
import { TokenRefusal } from '../verification/token-refusal.js';
import type { ExternalClaims } from './external-claims.js';

/** RFC 9068, RFC 8693, OpenID Connect (Keycloak, Entra ID 2.0), Entra ID 1.0, Okta. */
const CLIENT_ID_CLAIMS = ['client_id', 'azp', 'appid', 'cid'];
const MAXIMUM_NAME_LENGTH = 256;

/**
 * Who a proven token of the issuer stands for. The issuer's id stands before subject and client, so that neither
 * can be taken for one of ours, or of another issuer.
 *
 * @throws TokenRefusal when the token is for somebody else, or lacks what the configuration asks for.
 */
export function externalPrincipal(
  issuer: ExternalIssuerConfiguration,
  claims: ExternalClaims,
  token: string,
  scopesOfRoles: (roles: readonly string[]) => Iterable<string>,
): Principal {
  checkAudience(claims.aud, issuer.audiences);
  const missing = missingClaims(claims, issuer.requiredClaims);
  if (missing.length > 0)
    throw new TokenRefusal('required_claim', 'A claim of the access token is not as it has to be.');
  const subject = nameAt(claims, issuer.subjectClaim);
  if (subject === undefined)
    throw new TokenRefusal('claims_malformed', 'The access token does not say whom it stands for.');
  const clientId = clientOf(issuer, claims);
  const { scopes, roles } = worthOf(claims, issuer.rules);
  return {
    subject: `${issuer.id}:${subject}`,
    clientId: clientId === undefined ? issuer.id : `${issuer.id}:${clientId}`,
    kind: isClientToken(issuer, claims) || subject === clientId ? 'client' : 'user',
    scopes: [...new Set([...scopes, ...scopesOfRoles(roles)])],
    roles,
    issuer: issuer.issuer,
    audience: claims.aud,
    // A credential must not be in a record, so without an id it is told by its digest.
    tokenId: claims.jti ?? digestToken(token),
    expiresAt: claims.exp,
  };
}

function isClientToken({ clientTokens }: ExternalIssuerConfiguration, claims: ExternalClaims): boolean {
  return clientTokens !== undefined && holds(claims, clientTokens.claim, clientTokens.value);
}

function clientOf(
  { clientIdClaim }: ExternalIssuerConfiguration,
  claims: ExternalClaims,
): string | undefined {
  const names = clientIdClaim === undefined ? CLIENT_ID_CLAIMS : [clientIdClaim];
  return names.map((name) => nameAt(claims, name)).find((name) => name !== undefined);
}

function nameAt(claims: ExternalClaims, claim: string): string | undefined {
  const name = Object.hasOwn(claims, claim) ? claims[claim] : undefined;
  return typeof name === 'string' && name !== '' && name.length <= MAXIMUM_NAME_LENGTH ? name : undefined;
}
