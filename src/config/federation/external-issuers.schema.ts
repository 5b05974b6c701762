import { z } from 'zod';
import {
  claimPath,
  httpsUrl,
  identifier,
  issuerUrl,
  isUnique,
  requiredClaims,
  scopeRule,
  text,
} from './claim-rule.schema.js';
import { FOREIGN_ALGORITHMS, type ExternalIssuerConfiguration } from './federation.js';

const externalIssuer = z
  .strictObject({
    id: identifier,
    issuer: issuerUrl,
    jwks_uri: httpsUrl.optional(),
    audiences: z.array(text).min(1),
    resources: z.array(z.string().startsWith('/')).min(1).optional(),
    algorithms: z.array(z.enum(FOREIGN_ALGORITHMS)).min(1).default(['RS256', 'PS256', 'ES256']),
    // RFC 9068 §4 unless somebody says what else their provider writes.
    typ: z
      .array(text.transform((typ) => typ.toLowerCase().replace(/^application\//, '')))
      .min(1)
      .default(['at+jwt']),
    subject_claim: text.default('sub'),
    client_id_claim: text.optional(),
    required_claims: requiredClaims,
    client_tokens: z.strictObject({ claim: claimPath, value: text }).optional(),
    rules: z.array(scopeRule).min(1),
  })
  .transform((issuer): ExternalIssuerConfiguration => ({
    id: issuer.id,
    issuer: issuer.issuer,
    jwksUri: issuer.jwks_uri,
    audiences: issuer.audiences,
    resources: issuer.resources,
    algorithms: issuer.algorithms,
    typ: issuer.typ,
    subjectClaim: issuer.subject_claim,
    clientIdClaim: issuer.client_id_claim,
    requiredClaims: issuer.required_claims,
    clientTokens: issuer.client_tokens,
    rules: issuer.rules,
  }));

/** EXTERNAL_ISSUERS_FILE. Members are named as on the wire; unknown ones are mistakes. */
export const externalIssuersSchema = z
  .strictObject({ external_issuers: z.array(externalIssuer) })
  .transform(({ external_issuers: issuers }) => issuers)
  .refine((issuers) => isUnique(issuers, ({ id }) => id), 'two entries have the same id')
  .refine((issuers) => isUnique(issuers, ({ issuer }) => issuer), 'two entries have the same issuer');
