import { PublicError } from '../../../common/public-error.js';
import { FetchRefusedError, SilenceError } from '../../../security/fetch/index.js';
import { AuthorizationError } from '../oauth/authorization-error.js';
import { WireError, type UpstreamFailure } from './peer-errors.js';

function refusalOf({ failure }: AuthorizationError): UpstreamFailure {
  return failure === 'refused' ? 'authorization_refused' : 'authorization_unavailable';
}

/** What to throw in place of an error: the reason of the signal, when that ended the exchange. */
export function asWireError(error: unknown, signal: AbortSignal): unknown {
  if (signal.aborted) return signal.reason;
  if (error instanceof WireError || error instanceof PublicError) return error;
  if (error instanceof AuthorizationError) return new WireError(refusalOf(error), { cause: error });
  return new WireError(failureOf(error), { cause: error });
}

/** What OpenSSL says of certificates (Node, tls: X509 certificate error codes), and Node of the name in one. */
const CERTIFICATE =
  /^(?:CERT_|ERR_TLS_CERT|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|HOSTNAME_MISMATCH|INVALID_CA)/;
/** What happens to a connection that stood. */
const LOST = new Set(['ECONNRESET', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE']);

/** Whether a stream ended in the middle, which the server may not even know of. */
export function isCutOff(error: unknown): boolean {
  return !(error instanceof WireError) && LOST.has(codeOf(error) ?? '');
}

function failureOf(error: unknown): WireError['failure'] {
  if (error instanceof SilenceError) return 'too_slow';
  const code = codeOf(error) ?? '';
  if (CERTIFICATE.test(code)) return 'certificate_not_trusted';
  // What the guard refuses or cannot open was never sent anything.
  if (error instanceof FetchRefusedError) return 'not_reachable';
  return LOST.has(code) || code.startsWith('HPE_') ? 'connection_lost' : 'not_reachable';
}

function codeOf(error: unknown): string | undefined {
  const { code, cause } = Object(error ?? {}) as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : cause === undefined ? undefined : codeOf(cause);
}
