import { Injectable } from '@nestjs/common';
import { JwtService } from '@nestjs/jwt';
import type { TokenSigningAlgorithm } from '../clients/client.js';
import type { SigningKey } from '../keys/signing-key.js';
import { SigningKeys } from '../keys/signing-keys.js';

export interface SignedJwt {
  readonly jwt: string;
  readonly kid: string;
}

/** Signs what the server issues. The media type (`typ`) keeps one kind of JWT from passing for another (RFC 8725 §3.11). */
@Injectable()
export class JwtSigner {
  /** One service for each key and type: options that come with a call are merged, copied and deleted from at each one. */
  private readonly services = new WeakMap<SigningKey['key'], Map<string, JwtService>>();

  constructor(private readonly keys: SigningKeys) {}

  /** @throws ServiceUnavailableError when the algorithm has no key yet and the database does not answer. */
  async sign(algorithm: TokenSigningAlgorithm, typ: string, claims: object): Promise<SignedJwt> {
    const key = this.keys.signingKey(algorithm) ?? (await this.keys.obtainSigningKey(algorithm));
    return { jwt: this.serviceOf(key, typ).sign(claims), kid: key.kid };
  }

  private serviceOf(key: SigningKey, typ: string): JwtService {
    const services = this.services.get(key.key) ?? new Map<string, JwtService>();
    const service = services.get(typ) ?? newService(key, typ);
    this.services.set(key.key, services.set(typ, service));
    return service;
  }
}

function newService({ algorithm, kid, key }: SigningKey, typ: string): JwtService {
  return new JwtService({
    privateKey: key,
    signOptions: { algorithm, keyid: kid, header: { alg: algorithm, typ } },
  });
}
