import { auditRecords } from '../../support/audit-records.js';
import { bearer } from '../../support/doors.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';

const TRACE_ID = '4bf92f3577b34da6a3ce929d0e0e4736';
const SPAN_ID = '00f067aa0ba902b7';

describe('correlation of a request (W3C Trace Context)', () => {
  let gatehouse: Gatehouse;
  let token: string;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
    token = await gatehouse.token();
  });
  afterAll(() => gatehouse.stop());

  const hello = (headers: Record<string, string>): Promise<Response> =>
    fetch(`${gatehouse.url}/hello`, { headers: { ...bearer(token), ...headers } });

  it('continues the trace of the caller in a span of its own, and says so in answer and record', async () => {
    const { headers } = await hello({ traceparent: `00-${TRACE_ID}-${SPAN_ID}-01` });
    const [version, trace, span, flags] = (headers.get('traceparent') ?? '').split('-');
    expect([version, trace, flags]).toEqual(['00', TRACE_ID, '01']);
    expect(span).toMatch(/^[0-9a-f]{16}$/);
    expect(span).not.toBe(SPAN_ID);
    const records = await auditRecords(gatehouse, { event_type: 'route.accessed' });
    expect(records.filter(({ trace_id }) => trace_id === TRACE_ID)).toHaveLength(1);
  });

  it.each([
    ['nothing', undefined],
    ['nonsense', 'nonsense'],
    ['an all-zero trace id', `00-${'0'.repeat(32)}-${SPAN_ID}-01`],
    ['an all-zero span id', `00-${TRACE_ID}-${'0'.repeat(16)}-01`],
    ['capital letters', `00-${TRACE_ID.toUpperCase()}-${SPAN_ID}-01`],
    ['the forbidden version', `ff-${TRACE_ID}-${SPAN_ID}-01`],
  ])('begins a trace when it is sent %s', async (_what, traceparent) => {
    const { status, headers } = await hello(traceparent === undefined ? {} : { traceparent });
    expect(status).toBe(200);
    expect(headers.get('traceparent')).toMatch(/^00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]$/);
    expect(headers.get('traceparent')).not.toContain(TRACE_ID);
  });

  it('returns the correlation id of the caller, and makes one when that is not fit for a log', async () => {
    const kept = await hello({ 'x-correlation-id': 'order-4711' });
    expect(kept.headers.get('x-correlation-id')).toBe('order-4711');
    const replaced = await hello({ 'x-correlation-id': 'a b"c' });
    expect(replaced.headers.get('x-correlation-id')).toMatch(/^[0-9a-f]{32}$/);
    const [record] = (await auditRecords(gatehouse, { event_type: 'route.accessed' })).filter(
      ({ correlation_id }) => correlation_id === 'order-4711',
    );
    expect(record?.outcome).toBe('success');
  });

  it('carries it through a refusal at every door', async () => {
    for (const path of ['/hello', '/mcp', '/oauth2/token', '/nowhere']) {
      const { headers } = await fetch(gatehouse.url + path, {
        method: 'POST',
        headers: { traceparent: `00-${TRACE_ID}-${SPAN_ID}-00` },
      });
      expect(headers.get('traceparent')).toMatch(new RegExp(`^00-${TRACE_ID}-[0-9a-f]{16}-00$`));
    }
  });
});
