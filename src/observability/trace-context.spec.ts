import { correlationIdOf, traceOf, traceparentOf } from './trace-context.js';

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const PARENT_ID = 'b7ad6b7169203331';

describe('traceOf', () => {
  it('continues a valid trace with a span of its own', () => {
    const trace = traceOf(`00-${TRACE_ID}-${PARENT_ID}-01`);
    expect(trace).toMatchObject({ traceId: TRACE_ID, parentSpanId: PARENT_ID, sampled: true });
    expect(trace.spanId).toMatch(/^[0-9a-f]{16}$/);
    expect(trace.spanId).not.toBe(PARENT_ID);
    expect(traceparentOf(trace)).toBe(`00-${TRACE_ID}-${trace.spanId}-01`);
  });

  it.each([
    undefined,
    '',
    `00-${'0'.repeat(32)}-${PARENT_ID}-01`,
    `00-${TRACE_ID}-${'0'.repeat(16)}-01`,
    `ff-${TRACE_ID}-${PARENT_ID}-01`,
    `00-${TRACE_ID.toUpperCase()}-${PARENT_ID}-01`,
    `00-${TRACE_ID}-${PARENT_ID}`,
    `00-${TRACE_ID}-${PARENT_ID}-01\n`,
  ])('starts a trace for %j', (header) => {
    const trace = traceOf(header);
    expect(trace.traceId).toMatch(/^[0-9a-f]{32}$/);
    expect(trace.traceId).not.toBe(TRACE_ID);
    expect(trace.parentSpanId).toBeUndefined();
  });

  it('never gives two requests the same ids', () => {
    const ids = new Set(Array.from({ length: 10_000 }, () => traceOf(undefined).spanId));
    expect(ids.size).toBe(10_000);
  });
});

describe('correlationIdOf', () => {
  const trace = traceOf(undefined);

  it.each(['order-17', 'a'.repeat(128), 'A:b/c+d=.~_'])('keeps the caller’s %s', (header) => {
    expect(correlationIdOf(header, trace)).toBe(header);
  });

  it.each([undefined, '', 'a'.repeat(129), 'two words', 'line\nbreak', '"quoted"', '한글'])(
    'replaces %j by the trace id',
    (header) => {
      expect(correlationIdOf(header, trace)).toBe(trace.traceId);
    },
  );
});
