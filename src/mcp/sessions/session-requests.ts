import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/server';
import { Clock } from '../../common/clock.js';
import type { Principal } from '../../common/principal.js';
import { randomUuid } from '../../security/crypto/index.js';
import { authInfoOf, type Exchange } from '../transport/exchange.js';
import { SdkServers } from '../transport/sdk-servers.js';
import { Session } from './session.js';
import { Sessions } from './sessions.js';

/** Serves the 2025 revisions: one SDK server and transport for each session. */
export class SessionRequests {
  constructor(
    private readonly endpoint: string,
    private readonly sessions: Sessions,
    private readonly servers: SdkServers,
    private readonly clock: Clock,
  ) {}

  /** Answers `initialize` and, if that succeeds, keeps the session. */
  async open(request: Request, body: unknown, principal: Principal): Promise<Response> {
    await this.sessions.makeRoom(principal);
    const session = await this.create(principal);
    const response = await this.serve(request, body, { principal, session });
    if (response.ok) this.sessions.add(session);
    else await session.end();
    return response;
  }

  /** Answers a request within a session. */
  serve(request: Request, body: unknown, exchange: Exchange & { session: Session }): Promise<Response> {
    return exchange.session.transport.handleRequest(request, {
      authInfo: authInfoOf(exchange),
      ...(body !== undefined && { parsedBody: body }),
    });
  }

  private async create(principal: Principal): Promise<Session> {
    const id = randomUuid();
    const transport = new WebStandardStreamableHTTPServerTransport({ sessionIdGenerator: () => id });
    const server = this.servers.createForSession();
    const { subject, clientId, kind, tokenId } = principal;
    const session = new Session(
      id,
      this.endpoint,
      { subject, clientId, kind, tokenId },
      server,
      transport,
      this.clock.now().getTime(),
    );
    transport.onclose = () => this.sessions.remove(session);
    await server.connect(transport);
    return session;
  }
}
