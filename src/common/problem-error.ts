import { PublicError } from './public-error.js';

/** RFC 9457 §3.1 members, beside `detail`. */
export interface Problem {
  readonly status: number;
  /** Last segment of the problem type, for example `payload-too-large`. */
  readonly code: string;
  readonly title: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Extension members (RFC 9457 §3.2), for example the list of invalid parameters. */
  readonly extensions?: Readonly<Record<string, unknown>>;
}

/** An error answered as `application/problem+json` (RFC 9457) outside OAuth and MCP. */
export class ProblemError extends PublicError {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly extensions: Readonly<Record<string, unknown>>;
  override readonly headers: Readonly<Record<string, string>>;

  constructor(problem: Problem, detail: string, options?: { cause?: unknown }) {
    super(detail, options);
    this.status = problem.status;
    this.code = problem.code;
    this.title = problem.title;
    this.headers = problem.headers ?? {};
    this.extensions = problem.extensions ?? {};
  }
}

/** Something the request depends on does not answer; the caller may try again after `retryAfter` seconds. */
export class ServiceUnavailableError extends ProblemError {
  constructor(detail: string, options?: { cause?: unknown; retryAfter?: number }) {
    super(
      {
        status: 503,
        code: 'service-unavailable',
        title: 'Service Unavailable',
        headers: { 'Retry-After': String(options?.retryAfter ?? 5) },
      },
      detail,
      options,
    );
  }
}

/** The caller asks too often; RFC 6585 §4. */
export class TooManyRequestsError extends ProblemError {
  /** @param headers beside `Retry-After`. */
  constructor(detail: string, retryAfter: number, headers: Readonly<Record<string, string>> = {}) {
    super(
      {
        status: 429,
        code: 'too-many-requests',
        title: 'Too Many Requests',
        headers: { ...headers, 'Retry-After': String(Math.max(1, Math.ceil(retryAfter))) },
      },
      detail,
    );
  }
}
