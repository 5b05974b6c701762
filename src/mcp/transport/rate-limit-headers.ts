import type { Quota } from '../../auth/index.js';

const WINDOW_SECONDS = 60;

/** A quota that its caller may know of. */
export interface ShownQuota extends Quota {
  /** Printable ASCII without quotes. */
  readonly policy: string;
}

/**
 * `RateLimit-Policy` and `RateLimit` (draft-ietf-httpapi-ratelimit-headers-10 §3, §4).
 *
 * @param left calls that each has room for.
 * @param retryAfterSeconds for those that have no room.
 */
export function rateLimitHeaders(
  left: ReadonlyMap<ShownQuota, number>,
  retryAfterSeconds = 0,
): Readonly<Record<string, string>> {
  if (left.size === 0) return {};
  const quotas = [...left];
  return {
    'RateLimit-Policy': quotas
      .map(([{ policy, limitPerMinute }]) => `"${policy}";q=${limitPerMinute};w=${WINDOW_SECONDS}`)
      .join(', '),
    RateLimit: quotas
      .map(
        ([{ policy }, room]) =>
          `"${policy}";r=${room}${room === 0 && retryAfterSeconds > 0 ? `;t=${retryAfterSeconds}` : ''}`,
      )
      .join(', '),
  };
}
