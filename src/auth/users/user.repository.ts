import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import type { Transaction } from '../../database/index.js';
import { BlindIndex, FieldCipher } from '../../security/crypto/index.js';
import { normalizeUsername } from './normalize-username.js';
import type { User } from './user.js';
import { UserEntity } from './user.entity.js';

/** A user to insert. */
export type NewUserRow = Omit<User, 'createdAt' | 'lastLoginAt' | 'status'>;

const RECORD_LOGIN = `
  UPDATE users SET last_login_at = $2
  WHERE id = $1 AND status = 'active' AND ($3::text IS NULL OR password_digest = $3)`;

type EncryptedColumn = 'username' | 'email' | 'display_name';

/** The users table. Names and addresses are encrypted, bound to their row; logins find them by their macs. */
@Injectable()
export class UserRepository {
  constructor(
    @InjectRepository(UserEntity) private readonly rows: Repository<UserEntity>,
    private readonly cipher: FieldCipher,
    private readonly index: BlindIndex,
  ) {}

  async find(id: string): Promise<User | undefined> {
    const row = await this.rows.findOneBy({ id });
    return row === null ? undefined : this.toUser(row);
  }

  /** By the name they log in with, whatever its case. */
  async findByUsername(username: string): Promise<User | undefined> {
    const candidates = this.index.candidates(normalizeUsername(username), 'users.username');
    const row = await this.rows.findOneBy({ usernameIndex: In(candidates) });
    return row === null ? undefined : this.toUser(row);
  }

  /** Oldest first. */
  async findAll(): Promise<User[]> {
    const rows = await this.rows.find({ order: { createdAt: 'ASC' } });
    return rows.map((row) => this.toUser(row));
  }

  /** False when the username is taken, be it by a transaction that ran at the same time. */
  async insert(transaction: Transaction, user: NewUserRow): Promise<boolean> {
    const result = await transaction
      .createQueryBuilder()
      .insert()
      .into(UserEntity)
      .values({
        id: user.id,
        username: this.encrypt(user.username, 'username', user.id),
        usernameIndex: this.index.compute(normalizeUsername(user.username), 'users.username'),
        email: this.encryptOptional(user.email, 'email', user.id),
        emailIndex:
          user.email === undefined ? null : this.index.compute(user.email.toLowerCase(), 'users.email'),
        emailVerified: user.emailVerified,
        displayName: this.encryptOptional(user.displayName, 'display_name', user.id),
        passwordDigest: user.passwordDigest ?? null,
        passwordChangedAt: user.passwordDigest === undefined ? null : new Date(),
        mustChangePassword: user.mustChangePassword,
        roles: [...user.roles],
        status: 'active',
      })
      .orIgnore()
      .returning('id')
      .execute();
    return (result.raw as unknown[]).length === 1;
  }

  /** The user as they are, kept from changing until the transaction ends. */
  async lock(transaction: Transaction, id: string): Promise<User | undefined> {
    const lock = { mode: 'pessimistic_write' } as const;
    const row = await transaction.findOne(UserEntity, { where: { id }, lock });
    return row === null ? undefined : this.toUser(row);
  }

  /** With their identities, sessions, consents and token families (ON DELETE CASCADE). */
  async delete(transaction: Transaction, id: string): Promise<void> {
    await transaction.delete(UserEntity, { id });
  }

  /** False when there is no such user. */
  async update(
    transaction: Transaction,
    id: string,
    change: Partial<
      Pick<
        UserEntity,
        'status' | 'roles' | 'passwordDigest' | 'passwordChangedAt' | 'mustChangePassword' | 'lastLoginAt'
      >
    >,
  ): Promise<boolean> {
    const result = await transaction.update(UserEntity, { id }, change);
    return result.affected === 1;
  }

  /** The same password under other parameters; false when it is another password by now. */
  async replaceDigest(
    transaction: Transaction,
    { id, from, to }: { id: string; from: string; to: string },
  ): Promise<boolean> {
    const result = await transaction.update(UserEntity, { id, passwordDigest: from }, { passwordDigest: to });
    return result.affected === 1;
  }

  /**
   * False when the person is not active any more, or their password is not the one given: who disables them or
   * changes it at this moment either waits for this transaction or is seen by it. Leaves `updated_at` alone.
   */
  async recordLogin(
    transaction: Transaction,
    { id, at, passwordDigest }: { id: string; at: Date; passwordDigest: string | undefined },
  ): Promise<boolean> {
    const [, affected] = await transaction.query<[unknown, number]>(RECORD_LOGIN, [
      id,
      at,
      passwordDigest ?? null,
    ]);
    return affected === 1;
  }

  private toUser(row: UserEntity): User {
    const decrypt = (value: string | null, column: EncryptedColumn) =>
      value === null ? undefined : this.cipher.decrypt(value, { table: 'users', column, rowId: row.id });
    return {
      id: row.id,
      username: decrypt(row.username, 'username') ?? '',
      email: decrypt(row.email, 'email'),
      emailVerified: row.emailVerified,
      displayName: decrypt(row.displayName, 'display_name'),
      passwordDigest: row.passwordDigest ?? undefined,
      mustChangePassword: row.mustChangePassword,
      roles: row.roles,
      status: row.status,
      createdAt: row.createdAt,
      lastLoginAt: row.lastLoginAt ?? undefined,
    };
  }

  private encrypt(value: string, column: EncryptedColumn, rowId: string): string {
    return this.cipher.encrypt(value, { table: 'users', column, rowId });
  }

  private encryptOptional(value: string | undefined, column: EncryptedColumn, rowId: string): string | null {
    return value === undefined ? null : this.encrypt(value, column, rowId);
  }
}
