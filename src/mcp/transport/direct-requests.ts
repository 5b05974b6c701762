import {
  ProtocolError,
  ProtocolErrorCode,
  SERVER_INFO_META_KEY,
  type Result,
} from '@modelcontextprotocol/server';
import type { FastifyReply } from 'fastify';
import type { Principal } from '../../common/principal.js';
import { toProtocolError } from '../protocol/error-results.js';
import type { MethodTable, ServedMethod } from '../protocol/method-table.js';
import { LIST_CACHE, READ_CACHE } from '../protocol/server-identity.js';
import type { ServedHandler } from '../registry/served.js';
import type { Session } from '../sessions/session.js';
import { DirectAnswer } from './direct-answer.js';
import type { OpenStreams } from './open-streams.js';
import type { EndpointDescription } from './endpoint-description.js';
import { DirectChannel } from './direct-channel.js';
import { SESSION_ID_HEADER } from './headers.js';
import type { PlainRequest } from './plain-request.js';
import type { RunningCalls } from './running-calls.js';

const CACHES: Partial<Record<ServedMethod, { ttlMs: number; cacheScope: 'private' }>> = {
  'tools/list': LIST_CACHE,
  'resources/list': LIST_CACHE,
  'resources/templates/list': LIST_CACHE,
  'prompts/list': LIST_CACHE,
  'resources/read': READ_CACHE,
};

/**
 * Serves plain requests without the SDK, which builds and connects a server object for each of them: that is most of
 * a call's cost. The same table answers, and a test holds the bytes against the SDK's own.
 */
export class DirectRequests {
  constructor(
    private readonly endpoint: EndpointDescription,
    private readonly table: MethodTable,
    private readonly running: RunningCalls,
    private readonly streams: OpenStreams,
  ) {}

  /** Whether the handler can do without what only the SDK offers: asking the client in the middle of a call. */
  isServable({ method, params }: PlainRequest, session: Session | undefined): boolean {
    const handler = this.handlerOf(method, params);
    if (handler?.isInteractive !== true) return true;
    // Its questions are a result like any other; in a session, they are requests of the SDK's.
    return session === undefined && handler.checksCapabilities === true;
  }

  /** @throws PublicError when the whole request is to be refused and nothing was sent yet. */
  async serve(
    request: PlainRequest,
    principal: Principal,
    reply: FastifyReply,
    session?: Session,
  ): Promise<void> {
    const cancellation = new AbortController();
    const answer: DirectAnswer = new DirectAnswer(
      reply,
      session === undefined ? {} : { [SESSION_ID_HEADER]: session.id },
      () => this.streams.watch(principal, endOf(answer, cancellation)),
    );
    const forget = cancelledBy(request, reply, cancellation, session);
    this.running.begin();
    try {
      const channel = new DirectChannel(principal, request, session, answer, cancellation);
      const result = await this.table.serve(request.method, request.params, channel);
      if (cancellation.signal.aborted) return answer.abandon();
      const encoded = session === undefined ? this.encode(request.method, result) : result;
      answer.finish({ result: encoded, jsonrpc: '2.0', id: request.id });
    } catch (error) {
      if (session !== undefined && cancellation.signal.aborted) return answer.abandon();
      this.fail(request, answer, error, session);
    } finally {
      forget();
      this.running.end();
    }
  }

  private handlerOf(method: ServedMethod, { name, uri }: PlainRequest['params']): ServedHandler | undefined {
    const { catalogue } = this.endpoint;
    if (method === 'tools/call') return catalogue.tool(name as string);
    if (method === 'prompts/get') return catalogue.prompt(name as string);
    return method === 'resources/read' ? catalogue.resource(uri as string)?.resource : undefined;
  }

  /** What 2026-07-28 adds to every result, in the SDK's order. */
  private encode(method: ServedMethod, result: Result): object {
    const identity = { [SERVER_INFO_META_KEY]: this.endpoint.identity() };
    const meta = result._meta === undefined ? identity : { ...result._meta, ...identity };
    if (result['resultType'] === 'input_required') return { ...result, _meta: meta };
    return { ...result, resultType: 'complete', ...CACHES[method], _meta: meta };
  }

  private fail(request: PlainRequest, answer: DirectAnswer, error: unknown, session?: Session): void {
    if (!(error instanceof ProtocolError) && !answer.isStreaming) throw error;
    const { code, message, data } = toProtocolError(error);
    // MCP 2026-07-28: the one error of a handler that has an HTTP status of its own.
    if (session === undefined && code === (ProtocolErrorCode.MissingRequiredClientCapability as number))
      answer.status = 400;
    answer.finish({
      jsonrpc: '2.0',
      id: request.id,
      error: { code, message, ...(data !== undefined && { data }) },
    });
  }
}

/** Ends the stream and the call at once, whether or not the handler listens. */
function endOf(answer: DirectAnswer, cancellation: AbortController): AbortController {
  const end = new AbortController();
  end.signal.addEventListener('abort', () => {
    cancellation.abort();
    answer.abandon();
  });
  return end;
}

/** A 2026-07-28 client cancels by closing the connection, a 2025 one by a notification that names the request. */
function cancelledBy(
  { id }: PlainRequest,
  reply: FastifyReply,
  cancellation: AbortController,
  session: Session | undefined,
): () => void {
  if (session !== undefined) {
    session.running.set(id, cancellation);
    return () => session.running.delete(id);
  }
  const abort = (): void => cancellation.abort();
  reply.raw.once('close', abort);
  return () => reply.raw.off('close', abort);
}
