import { ProblemError } from '../../common/problem-error.js';
import type { ForwardAuthConfiguration, ForwardAuthProxy } from '../../config/index.js';
import { refuseOtherEncodings } from './body-encoding.js';
import { hasDuplicateNames } from '../../common/duplicate-names.js';
import { decodeHeaderValue } from './header-value.js';
import { hasOtherSpelling } from './other-spelling.js';
import { bringsBody, callsNothing, onlyHeader, type Question } from './original-request.js';

/** One thing an MCP request asks for. */
export interface Operation {
  /** JSON-RPC method. */
  readonly method: string;
  /** Tool of a `tools/call`. */
  readonly tool?: string;
}

/** Revisions whose servers must refuse headers that differ from the body. */
const BINDING_REVISIONS = new Set(['2026-07-28']);
const TOOL_CALL = 'tools/call';
/** Of a tool's name, in characters: one that a pattern cannot span would escape its rule. MCP 2026-07-28 allows 128. */
const LONGEST_TOOL_NAME = 256;

/**
 * What the original request asks for: nothing, the operations named, or undefined when nobody can tell.
 * The body, where it came along, decides. Headers decide only for a revision that demands of servers to compare
 * them with the body, and only where the upstream is declared to do so.
 *
 * @throws ProblemError 400 when headers and body, or the headers among themselves, contradict each other, when
 *   parsers may differ about the body, or the name of a tool is too long; 415 when the server behind may decode the
 *   body in another way.
 */
export function operationsOf(
  question: Question,
  { proxy, bindsHeaders }: ForwardAuthConfiguration,
): readonly Operation[] | undefined {
  const operations = readOperations(question, proxy, bindsHeaders);
  if (operations?.some(({ tool = '' }) => tool.length > LONGEST_TOOL_NAME)) throw tooLong();
  return operations;
}

function readOperations(
  question: Question,
  proxy: ForwardAuthProxy,
  bindsHeaders: boolean,
): readonly Operation[] | undefined {
  if (bringsBody(question)) return operationsOfBody(question);
  if (callsNothing(question, proxy)) return [];
  return bindsHeaders ? operationsOfHeaders(question) : undefined;
}

function operationsOfBody({ body, text, rawHeaders }: Question): readonly Operation[] | undefined {
  refuseOtherEncodings(rawHeaders);
  if (text !== undefined && hasDuplicateNames(text))
    throw ambiguous('An object in the body has two members of the same name.');
  const messages = [body].flat() as unknown[];
  if (messages.some(hasOtherSpelling))
    throw ambiguous('A member of a message differs from one of JSON-RPC or MCP only in case.');
  const operations = messages.map(toOperation);
  if (operations.includes(undefined)) return undefined;
  const known = operations.filter((each): each is Operation => each !== undefined && each !== ANSWER);
  for (const operation of known) refuseMismatch(rawHeaders, operation);
  return known;
}

/** A client's answer to what the server asked: it calls nothing. */
const ANSWER = { method: '' } as const satisfies Operation;

function toOperation(message: unknown): Operation | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  const { method, params } = message as { method?: unknown; params?: unknown };
  if (method === undefined && ('result' in message || 'error' in message)) return ANSWER;
  if (typeof method !== 'string') return undefined;
  if (method !== TOOL_CALL) return { method };
  const { name } = Object(params ?? {}) as { name?: unknown };
  return typeof name === 'string' ? { method, tool: name } : undefined;
}

function refuseMismatch(rawHeaders: readonly string[], { method, tool }: Operation): void {
  if (!isBinding(rawHeaders)) return;
  const named = operationOfHeaders(rawHeaders);
  if (named.method !== method || named.tool !== tool)
    throw mismatch('The Mcp-Method and Mcp-Name headers differ from the body.');
}

function operationsOfHeaders({ rawHeaders }: Question): readonly Operation[] | undefined {
  return isBinding(rawHeaders) ? [operationOfHeaders(rawHeaders)] : undefined;
}

function isBinding(rawHeaders: readonly string[]): boolean {
  return BINDING_REVISIONS.has(onlyHeader(rawHeaders, 'mcp-protocol-version') ?? '');
}

function operationOfHeaders(rawHeaders: readonly string[]): Operation {
  const method = onlyHeader(rawHeaders, 'mcp-method');
  if (method === undefined) throw mismatch('This revision of MCP needs exactly one Mcp-Method header.');
  if (method !== TOOL_CALL) return { method };
  const tool = decodeHeaderValue(onlyHeader(rawHeaders, 'mcp-name') ?? '');
  if (tool === undefined || tool === '')
    throw mismatch('A tools/call of this revision of MCP needs exactly one readable Mcp-Name header.');
  return { method, tool };
}

function mismatch(detail: string): ProblemError {
  return new ProblemError({ status: 400, code: 'header-mismatch', title: 'Bad Request' }, detail);
}

function ambiguous(detail: string): ProblemError {
  return new ProblemError({ status: 400, code: 'ambiguous-body', title: 'Bad Request' }, detail);
}

function tooLong(): ProblemError {
  return new ProblemError(
    { status: 400, code: 'tool-name-too-long', title: 'Bad Request' },
    `The name of a tool has at most ${LONGEST_TOOL_NAME} characters.`,
  );
}
