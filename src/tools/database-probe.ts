import { Injectable } from '@nestjs/common';
import { ServiceUnavailableError } from '../common/problem-error.js';
import { Configuration } from '../config/index.js';
import { Transactions } from '../database/index.js';

export interface DatabaseStatus {
  readonly kind: 'embedded' | 'postgresql';
  readonly reachable: boolean;
  /** As the server says it, for example `15.14`. */
  readonly version?: string;
  /** Milliseconds of one round trip with a transaction around it. */
  readonly latency_ms?: number;
}

/** Asks the database whether it is there. */
@Injectable()
export class DatabaseProbe {
  constructor(
    private readonly transactions: Transactions,
    private readonly configuration: Configuration,
  ) {}

  async ask(): Promise<DatabaseStatus> {
    const kind = this.configuration.database.url === undefined ? 'embedded' : 'postgresql';
    const startedAt = performance.now();
    try {
      const version = await this.version();
      return {
        kind,
        reachable: true,
        version,
        latency_ms: Math.round((performance.now() - startedAt) * 100) / 100,
      };
    } catch (error) {
      if (error instanceof ServiceUnavailableError) return { kind, reachable: false };
      throw error;
    }
  }

  private version(): Promise<string> {
    return this.transactions.run(async (transaction) => {
      const rows = await transaction.query<{ server_version: string }[]>('SHOW server_version');
      return rows[0]?.server_version ?? 'unknown';
    });
  }
}
