import type { CryptoKey } from 'jose';
import { importPKCS8 } from 'jose/key/import';

/** A private key from a PKCS #8 PEM, for a library that signs by itself. @throws Error when it is of another kind. */
export function importPrivateKey(pem: string, algorithm: string): Promise<CryptoKey> {
  return importPKCS8(pem, algorithm);
}
