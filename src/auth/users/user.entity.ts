import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';
import type { UserStatus } from './user.js';

/** `username`, `email` and `displayName` hold envelopes; the repository opens them. */
@Entity('users')
export class UserEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  username!: string;

  @Column('text', { name: 'username_index' })
  usernameIndex!: string;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('text', { name: 'email_index', nullable: true })
  emailIndex!: string | null;

  @Column('boolean', { name: 'email_verified' })
  emailVerified!: boolean;

  @Column('text', { name: 'display_name', nullable: true })
  displayName!: string | null;

  @Column('text', { name: 'password_digest', nullable: true })
  passwordDigest!: string | null;

  @Column('timestamptz', { name: 'password_changed_at', nullable: true })
  passwordChangedAt!: Date | null;

  @Column('boolean', { name: 'must_change_password' })
  mustChangePassword!: boolean;

  @Column('text', { array: true })
  roles!: string[];

  @Column('text')
  status!: UserStatus;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz' })
  updatedAt!: Date;

  @Column('timestamptz', { name: 'last_login_at', nullable: true })
  lastLoginAt!: Date | null;
}
