import type { ForeignClaims } from '../claim-rules/claim-rules.js';
import { LOGIN_SKEW_MS as SKEW_MS } from '../sessions/login-session.js';
import { ProviderLoginRefusedError } from './login-refusal.js';

/** What was asked of the provider about the time of the login. */
export interface RecencyDemand {
  /** Seconds since the provider last saw the person prove who they are; undefined = whatever it holds. */
  readonly maxAge?: number | undefined;
  /** When the person was sent there. */
  readonly startedAt: Date;
}

/**
 * When the person proved to the provider who they are (OpenID Connect Core 1.0 §2 `auth_time`): a provider's session may
 * be older than the login here. Undefined without that claim, unless the age was asked for (§3.1.2.1: then it is required).
 *
 * @throws ProviderLoginRefusedError when it was longer ago than asked for, or is not said.
 */
export function authenticationTime(
  claims: ForeignClaims,
  demand: RecencyDemand,
  now: Date,
): Date | undefined {
  const { auth_time: authTime } = claims;
  if (authTime === undefined && demand.maxAge === undefined) return undefined;
  if (authTime === undefined) throw new ProviderLoginRefusedError('login_age_unknown');
  const at = toMilliseconds(authTime);
  if (at === undefined || at > now.getTime() + SKEW_MS)
    throw new ProviderLoginRefusedError('provider_answer');
  if (!isRecentEnough(at, demand, now)) throw new ProviderLoginRefusedError('login_too_old');
  return new Date(Math.min(at, now.getTime()));
}

/** Whoever was made to log in anew is recent, however long they then looked at the provider's other pages. */
function isRecentEnough(at: number, { maxAge, startedAt }: RecencyDemand, now: Date): boolean {
  if (maxAge === undefined || at >= startedAt.getTime() - SKEW_MS) return true;
  return now.getTime() - at <= maxAge * 1_000;
}

/** RFC 7519 §2 NumericDate. */
function toMilliseconds(seconds: unknown): number | undefined {
  return typeof seconds === 'number' && seconds >= 0 && seconds <= 8.64e12 ? seconds * 1_000 : undefined;
}
