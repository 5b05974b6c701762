import { Injectable } from '@nestjs/common';
import { ProtocolError, type Result } from '@modelcontextprotocol/server';
import type { FastifyReply } from 'fastify';
import type { Principal } from '../../common/principal.js';
import { toProtocolError } from '../protocol/error-results.js';
import { MethodTable, type ServedMethod } from '../protocol/method-table.js';
import { LIST_CACHE, READ_CACHE, SERVER_IDENTITY_META } from '../protocol/server-identity.js';
import { McpRegistry, type Declared } from '../registry/mcp-registry.js';
import type { Session } from '../sessions/session.js';
import { DirectAnswer } from './direct-answer.js';
import { DirectChannel } from './direct-channel.js';
import { SESSION_ID_HEADER } from './headers.js';
import type { PlainRequest } from './plain-request.js';
import { RunningCalls } from './running-calls.js';

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
@Injectable()
export class DirectRequests {
  constructor(
    private readonly table: MethodTable,
    private readonly registry: McpRegistry,
    private readonly running: RunningCalls,
  ) {}

  /** Whether the handler can do without what only the SDK offers: asking the client in the middle of a call. */
  isServable({ method, params }: PlainRequest): boolean {
    return this.handlerOf(method, params)?.declaration.interactive !== true;
  }

  /** @throws PublicError when the whole request is to be refused and nothing was sent yet. */
  async serve(
    request: PlainRequest,
    principal: Principal,
    reply: FastifyReply,
    session?: Session,
  ): Promise<void> {
    const answer = new DirectAnswer(reply, session === undefined ? {} : { [SESSION_ID_HEADER]: session.id });
    const cancellation = new AbortController();
    const forget = cancelledBy(request, reply, cancellation, session);
    this.running.begin();
    try {
      const channel = new DirectChannel(principal, request, session, answer, cancellation);
      const result = await this.table.serve(request.method, request.params, channel);
      if (cancellation.signal.aborted) return answer.abandon();
      const encoded = session === undefined ? encode(request.method, result) : result;
      answer.finish({ result: encoded, jsonrpc: '2.0', id: request.id });
    } catch (error) {
      if (session !== undefined && cancellation.signal.aborted) return answer.abandon();
      this.fail(request, answer, error);
    } finally {
      forget();
      this.running.end();
    }
  }

  private handlerOf(method: ServedMethod, { name, uri }: PlainRequest['params']): Declared | undefined {
    if (method === 'tools/call') return this.registry.tool(name as string);
    if (method === 'prompts/get') return this.registry.prompt(name as string);
    return method === 'resources/read' ? this.registry.resource(uri as string)?.resource : undefined;
  }

  private fail(request: PlainRequest, answer: DirectAnswer, error: unknown): void {
    if (!(error instanceof ProtocolError) && !answer.isStreaming) throw error;
    const { code, message, data } = toProtocolError(error);
    answer.finish({
      jsonrpc: '2.0',
      id: request.id,
      error: { code, message, ...(data !== undefined && { data }) },
    });
  }
}

/** What 2026-07-28 adds to every result, in the SDK's order. */
function encode(method: ServedMethod, result: Result): object {
  return { ...result, resultType: 'complete', ...CACHES[method], _meta: SERVER_IDENTITY_META };
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
