import { classifyInboundRequest, isJsonContentType } from '@modelcontextprotocol/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '../../common/principal.js';
import type { SessionRequests } from '../sessions/session-requests.js';
import type { Session } from '../sessions/session.js';
import { Sessions } from '../sessions/sessions.js';
import { CallLimits } from './call-limits.js';
import { BatchPolicy } from './batch-policy.js';
import { DirectRequests } from './direct-requests.js';
import type { EndpointDescription } from './endpoint-description.js';
import type { Exchange } from './exchange.js';
import { headerOf, SESSION_ID_HEADER, VERSION_HEADER } from './headers.js';
import { requestsIn, type JsonRpcRequest } from './json-rpc.js';
import { jsonRequired, sessionNotFound, sessionRequired } from './mcp-errors.js';
import { OpenStreams } from './open-streams.js';
import { plainSessionRequest, plainStatelessRequest } from './plain-request.js';
import { RequestRecords } from './request-records.js';
import { ScopeChallenges } from './scope-challenges.js';
import { isEventStream, sendResponse } from './send-response.js';
import { StatelessRequests } from './stateless-requests.js';
import { webRequestOf } from './web-request.js';

/** `POST /mcp`: tells the generations apart and hands each message to who serves it. */
export class PostRequests {
  constructor(
    private readonly endpoint: EndpointDescription,
    private readonly batches: BatchPolicy,
    private readonly challenges: ScopeChallenges,
    private readonly limits: CallLimits,
    private readonly direct: DirectRequests,
    private readonly sessions: Sessions,
    private readonly sessionRequests: SessionRequests,
    private readonly statelessRequests: StatelessRequests,
    private readonly streams: OpenStreams,
    private readonly records: RequestRecords,
  ) {}

  /** @throws PublicError for every refusal of the request as a whole. */
  async serve(request: FastifyRequest, reply: FastifyReply, principal: Principal): Promise<void> {
    if (!isJsonContentType(request.headers['content-type'])) throw jsonRequired();
    await this.batches.check(request.body, principal);
    const requests = requestsIn(request.body);
    await this.prepare(requests, principal);
    await this.challenges.check(requests, principal);
    void reply.headers(await this.limits.check(requests, principal));
    if (await this.serveDirectly(request, reply, principal)) return;
    const closed = closingOf(reply);
    const { response, exchange } = await this.answer(request, requests, principal, closed);
    if (exchange.failure !== undefined && !isEventStream(response)) throw exchange.failure;
    await this.records.complete(requests, response.status, exchange);
    if (isEventStream(response)) this.watch(reply, requests, exchange, closed);
    await sendResponse(reply, response, closed.signal);
  }

  /** @throws PublicError when what stands behind the endpoint does not answer. */
  private async prepare(requests: readonly JsonRpcRequest[], principal: Principal): Promise<void> {
    try {
      await this.endpoint.prepare(requests);
    } catch (error) {
      await this.records.complete(requests, 503, { principal });
      throw error;
    }
  }

  /** Whether the request was plain enough to be answered without the SDK. */
  private async serveDirectly(
    request: FastifyRequest,
    reply: FastifyReply,
    principal: Principal,
  ): Promise<boolean> {
    const id = headerOf(request, SESSION_ID_HEADER);
    const session = id === undefined ? undefined : this.sessions.find(id, principal, this.endpoint.path);
    if (id !== undefined && session === undefined) return false;
    session?.cancelNamedBy(request.body);
    const plain = session === undefined ? plainStatelessRequest(request) : plainSessionRequest(request);
    if (plain === undefined || !this.direct.isServable(plain, session)) return false;
    await this.direct.serve(plain, principal, reply, session);
    return true;
  }

  private async answer(
    request: FastifyRequest,
    requests: readonly JsonRpcRequest[],
    principal: Principal,
    closed: AbortController,
  ): Promise<{ response: Response; exchange: Exchange }> {
    const { body } = request;
    if (!isLegacy(request)) {
      const exchange: Exchange = { principal };
      return {
        exchange,
        response: await this.statelessRequests.serve(webRequestOf(request, closed.signal), body, exchange),
      };
    }
    // MCP 2025-11-25, Streamable HTTP: a lost connection is not a cancellation.
    const webRequest = webRequestOf(request, new AbortController().signal);
    if (headerOf(request, SESSION_ID_HEADER) === undefined && isInitialize(body, requests)) {
      return {
        exchange: { principal },
        response: await this.sessionRequests.open(webRequest, body, principal),
      };
    }
    const exchange = { principal, session: await this.sessionOf(request, requests, principal) };
    const response = await this.sessionRequests.serve(webRequest, body, exchange);
    exchange.session.closeStreamNamedBy(body);
    return { exchange, response };
  }

  private watch(
    reply: FastifyReply,
    requests: readonly JsonRpcRequest[],
    { principal, session }: Exchange,
    closed: AbortController,
  ): void {
    reply.raw.once('close', this.streams.watch(principal, closed));
    const [request] = requests;
    // The stream of a batch carries other answers too: it stays when one of its calls is cancelled.
    if (session === undefined || request === undefined || requests.length > 1) return;
    session.streamed.add(request.id);
    reply.raw.once('close', () => session.streamed.delete(request.id));
  }

  private async sessionOf(
    request: FastifyRequest,
    requests: readonly JsonRpcRequest[],
    principal: Principal,
  ): Promise<Session> {
    const id = headerOf(request, SESSION_ID_HEADER);
    const session = id === undefined ? undefined : this.sessions.find(id, principal, this.endpoint.path);
    if (session !== undefined) return session;
    await this.records.complete(requests, 400, { principal });
    throw id === undefined ? sessionRequired() : sessionNotFound();
  }
}

function isLegacy(request: FastifyRequest): boolean {
  const outcome = classifyInboundRequest({
    httpMethod: 'POST',
    protocolVersionHeader: headerOf(request, VERSION_HEADER),
    mcpMethodHeader: headerOf(request, 'mcp-method'),
    mcpNameHeader: headerOf(request, 'mcp-name'),
    body: request.body,
  });
  return outcome.kind === 'legacy';
}

function isInitialize(body: unknown, requests: readonly JsonRpcRequest[]): boolean {
  return !Array.isArray(body) && requests[0]?.method === 'initialize';
}

/** Aborted when the client closes the connection before the answer is complete, or somebody ends the stream. */
function closingOf(reply: FastifyReply): AbortController {
  const controller = new AbortController();
  reply.raw.once('close', () => controller.abort());
  return controller;
}
