import { Injectable } from '@nestjs/common';
import { In, IsNull, LessThan, MoreThan } from 'typeorm';
import type { Transaction } from '../../database/index.js';
import { FieldCipher } from '../../security/crypto/index.js';
import type { LoginSession } from './login-session.js';
import { LoginSessionEntity } from './login-session.entity.js';

/** Sessions alive at a moment: not ended, within their lifetime, and seen since `seenSince`. */
export interface Alive {
  readonly now: Date;
  readonly seenSince: Date;
}

const REAPED_AT_ONCE = 100;
const IS_ACTIVE = `SELECT 1 FROM users WHERE id = $1 AND status = 'active'`;

/** The login_sessions table. Every access joins the caller's transaction. */
@Injectable()
export class LoginSessionRepository {
  constructor(private readonly cipher: FieldCipher) {}

  async insert(transaction: Transaction, session: LoginSession & { digest: string }): Promise<void> {
    await transaction.insert(LoginSessionEntity, {
      ...session,
      methods: [...session.methods],
      authenticatedAt: session.authenticatedAt ?? null,
      identityProvider: session.identityProvider ?? null,
      userAgent: this.cipher.encrypt(session.userAgent, cellOf(session.id, 'user_agent')),
      address: this.cipher.encrypt(session.address, cellOf(session.id, 'address')),
    });
  }

  async findByDigest(
    transaction: Transaction,
    digest: string,
    alive: Alive,
  ): Promise<LoginSession | undefined> {
    const row = await transaction.findOneBy(LoginSessionEntity, { digest, ...whereAlive(alive) });
    return row === null ? undefined : this.toLoginSession(row);
  }

  /** Last used first. */
  async listAlive(transaction: Transaction, userId: string, alive: Alive): Promise<LoginSession[]> {
    const where = { userId, ...whereAlive(alive) };
    const rows = await transaction.find(LoginSessionEntity, { where, order: { lastSeenAt: 'DESC' } });
    return rows.map((row) => this.toLoginSession(row));
  }

  async touch(transaction: Transaction, id: string, lastSeenAt: Date): Promise<void> {
    await transaction.update(LoginSessionEntity, { id, lastSeenAt: LessThan(lastSeenAt) }, { lastSeenAt });
  }

  /** False when there is no such session of this person, or it has ended already. */
  async end(transaction: Transaction, id: string, userId: string, endedAt: Date): Promise<boolean> {
    const result = await transaction.update(
      LoginSessionEntity,
      { id, userId, endedAt: IsNull() },
      { endedAt },
    );
    return result.affected === 1;
  }

  /** Sessions past their lifetime go a few at a time, whenever somebody logs in. */
  async reap(transaction: Transaction, now: Date): Promise<void> {
    const select = { id: true } as const;
    const where = { expiresAt: LessThan(now) };
    const rows = await transaction.find(LoginSessionEntity, { select, where, take: REAPED_AT_ONCE });
    if (rows.length > 0) await transaction.delete(LoginSessionEntity, { id: In(rows.map(({ id }) => id)) });
  }

  /** Asked beside the session, so that a login of somebody just disabled is not taken from a cache. */
  async isActive(transaction: Transaction, userId: string): Promise<boolean> {
    return (await transaction.query<unknown[]>(IS_ACTIVE, [userId])).length === 1;
  }

  private toLoginSession(row: LoginSessionEntity): LoginSession {
    return {
      id: row.id,
      userId: row.userId,
      authenticatedAt: row.authenticatedAt ?? undefined,
      methods: row.methods,
      identityProvider: row.identityProvider ?? undefined,
      createdAt: row.createdAt,
      lastSeenAt: row.lastSeenAt,
      expiresAt: row.expiresAt,
      userAgent: this.cipher.decrypt(row.userAgent, cellOf(row.id, 'user_agent')),
      address: this.cipher.decrypt(row.address, cellOf(row.id, 'address')),
    };
  }
}

function whereAlive({ now, seenSince }: Alive) {
  return { endedAt: IsNull(), expiresAt: MoreThan(now), lastSeenAt: MoreThan(seenSince) };
}

function cellOf(rowId: string, column: 'user_agent' | 'address') {
  return { table: 'login_sessions', column, rowId };
}
