import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { inTime, LateError } from '../common/in-time.js';
import { Readiness } from '../common/readiness.js';
import { ChangeFeed } from './change-feed.js';

const PATIENCE_MS = 2_000;

/** Makes readiness say when the database or its change feed does not answer. */
@Injectable()
export class DatabaseReadiness {
  constructor(readiness: Readiness, dataSource: DataSource, feed: ChangeFeed) {
    readiness.register('database', () => answers(dataSource));
    readiness.register('change-feed', () =>
      feed.isCurrent() ? undefined : 'changes made by other replicas are not seen',
    );
  }
}

async function answers(dataSource: DataSource): Promise<string | undefined> {
  try {
    await inTime(dataSource.query('SELECT 1'), PATIENCE_MS, 'query');
    return undefined;
  } catch (error) {
    if (error instanceof LateError) return 'does not answer in time';
    throw error;
  }
}
