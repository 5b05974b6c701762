import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/index.js';

/** No token outlives its family. */
const INSERT_FIRST = `
  INSERT INTO refresh_tokens (digest, family_id, generation, expires_at)
  SELECT $1, id, 1, least(expires_at, now() + make_interval(secs => $3)) FROM token_families WHERE id = $2`;

/** The refresh tokens table; all times are the database's, whose clock the replicas share. */
@Injectable()
export class RefreshTokenRepository {
  /** @param idleSeconds how long the token lives unused. */
  async insertFirst(
    transaction: Transaction,
    { digest, familyId, idleSeconds }: { digest: string; familyId: string; idleSeconds: number },
  ): Promise<void> {
    await transaction.query(INSERT_FIRST, [digest, familyId, idleSeconds]);
  }
}
