import { Injectable } from '@nestjs/common';
import { Configuration } from '../../config/index.js';
import type { Transaction } from '../../database/index.js';
import { digestToken, randomSecret } from '../../security/crypto/index.js';
import type { TokenFamily } from '../token-families/token-family.js';
import { refreshTokenOf } from './refresh-token-format.js';
import { RefreshTokenRepository } from './refresh-tokens.repository.js';

/** Refresh tokens (RFC 6749 §1.5): opaque, stored as digests, one living token a family. */
@Injectable()
export class RefreshTokens {
  private readonly idleSeconds: number;

  constructor(
    private readonly rows: RefreshTokenRepository,
    configuration: Configuration,
  ) {
    this.idleSeconds = configuration.tokens.refreshTokenIdle;
  }

  /** The first token of a family that the transaction has inserted, or locked. */
  async issueFirst(transaction: Transaction, family: Pick<TokenFamily, 'id'>): Promise<{ token: string }> {
    const token = refreshTokenOf(randomSecret());
    const { idleSeconds } = this;
    await this.rows.insertFirst(transaction, {
      digest: digestToken(token),
      familyId: family.id,
      idleSeconds,
    });
    return { token };
  }
}
