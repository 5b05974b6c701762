import type { FetchedResponse } from './exchange.js';

/** Bounds in seconds on how long an answer is kept, whatever its headers say. */
export interface FreshnessBounds {
  readonly minimum: number;
  readonly maximum: number;
  /** When the headers say nothing. */
  readonly usual: number;
}

/** Seconds the answer may be kept: by `Cache-Control` (RFC 9111 §5.2.2), within our bounds. */
export function freshnessOf(
  { headers }: FetchedResponse,
  { minimum, maximum, usual }: FreshnessBounds,
): number {
  const directives = (headers.get('cache-control') ?? '').toLowerCase();
  if (/\bno-(store|cache)\b/.test(directives)) return minimum;
  const [, seconds] = /\bmax-age\s*=\s*"?(\d{1,10})\b/.exec(directives) ?? [];
  if (seconds === undefined) return usual;
  const age = Number(headers.get('age') ?? 0) || 0;
  return Math.min(maximum, Math.max(minimum, Number(seconds) - age));
}
