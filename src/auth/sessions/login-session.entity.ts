import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** `userAgent` and `address` hold envelopes; the repository opens them. */
@Entity('login_sessions')
export class LoginSessionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  digest!: string;

  @Column('uuid', { name: 'user_id' })
  userId!: string;

  @Column('timestamptz', { name: 'authenticated_at', nullable: true })
  authenticatedAt!: Date | null;

  @Column('text', { name: 'authentication_methods', array: true })
  methods!: string[];

  @Column('text', { name: 'identity_provider', nullable: true })
  identityProvider!: string | null;

  @Column('text', { name: 'user_agent' })
  userAgent!: string;

  @Column('text')
  address!: string;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'last_seen_at' })
  lastSeenAt!: Date;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'ended_at', nullable: true })
  endedAt!: Date | null;
}
