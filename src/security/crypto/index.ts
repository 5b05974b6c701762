export { BlindIndex } from './blind-index.js';
export { BoundTokens } from './bound-token.js';
export { packEnvelope, unpackEnvelope } from './compact-envelope.js';
export { CryptoModule } from './crypto.module.js';
export { DecryptionError } from './decryption-error.js';
export type { EnvelopeAlgorithm } from './envelope.js';
export { EnvelopeCipher } from './envelope-cipher.js';
export { FernetCodec } from './fernet/fernet-codec.js';
export { FieldCipher, type FieldAddress } from './field-cipher.js';
export {
  ASYMMETRIC_ALGORITHMS,
  bareJwk,
  isPrivateJwk,
  isUsablePublicJwk,
  type AsymmetricAlgorithm,
  type PublicJwk,
} from './jose/public-jwk.js';
export {
  algorithmOf,
  candidateKeys,
  JwtRefusedError,
  parseJwt,
  proveJwt,
  type UnprovedJwt,
} from './jose/signed-jwt.js';
export { DataEncryptionKey, type KeyState } from './keys/data-encryption-key.js';
export { KeyRing } from './keys/key-ring.js';
export { randomCharacters, randomSecret, randomUuid } from './random.js';
export { digestToken, matchesDigest, sha256 } from './token-digest.js';
