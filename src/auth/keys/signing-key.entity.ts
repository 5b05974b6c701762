import type { JWK } from 'jose';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { TokenSigningAlgorithm } from '../clients/client.js';

@Entity('signing_keys')
export class SigningKeyEntity {
  /** RFC 7638 thumbprint of the public key. */
  @PrimaryColumn({ type: 'text' })
  kid!: string;

  @Column({ type: 'text' })
  algorithm!: TokenSigningAlgorithm;

  /** 1 for the first key of its algorithm; the highest that has been activated signs. */
  @Column({ type: 'integer' })
  generation!: number;

  @Column({ name: 'public_jwk', type: 'jsonb' })
  publicJwk!: JWK;

  /** AEAD envelope of the PKCS #8 PEM, bound to the kid. */
  @Column({ name: 'private_key', type: 'text' })
  privateKey!: string;

  /** When signing with it begins; it is published from the start, so that no verifier meets it unprepared. */
  @Column({ name: 'activates_at', type: 'timestamptz' })
  activatesAt!: Date;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;
}
