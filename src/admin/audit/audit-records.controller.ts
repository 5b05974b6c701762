import { Controller, Get, Header, Query } from '@nestjs/common';
import { AuditRecords } from '../../audit/index.js';
import { Scopes } from '../../common/scopes.decorator.js';
import { encodeCursor } from './cursor.js';
import { toRecordView } from './record-view.js';
import { recordsQuery, type RecordsQuery } from './records-query.schema.js';

/** Reads the audit trail, newest first. */
@Controller('admin/audit/records')
@Scopes('audit.read')
export class AuditRecordsController {
  constructor(private readonly records: AuditRecords) {}

  @Get()
  @Header('Cache-Control', 'no-store')
  async list(@Query({ schema: recordsQuery }) query: RecordsQuery): Promise<object> {
    const { event_type, client_id, limit, cursor, ...same } = query;
    const filter = { eventType: event_type, clientId: client_id, ...same };
    const { records, next } = await this.records.search(filter, { limit, before: cursor });
    return {
      records: records.map(toRecordView),
      next_cursor: next === undefined ? null : encodeCursor(next),
    };
  }
}
