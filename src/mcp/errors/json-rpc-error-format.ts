import type { ErrorFormat } from '../../common/error-format.js';
import { ProblemError } from '../../common/problem-error.js';
import type { PublicError } from '../../common/public-error.js';

/** JSON-RPC 2.0 §5.1; -32000 is the first of those reserved for servers. */
const PARSE_ERROR = -32700;
const INVALID_REQUEST = -32600;
const INTERNAL_ERROR = -32603;
const SERVER_ERROR = -32000;

/** Problems with the JSON text itself. */
const PARSE_PROBLEMS = new Set(['malformed-json', 'json-too-deep']);

/** Errors on `/mcp` and below: JSON-RPC, with no id because the request they answer was not read as JSON-RPC. */
export const jsonRpcErrorFormat = {
  handles: (path: string) => path === '/mcp' || path.startsWith('/mcp/'),
  body: (error: PublicError) => ({
    contentType: 'application/json',
    body: { jsonrpc: '2.0', error: { code: codeOf(error), message: error.publicDetail }, id: null },
  }),
} satisfies ErrorFormat;

function codeOf(error: PublicError): number {
  if (error instanceof ProblemError && PARSE_PROBLEMS.has(error.code)) return PARSE_ERROR;
  if (error.status === 400) return INVALID_REQUEST;
  return error.status === 500 ? INTERNAL_ERROR : SERVER_ERROR;
}
