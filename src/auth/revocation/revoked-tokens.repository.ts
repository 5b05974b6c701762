import { Injectable } from '@nestjs/common';
import { Configuration } from '../../config/index.js';
import { Transactions, type Transaction } from '../../database/index.js';

/** Clocks of replicas and of the database may differ by this much. */
const MARGIN_SECONDS = 300;

/** Revocations that a living access token could still be affected by. */
@Injectable()
export class RevokedTokens {
  constructor(
    private readonly transactions: Transactions,
    private readonly configuration: Configuration,
  ) {}

  /**
   * False when the token was revoked before.
   *
   * @param token `exp` in seconds since the epoch; the row is of no use after it.
   */
  async insert(
    transaction: Transaction,
    { jti, clientId, exp }: { jti: string; clientId: string; exp: number },
  ): Promise<boolean> {
    const rows = await transaction.query<unknown[]>(
      `INSERT INTO revoked_access_tokens (jti, client_id, expires_at) VALUES ($1, $2, to_timestamp($3))
       ON CONFLICT (jti) DO NOTHING RETURNING jti`,
      [jti, clientId, exp],
    );
    return rows.length === 1;
  }

  /** @throws ServiceUnavailableError when the database does not answer. */
  load(): Promise<{ tokens: Set<string>; families: Set<string> }> {
    return this.transactions.run(async (transaction) => {
      const tokens = await transaction.query<{ jti: string }[]>(
        `SELECT jti FROM revoked_access_tokens WHERE expires_at > now() - make_interval(secs => $1)`,
        [MARGIN_SECONDS],
      );
      const life = this.configuration.tokens.accessTokenTtl + MARGIN_SECONDS;
      const families = await transaction.query<{ id: string }[]>(
        `SELECT id FROM token_families WHERE revoked_at > now() - make_interval(secs => $1)`,
        [life],
      );
      return {
        tokens: new Set(tokens.map(({ jti }) => jti)),
        families: new Set(families.map(({ id }) => id)),
      };
    });
  }
}
