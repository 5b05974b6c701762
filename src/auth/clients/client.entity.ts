import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { ClientAuthenticationMethodName, ClientStatus, TokenSigningAlgorithm } from './client.js';

@Entity('clients')
export class ClientEntity {
  @PrimaryColumn({ name: 'client_id', type: 'text' })
  clientId!: string;

  @Column({ name: 'client_name', type: 'text' })
  clientName!: string;

  @Column({ name: 'secret_digest', type: 'text', nullable: true })
  secretDigest!: string | null;

  @Column({ name: 'token_endpoint_auth_methods', type: 'text', array: true })
  tokenEndpointAuthMethods!: ClientAuthenticationMethodName[];

  @Column({ name: 'grant_types', type: 'text', array: true })
  grantTypes!: string[];

  @Column({ type: 'text', array: true })
  scopes!: string[];

  @Column({ name: 'default_scopes', type: 'text', array: true })
  defaultScopes!: string[];

  @Column({ type: 'text', array: true })
  roles!: string[];

  /** Values that begin with `/` are resources below the public URL. */
  @Column({ type: 'text', array: true })
  audiences!: string[];

  @Column({ name: 'token_signing_algorithm', type: 'text' })
  tokenSigningAlgorithm!: TokenSigningAlgorithm;

  @Column({ type: 'text' })
  status!: ClientStatus;

  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true })
  expiresAt!: Date | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
