import { HttpException } from '@nestjs/common';
import { ProblemError, ServiceUnavailableError } from '../common/problem-error.js';
import { PublicError } from '../common/public-error.js';
import { isDatabaseUnavailable } from '../database/index.js';

interface KnownStatus {
  readonly code: string;
  readonly title: string;
  readonly detail: string;
}

/** What the framework refuses by itself, in words that say what to do. */
const KNOWN: Readonly<Record<number, KnownStatus>> = {
  400: { code: 'bad-request', title: 'Bad Request', detail: 'The request is malformed.' },
  404: { code: 'not-found', title: 'Not Found', detail: 'Nothing answers here with this method.' },
  405: {
    code: 'method-not-allowed',
    title: 'Method Not Allowed',
    detail: 'This path does not answer this method.',
  },
  408: { code: 'request-timeout', title: 'Request Timeout', detail: 'The request took too long to arrive.' },
  413: {
    code: 'payload-too-large',
    title: 'Content Too Large',
    detail: 'The body is larger than this server accepts.',
  },
  414: { code: 'uri-too-long', title: 'URI Too Long', detail: 'The URL is longer than this server accepts.' },
  415: {
    code: 'unsupported-media-type',
    title: 'Unsupported Media Type',
    detail: 'Send a body with one of the content types this path documents.',
  },
  431: {
    code: 'headers-too-large',
    title: 'Request Header Fields Too Large',
    detail: 'The headers are larger than this server accepts.',
  },
};

/**
 * The answer to whatever was thrown. Errors made for the caller stay as they are; what the framework or
 * Fastify refuses becomes a problem of its status; the database being away becomes 503; the rest is 500
 * and tells the caller nothing.
 */
export function publicErrorOf(thrown: unknown): PublicError {
  if (thrown instanceof PublicError) return thrown;
  if (isAbortedByCaller(thrown)) return refusal(400, thrown);
  if (isDatabaseUnavailable(thrown)) {
    return new ServiceUnavailableError('The database does not answer; try again shortly.', { cause: thrown });
  }
  const status = statusOf(thrown);
  if (status === undefined || status >= 500) return internalError(thrown);
  return refusal(status, thrown);
}

/** Node's word for a caller who hangs up in the middle of its body; the code is that of a lost database as well. */
function isAbortedByCaller(thrown: unknown): boolean {
  const { code, message } = Object(thrown) as { code?: unknown; message?: unknown };
  return code === 'ECONNRESET' && message === 'aborted';
}

function statusOf(thrown: unknown): number | undefined {
  if (thrown instanceof HttpException) return thrown.getStatus();
  const status = (thrown as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 600 ? status : undefined;
}

function refusal(status: number, thrown: unknown): ProblemError {
  const known = KNOWN[status] ?? {
    code: 'bad-request',
    title: 'Bad Request',
    detail: 'The request is malformed.',
  };
  return new ProblemError(
    { status, code: known.code, title: known.title, ...invalidParameters(thrown) },
    known.detail,
    {
      cause: thrown,
    },
  );
}

/** Validation issues name the parameter and what is allowed; they never repeat the value. */
function invalidParameters(thrown: unknown): { extensions?: Record<string, unknown> } {
  if (!(thrown instanceof HttpException)) return {};
  const response = thrown.getResponse();
  const message = typeof response === 'object' ? (response as { message?: unknown }).message : undefined;
  if (!Array.isArray(message)) return {};
  return { extensions: { invalid_params: message.filter((item) => typeof item === 'string') } };
}

function internalError(cause: unknown): ProblemError {
  return new ProblemError(
    { status: 500, code: 'internal-error', title: 'Internal Server Error' },
    'Something went wrong here. The correlation id of this answer finds it in the log.',
    { cause },
  );
}
