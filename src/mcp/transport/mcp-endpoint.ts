import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Principal } from '../../common/principal.js';
import type { ChangeNotices } from '../protocol/change-notices.js';
import type { SessionOperations } from '../sessions/session-operations.js';
import { methodNotAllowed } from './mcp-errors.js';
import type { OriginPolicy } from './origin-policy.js';
import type { PostRequests } from './post-requests.js';
import type { StatelessRequests } from './stateless-requests.js';

/** One MCP endpoint (Streamable HTTP). Who calls, and how often, the global guards have decided already. */
export class McpEndpoint {
  constructor(
    private readonly origins: OriginPolicy,
    private readonly posts: PostRequests,
    private readonly sessions: SessionOperations,
    private readonly stateless: StatelessRequests,
    /** Tells its clients that a list or a resource has changed. */
    readonly changes: ChangeNotices,
  ) {}

  /** @throws PublicError for every refusal of the request as a whole. */
  async serve(request: FastifyRequest, reply: FastifyReply, principal: Principal): Promise<void> {
    await this.origins.check(request.headers.origin, request.method);
    if (request.method === 'POST') return this.posts.serve(request, reply, principal);
    if (request.method === 'GET' || request.method === 'DELETE')
      return this.sessions.serve(request, reply, principal);
    throw methodNotAllowed('GET, POST, DELETE');
  }

  /** Ends the streams of clients that listen for changes. */
  close(): Promise<void> {
    return this.stateless.close();
  }
}
