import {
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  generateKeyPair,
  type JsonWebKeyInput,
  type KeyObject,
  type KeyPairKeyObjectResult,
} from 'node:crypto';
import { promisify } from 'node:util';
import type { JWK } from 'jose';
import { calculateJwkThumbprint } from 'jose/jwk/thumbprint';
import type { TokenSigningAlgorithm } from '../clients/client.js';
import { generateRsaKeyPair } from './rsa-key-pair.js';

const generate = promisify(generateKeyPair);

/** A fresh key pair in the forms it is stored in. */
export interface KeyMaterial {
  /** RFC 7638 thumbprint. */
  readonly kid: string;
  readonly publicJwk: JWK;
  /** PKCS #8, PEM. */
  readonly privatePem: string;
}

/** Generates a key pair for one JWS algorithm (RFC 7518 §3.1). */
export async function generateKeyMaterial(algorithm: TokenSigningAlgorithm): Promise<KeyMaterial> {
  const { publicKey, privateKey } = await generatePair(algorithm);
  const publicJwk = publicKey.export({ format: 'jwk' }) as JWK;
  return {
    kid: await calculateJwkThumbprint(publicJwk),
    publicJwk,
    privatePem: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };
}

export function toPrivateKey(pem: string): KeyObject {
  return createPrivateKey(pem);
}

export function toPublicKey(jwk: JWK): KeyObject {
  return createPublicKey({ key: jwk as JsonWebKeyInput['key'], format: 'jwk' });
}

export function toSecretKey(secret: string): KeyObject {
  return createSecretKey(Buffer.from(secret, 'utf8'));
}

function generatePair(algorithm: TokenSigningAlgorithm): Promise<KeyPairKeyObjectResult> {
  if (algorithm === 'ES256') return generate('ec', { namedCurve: 'P-256' });
  return generateRsaKeyPair();
}
