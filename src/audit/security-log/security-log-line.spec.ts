import { PiiAnalyzer } from '../../security/index.js';
import type { NewAuditRecord } from '../audit-record.entity.js';
import { toSecurityLogLine } from './security-log-line.js';

const RECORD: NewAuditRecord = {
  id: '3b241101-e2bb-4255-8caf-4136c566a962',
  eventType: 'tool.called',
  occurredAt: new Date('2026-01-31T09:00:00.123Z'),
  actorKind: 'user',
  actorSubject: 'u-42',
  actorTokenId: 'jti-1',
  clientId: 'mcp-client',
  targetType: 'tool',
  targetId: 'get_user_info',
  sourceAddress: '192.0.2.7',
  sourceUserAgent: 'agent/1',
  outcome: 'success',
  reason: null,
  traceId: '0af7651916cd43dd8448eb211c80319c',
  correlationId: 'c-1',
  containsPii: true,
  piiDecisions: [
    {
      direction: 'out',
      action: 'mask',
      policyVersion: '1',
      findings: [
        { path: '/phone', entityType: 'PHONE', score: 0.9 },
        { path: '/email', entityType: 'EMAIL', score: 1 },
        { path: '/other', entityType: 'EMAIL', score: 1 },
      ],
    },
  ],
  details: null,
};

describe('toSecurityLogLine', () => {
  const analyzer = new PiiAnalyzer();
  const line = (record: Partial<NewAuditRecord> = {}) =>
    toSecurityLogLine({ ...RECORD, ...record }, (text) => analyzer.mask(text));

  it('has the agreed fields, and ours beside them', () => {
    expect(JSON.parse(line())).toEqual({
      timestamp: '2026-01-31T09:00:00.123Z',
      event_type: 'tool_access',
      tool_name: 'get_user_info',
      user_id: 'u-42',
      client_id: 'mcp-client',
      contains_pii: true,
      action_taken: 'executed_with_masking',
      event_code: 'tool.called',
      record_id: RECORD.id,
      outcome: 'success',
      reason: null,
      target: 'tool:get_user_info',
      pii_types: ['EMAIL', 'PHONE'],
      correlation_id: 'c-1',
      trace_id: RECORD.traceId,
    });
  });

  it.each([
    ['token.denied', 'token_request'],
    ['route.accessed', 'route_access'],
    ['incident.recorded', 'security_event'],
    ['client.created', 'administration'],
  ])('%s is a %s without a tool name', (eventType, expected) => {
    const parsed = JSON.parse(line({ eventType, targetType: 'client', targetId: 'x' })) as Record<
      string,
      unknown
    >;
    expect(parsed).toMatchObject({ event_type: expected, event_code: eventType, tool_name: null });
  });

  it('masks a subject that is an e-mail address', () => {
    expect(line({ actorSubject: 'hong@example.com', clientId: 'kim@example.com' })).not.toMatch(
      /hong@example|kim@example/,
    );
  });

  it.each(['\n', '\r', '\u2028', '\u2029', '\u0085', '\u001b', '\u202e'])(
    'stays one line with %j in it',
    (character) => {
      const text = line({ targetId: `a${character}b` });
      expect(text.indexOf('\n')).toBe(text.length - 1);
      expect(text.slice(0, -1)).not.toContain(character);
      expect(JSON.parse(text)).toMatchObject({ tool_name: `a${character}b` });
    },
  );
});
