import type { ExternalIssuerConfiguration } from '../../config/index.js';
import { checkCrit } from '../verification/header-checks/check-crit.js';
import { checkPayloadEncoding } from '../verification/header-checks/check-payload-encoding.js';
import type { JoseHeader } from '../verification/parse-token.js';
import { TokenRefusal } from '../verification/token-refusal.js';

/** RFC 8725 §3.10. Thumbprints (`x5t`, which Entra ID writes) point nowhere and are left alone. */
const KEY_REFERENCES = ['jwk', 'jku', 'x5u', 'x5c'];
const MAXIMUM_KID_LENGTH = 256;

/** What the header alone decides, before any key is looked up. @throws TokenRefusal */
export function checkExternalHeader(header: JoseHeader, issuer: ExternalIssuerConfiguration): void {
  checkCrit(header);
  checkPayloadEncoding(header);
  if (KEY_REFERENCES.some((reference) => Object.hasOwn(header, reference)))
    throw new TokenRefusal('foreign_key', 'The access token brings or points to a key of its own.');
  if (!issuer.typ.includes(typOf(header)))
    throw new TokenRefusal('wrong_typ', 'This is not an access token.');
  if (!issuer.algorithms.some((algorithm) => algorithm === header['alg']))
    throw new TokenRefusal('wrong_algorithm', 'The access token is not signed as its issuer signs.');
  const { kid } = header;
  if (typeof kid !== 'string' || kid === '' || kid.length > MAXIMUM_KID_LENGTH)
    throw new TokenRefusal('unknown_key', 'The access token names no key of its issuer.');
}

/** RFC 7515 §4.1.9: compares without case, and `application/` may be left out. */
function typOf({ typ }: JoseHeader): string {
  return typeof typ === 'string' ? typ.toLowerCase().replace(/^application\//, '') : '';
}
