import { z } from 'zod';
import { AUDIT_EVENTS, AUDIT_OUTCOMES, type AuditEventType } from '../../audit/index.js';
import { decodeCursor } from './cursor.js';
import { instant } from './instant.schema.js';
import { knownParameters } from './known-parameters.js';

const MAX_LIMIT = 500;
const DEFAULT_LIMIT = 50;

const EVENT_TYPES = Object.keys(AUDIT_EVENTS) as [AuditEventType, ...AuditEventType[]];

/** Postgres text holds no NUL, and no identifier of ours has control characters. */
const identifier = z
  .string()
  .regex(/^[^\u0000-\u001f\u007f]{1,256}$/, 'must be 1 to 256 printable characters');

const cursor = z
  .string()
  .max(64)
  .transform((text, context) => {
    const sequence = decodeCursor(text);
    if (sequence !== undefined) return sequence;
    context.addIssue({ code: 'custom', message: 'must be the next_cursor of an earlier answer' });
    return z.NEVER;
  });

const limit = z
  .string()
  .regex(/^\d{1,4}$/, `must be an integer from 1 to ${MAX_LIMIT}`)
  .transform(Number)
  .refine((count) => count >= 1 && count <= MAX_LIMIT, `must be an integer from 1 to ${MAX_LIMIT}`)
  .default(DEFAULT_LIMIT);

export const recordsQuery = knownParameters({
  event_type: z.enum(EVENT_TYPES).optional(),
  outcome: z.enum(AUDIT_OUTCOMES).optional(),
  client_id: identifier.optional(),
  subject: identifier.optional(),
  target: identifier.optional(),
  from: instant.optional(),
  to: instant.optional(),
  cursor: cursor.optional(),
  limit,
}).refine(({ from, to }) => from === undefined || to === undefined || from < to, {
  path: ['from'],
  message: 'must be earlier than to',
});

export type RecordsQuery = z.output<typeof recordsQuery>;
