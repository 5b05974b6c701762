import type { NewAuditRecord } from './audit-record.entity.js';
import { toColumns } from './insert-records.js';

const RECORD: NewAuditRecord = {
  id: '00000000-0000-4000-8000-000000000001',
  eventType: 'token.issued',
  occurredAt: new Date(0),
  actorKind: 'client',
  actorSubject: 'NULL',
  actorTokenId: null,
  clientId: 'a,{b}',
  targetType: null,
  targetId: '',
  sourceAddress: '::1',
  sourceUserAgent: 'a "quoted\\" agent',
  outcome: 'success',
  reason: null,
  traceId: null,
  correlationId: null,
  containsPii: false,
  piiDecisions: [],
  details: { text: 'say "\\"' },
};

describe('toColumns', () => {
  const columns = toColumns([RECORD, RECORD]);
  const both = (element: string) => `{${element},${element}}`;

  it.each([
    ['the word NULL as text', 4, '"NULL"'],
    ['nothing as NULL', 5, 'NULL'],
    ['commas and braces as text', 6, '"a,{b}"'],
    ['an empty text', 8, '""'],
    ['quotes and backslashes escaped', 10, '"a \\"quoted\\\\\\" agent"'],
    ['a boolean', 15, 'false'],
    ['JSON escaped once more', 17, JSON.stringify(JSON.stringify(RECORD.details))],
  ])('writes %s', (_what, column, element) => {
    expect(columns[column]).toBe(both(element));
  });
});
