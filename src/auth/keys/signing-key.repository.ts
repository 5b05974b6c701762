import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import type { Transaction } from '../../database/index.js';
import { EnvelopeCipher } from '../../security/crypto/index.js';
import type { TokenSigningAlgorithm } from '../clients/client.js';
import { toPrivateKey, toPublicKey, type KeyMaterial } from './key-material.js';
import { SigningKeyEntity } from './signing-key.entity.js';
import type { LoadedKey } from './signing-key-set.js';

/** A generation of an algorithm's key, to be inserted. */
export interface NewSigningKey {
  readonly algorithm: TokenSigningAlgorithm;
  readonly generation: number;
  readonly material: KeyMaterial;
  readonly activatesAt: Date;
}

/** The signing keys table: private keys are envelopes bound to their kid. */
@Injectable()
export class SigningKeyRepository {
  constructor(
    @InjectRepository(SigningKeyEntity) private readonly rows: Repository<SigningKeyEntity>,
    private readonly cipher: EnvelopeCipher,
  ) {}

  /** @throws Error naming the kid when a private key cannot be decrypted with the key ring of this process. */
  async findAll(): Promise<LoadedKey[]> {
    const rows = await this.rows.find({ order: { algorithm: 'ASC', generation: 'ASC' } });
    return rows.map((row) => this.load(row));
  }

  /** False when that generation exists: another replica was first. */
  async insert(transaction: Transaction, key: NewSigningKey): Promise<boolean> {
    const { kid, publicJwk, privatePem } = key.material;
    const result = await transaction.query<unknown[]>(
      `INSERT INTO signing_keys (kid, algorithm, generation, public_jwk, private_key, activates_at)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (algorithm, generation) DO NOTHING
       RETURNING kid`,
      [
        kid,
        key.algorithm,
        key.generation,
        JSON.stringify(publicJwk),
        this.cipher.encrypt(privatePem, aadOf(kid)),
        key.activatesAt,
      ],
    );
    return result.length === 1;
  }

  /** The kids that were deleted by this transaction and not by another replica's. */
  async delete(transaction: Transaction, kids: readonly string[]): Promise<string[]> {
    const { raw } = await transaction
      .createQueryBuilder()
      .delete()
      .from(SigningKeyEntity)
      .where({ kid: In(kids) })
      .returning('kid')
      .execute();
    return (raw as { kid: string }[]).map(({ kid }) => kid);
  }

  private load(row: SigningKeyEntity): LoadedKey {
    return {
      kid: row.kid,
      algorithm: row.algorithm,
      generation: row.generation,
      activatesAt: row.activatesAt,
      publicJwk: row.publicJwk,
      publicKey: toPublicKey(row.publicJwk),
      privateKey: toPrivateKey(this.decrypt(row)),
    };
  }

  private decrypt({ kid, privateKey }: SigningKeyEntity): string {
    try {
      return this.cipher.decrypt(privateKey, aadOf(kid));
    } catch (error) {
      throw new Error(
        `The signing key ${kid} cannot be decrypted: this process has not the data encryption key it was stored with (ENCRYPTION_KEYS, or the key file in DATA_DIR).`,
        { cause: error },
      );
    }
  }
}

function aadOf(kid: string): string {
  return `signing_keys.private_key:${kid}`;
}
