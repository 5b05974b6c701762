import { Injectable } from '@nestjs/common';
import { AuditRecords, type AuditRecord } from '../../../audit/index.js';
import {
  ActivePolicies,
  PolicyOrigins,
  type PolicyFile,
  type PolicyOrigin,
} from '../../../security/pii/index.js';
import { replayRecord } from './replay-record.js';
import { ReplaySummary, type ReplayReport } from './replay-summary.js';

const BATCH = 1_000;

export interface ReplayPeriod {
  readonly from: Date;
  /** Exclusive; undefined: until now. */
  readonly to?: Date;
  /** Records at most, the oldest first. */
  readonly limit?: number;
}

/** Says what a policy file would have changed about recorded decisions, before it is enforced. */
@Injectable()
export class PolicyReplay {
  constructor(
    private readonly records: AuditRecords,
    private readonly origins: PolicyOrigins,
    private readonly policies: ActivePolicies,
  ) {}

  /**
   * Puts the file in force in this process, and goes through the records in which personal data was found.
   *
   * @param onProgress called now and then with the number of records read.
   */
  async run(
    file: PolicyFile,
    period: ReplayPeriod,
    onProgress: (read: number) => void,
  ): Promise<ReplayReport> {
    this.policies.activate(file);
    const targets = new Map(this.origins.all.map((origin) => [targetOf(origin.kind, origin.name), origin]));
    const summary = new ReplaySummary();
    let read = 0;
    for await (const batch of this.batches(period)) {
      for (const record of batch) this.add(record, targets, summary);
      onProgress((read += batch.length));
    }
    return summary.report();
  }

  private add(record: AuditRecord, targets: ReadonlyMap<string, PolicyOrigin>, summary: ReplaySummary): void {
    const target = targetOf(record.targetType, record.targetId);
    const origin = targets.get(target);
    if (origin === undefined) summary.addUnknown(target);
    else summary.add(record.id, replayRecord(record, origin, this.policies));
  }

  private async *batches({
    limit = Infinity,
    ...period
  }: ReplayPeriod): AsyncGenerator<readonly AuditRecord[]> {
    let after: string | undefined;
    for (let left = limit; left > 0;) {
      const batch = await this.records.withPersonalData(period, { limit: Math.min(BATCH, left), after });
      if (batch.length === 0) return;
      yield batch;
      left -= batch.length;
      after = batch.at(-1)?.sequence;
    }
  }
}

function targetOf(type: string | null, id: string | null): string {
  return `${type ?? 'none'}:${id ?? 'none'}`;
}
