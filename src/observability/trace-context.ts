import type { Trace } from '../common/request-context.js';

/** W3C Trace Context §3.2: version-traceid-parentid-flags; all-zero ids and version ff are invalid. */
const TRACEPARENT =
  /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-([0-9a-f]{2})(?:-.*)?$/;
/** What we accept as somebody else's correlation id: short, and nothing that could forge a log line. */
const CORRELATION_ID = /^[A-Za-z0-9._~:+/=-]{1,128}$/;
const SAMPLED = 0x01;

/** Continues the caller's trace when it sent a valid `traceparent`, else starts one. */
export function traceOf(traceparent: string | undefined): Trace {
  const match = traceparent === undefined ? null : TRACEPARENT.exec(traceparent);
  if (match === null) return { traceId: randomHex(16), spanId: randomHex(8), sampled: false };
  const [, traceId = '', parentSpanId = '', flags = '00'] = match;
  return {
    traceId,
    spanId: randomHex(8),
    parentSpanId,
    sampled: (Number.parseInt(flags, 16) & SAMPLED) === SAMPLED,
  };
}

/** The `traceparent` to send on: same trace, this service's span. */
export function traceparentOf(trace: Trace): string {
  return `00-${trace.traceId}-${trace.spanId}-${trace.sampled ? '01' : '00'}`;
}

/** The caller's correlation id if it is well-formed, else the trace id. */
export function correlationIdOf(header: string | undefined, trace: Trace): string {
  return header !== undefined && CORRELATION_ID.test(header) ? header : trace.traceId;
}

const POOL_BYTES = 4096;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/** Random identifiers from a pool: one call to the generator for many requests. */
function randomHex(bytes: number): string {
  if (used + bytes > POOL_BYTES) {
    crypto.getRandomValues(pool);
    used = 0;
  }
  used += bytes;
  return pool.toString('hex', used - bytes, used);
}
