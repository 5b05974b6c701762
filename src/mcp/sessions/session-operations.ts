import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '../../common/principal.js';
import { RequestLog } from '../protocol/request-log.js';
import { headerOf, SESSION_ID_HEADER, VERSION_HEADER } from '../transport/headers.js';
import { methodNotAllowed, sessionNotFound, sessionRequired } from '../transport/mcp-errors.js';
import { OpenStreams } from '../transport/open-streams.js';
import { sendResponse } from '../transport/send-response.js';
import { webRequestOf } from '../transport/web-request.js';
import { SessionRequests } from './session-requests.js';
import type { Session } from './session.js';
import { Sessions } from './sessions.js';

/** The first revision without sessions; revisions are dates, so they compare as text. */
const FIRST_STATELESS = '2026-07-28';
const REVISION = /^\d{4}-\d{2}-\d{2}$/;

/** `GET /mcp` and `DELETE /mcp`: the stream for notifications and the end of a session, 2025 revisions only. */
export class SessionOperations {
  constructor(
    private readonly endpoint: string,
    private readonly sessions: Sessions,
    private readonly sessionRequests: SessionRequests,
    private readonly streams: OpenStreams,
    private readonly log: RequestLog,
  ) {}

  /** @throws PublicError 405 for a stateless revision, 400 without a session id, 404 for one the caller does not own. */
  async serve(request: FastifyRequest, reply: FastifyReply, principal: Principal): Promise<void> {
    const session = await this.sessionOf(request, principal);
    await this.log.succeeded(request.method);
    const closed = new AbortController();
    reply.raw.once('close', this.streams.watch(principal, closed));
    const webRequest = webRequestOf(request, closed.signal);
    const response = await this.sessionRequests.serve(webRequest, undefined, { principal, session });
    await sendResponse(reply, response, closed.signal);
  }

  private async sessionOf(request: FastifyRequest, principal: Principal): Promise<Session> {
    const version = headerOf(request, VERSION_HEADER) ?? '';
    if (REVISION.test(version) && version >= FIRST_STATELESS) throw methodNotAllowed('POST');
    const id = headerOf(request, SESSION_ID_HEADER);
    const session = id === undefined ? undefined : this.sessions.find(id, principal, this.endpoint);
    if (session !== undefined) return session;
    await this.log.failed(request.method, id === undefined ? 'session_required' : 'unknown_session');
    throw id === undefined ? sessionRequired() : sessionNotFound();
  }
}
