import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { And, LessThan, MoreThan, MoreThanOrEqual, Repository, type FindOptionsWhere } from 'typeorm';
import type { AuditEventType, AuditOutcome } from './audit-event.js';
import { AuditRecord } from './audit-record.entity.js';

/** All given members must match. */
export interface RecordFilter {
  readonly eventType?: AuditEventType;
  readonly outcome?: AuditOutcome;
  readonly clientId?: string;
  readonly subject?: string;
  /** Identifier of the target: a tool's name, a client id, `GET /hello`. */
  readonly target?: string;
  /** Inclusive. */
  readonly from?: Date;
  /** Exclusive. */
  readonly to?: Date;
}

export interface RecordPage {
  readonly records: readonly AuditRecord[];
  /** Sequence to pass as `before` for the next page; undefined on the last one. */
  readonly next: string | undefined;
}

/** Reads the trail, newest first. */
@Injectable()
export class AuditRecords {
  constructor(@InjectRepository(AuditRecord) private readonly records: Repository<AuditRecord>) {}

  async newest(limit: number): Promise<readonly AuditRecord[]> {
    return this.records.find({ order: { sequence: 'DESC' }, take: limit });
  }

  /** @param page `before`: only records with a lower sequence. */
  async search(filter: RecordFilter, page: { limit: number; before?: string }): Promise<RecordPage> {
    const found = await this.records.find({
      where: {
        ...conditions(filter),
        ...(page.before === undefined ? {} : { sequence: LessThan(page.before) }),
      },
      order: { sequence: 'DESC' },
      take: page.limit + 1,
    });
    const records = found.slice(0, page.limit);
    return { records, next: found.length > page.limit ? records.at(-1)?.sequence : undefined };
  }

  /**
   * Records of calls in which personal data was found, oldest first.
   *
   * @param page `after`: only records with a higher sequence.
   */
  async withPersonalData(
    period: { readonly from: Date; readonly to?: Date },
    page: { limit: number; after?: string },
  ): Promise<readonly AuditRecord[]> {
    return this.records.find({
      where: {
        ...conditions(period),
        containsPii: true,
        ...(page.after === undefined ? {} : { sequence: MoreThan(page.after) }),
      },
      order: { sequence: 'ASC' },
      take: page.limit,
    });
  }
}

function conditions({ from, to, subject, target, ...same }: RecordFilter): FindOptionsWhere<AuditRecord> {
  return {
    ...definedOnly({ ...same, actorSubject: subject, targetId: target }),
    ...(from === undefined && to === undefined ? {} : { occurredAt: between(from, to) }),
  };
}

function between(from: Date | undefined, to: Date | undefined) {
  return And(
    ...(from === undefined ? [] : [MoreThanOrEqual(from)]),
    ...(to === undefined ? [] : [LessThan(to)]),
  );
}

function definedOnly<T extends object>(members: T): Partial<T> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as Partial<T>;
}
