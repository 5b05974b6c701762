import { exportJWK, exportPKCS8, exportSPKI, generateKeyPair, SignJWT } from 'jose';

/** What the floors expect in a token. */
export const ISSUER = 'https://issuer.example';
export const AUDIENCE = 'https://resource.example';

/**
 * A key pair in the forms the floors take.
 *
 * @param {'ES256' | 'RS256'} algorithm
 */
export async function createKeys(algorithm) {
  const { privateKey, publicKey } = await generateKeyPair(algorithm, { extractable: true });
  return {
    algorithm,
    privateKey,
    privateJwk: { ...(await exportJWK(privateKey)), alg: algorithm, use: 'sig', kid: 'bench' },
    privatePem: await exportPKCS8(privateKey),
    publicPem: await exportSPKI(publicKey),
  };
}

/** An access token that lives an hour, signed with `keys`. */
export function signToken(keys) {
  return new SignJWT({ scope: 'mcp.access', client_id: 'bench' })
    .setProtectedHeader({ alg: keys.algorithm, typ: 'at+jwt', kid: 'bench' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject('bench')
    .setJti('bench')
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(keys.privateKey);
}

/** The same token with one character of its signature changed. */
export function forge(token) {
  const at = token.lastIndexOf('.') + 10;
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
}
