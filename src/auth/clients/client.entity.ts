import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type {
  ClientAuthenticationMethodName,
  ClientStatus,
  JsonWebKeySet,
  RegistrationOrigin,
  TokenSigningAlgorithm,
} from './client.js';

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

  @Column({ name: 'redirect_uris', type: 'text', array: true })
  redirectUris!: string[];

  @Column({ name: 'post_logout_redirect_uris', type: 'text', array: true })
  postLogoutRedirectUris!: string[];

  @Column({ name: 'application_type', type: 'text' })
  applicationType!: 'web' | 'native';

  @Column({ type: 'jsonb', nullable: true })
  jwks!: JsonWebKeySet | null;

  @Column({ name: 'jwks_uri', type: 'text', nullable: true })
  jwksUri!: string | null;

  @Column({ name: 'client_uri', type: 'text', nullable: true })
  clientUri!: string | null;

  @Column({ name: 'logo_uri', type: 'text', nullable: true })
  logoUri!: string | null;

  @Column({ name: 'policy_uri', type: 'text', nullable: true })
  policyUri!: string | null;

  @Column({ name: 'tos_uri', type: 'text', nullable: true })
  tosUri!: string | null;

  @Column({ name: 'id_token_signing_algorithm', type: 'text' })
  idTokenSigningAlgorithm!: TokenSigningAlgorithm;

  @Column({ name: 'registration_origin', type: 'text' })
  registrationOrigin!: RegistrationOrigin;

  @Column({ name: 'registration_access_token_digest', type: 'text', nullable: true })
  registrationAccessTokenDigest!: string | null;

  @Column({ name: 'refresh_retry_seconds', type: 'integer' })
  refreshRetrySeconds!: number;

  @Column({ name: 'metadata_fresh_until', type: 'timestamptz', nullable: true })
  metadataFreshUntil!: Date | null;

  @Column({ name: 'last_used_at', type: 'timestamptz', nullable: true })
  lastUsedAt!: Date | null;

  @Column({ type: 'text' })
  status!: ClientStatus;

  @Column({ name: 'expires_at', type: 'timestamptz', nullable: true })
  expiresAt!: Date | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;
}
