import { Injectable, Logger, type BeforeApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { Clients, isUsable } from '../../auth/index.js';
import { Clock } from '../../common/clock.js';
import type { Principal } from '../../common/principal.js';
import { ServiceUnavailableError } from '../../common/problem-error.js';
import { Configuration } from '../../config/index.js';
import { ChangeFeed } from '../../database/index.js';
import { Metrics } from '../../observability/index.js';
import type { McpChange } from '../context/mcp-context.js';
import type { Session } from './session.js';

/** Expired sessions are looked for this often within the idle time. */
const SWEEPS = 4;

/** The open sessions of this replica: bounded in number and idle time, ended with their client and with the server. */
@Injectable()
export class Sessions implements OnModuleInit, BeforeApplicationShutdown {
  private readonly logger = new Logger(Sessions.name);
  private readonly byId = new Map<string, Session>();
  private sweeper: NodeJS.Timeout | undefined;

  constructor(
    private readonly configuration: Configuration,
    private readonly clients: Clients,
    private readonly feed: ChangeFeed,
    private readonly clock: Clock,
    metrics: Metrics,
  ) {
    const gauge = new Gauge({
      name: 'gatehouse_mcp_sessions',
      help: 'Open MCP sessions',
      registers: [metrics.registry],
    });
    gauge.set(0);
    this.countOpen = () => gauge.set(this.byId.size);
  }

  private readonly countOpen: () => void;

  onModuleInit(): void {
    this.feed.onChange(
      'clients',
      () => void this.endOfDisabledClients().catch((error: unknown) => this.report(error)),
    );
    const interval = (this.configuration.mcp.sessionIdleSeconds * 1000) / SWEEPS;
    this.sweeper = setInterval(() => void this.sweep(), interval).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    clearInterval(this.sweeper);
    await this.endAll([...this.byId.values()]);
  }

  /** The caller's own session; another principal's id is as unknown as one that never was, or another endpoint's. */
  find(id: string, principal: Principal, endpoint: string): Session | undefined {
    const session = this.byId.get(id);
    if (session?.endpoint !== endpoint || !session.belongsTo(principal)) return undefined;
    session.lastUsed = this.clock.now().getTime();
    return session;
  }

  /**
   * Makes room for one more session of the caller. At the maximum its own least recently used one goes, or that of
   * whoever has most: nobody can keep the others out by opening all there are.
   *
   * @throws ServiceUnavailableError at the maximum, when nobody has more than one.
   */
  async makeRoom(principal: Principal): Promise<void> {
    if (this.byId.size < this.configuration.mcp.maxSessions) return;
    const own = [...this.byId.values()].filter((session) => session.belongsTo(principal));
    const holding = own.length > 0 ? own : this.largestHolding();
    const [oldest] = holding.sort((left, right) => left.lastUsed - right.lastUsed);
    if (oldest === undefined)
      throw new ServiceUnavailableError('Too many MCP sessions are open; try again later.');
    await this.endAll([oldest]);
  }

  add(session: Session): void {
    this.byId.set(session.id, session);
    this.countOpen();
  }

  /** To be called when the session has ended, whoever ended it. */
  remove(session: Session): void {
    this.byId.delete(session.id);
    session.endSubscriptions();
    this.countOpen();
  }

  /** Tells the sessions of an endpoint. */
  async notify(endpoint: string, change: McpChange): Promise<void> {
    const sessions = [...this.byId.values()].filter((session) => session.endpoint === endpoint);
    await Promise.all(
      sessions.map((session) => notifyOf(session, change).catch((error: unknown) => this.report(error))),
    );
  }

  private async sweep(): Promise<void> {
    const deadline = this.clock.now().getTime() - this.configuration.mcp.sessionIdleSeconds * 1000;
    const idle = [...this.byId.values()].filter(
      ({ lastUsed, running }) => lastUsed < deadline && running.size === 0,
    );
    await this.endAll(idle);
  }

  private async endOfDisabledClients(): Promise<void> {
    const sessions = [...this.byId.values()];
    for (const clientId of new Set(sessions.map(({ owner }) => owner.clientId))) {
      const client = await this.clients.find(clientId);
      if (client !== undefined && isUsable(client, this.clock.now())) continue;
      await this.endAll(sessions.filter(({ owner }) => owner.clientId === clientId));
    }
  }

  /** The sessions of the client with most of them; none when no client has several. */
  private largestHolding(): Session[] {
    const holdings = new Map<string, Session[]>();
    for (const session of this.byId.values()) {
      const holding = holdings.get(session.owner.clientId);
      if (holding === undefined) holdings.set(session.owner.clientId, [session]);
      else holding.push(session);
    }
    const [largest = []] = [...holdings.values()].sort((left, right) => right.length - left.length);
    return largest.length > 1 ? largest : [];
  }

  private async endAll(sessions: readonly Session[]): Promise<void> {
    await Promise.all(sessions.map((session) => session.end().catch((error: unknown) => this.report(error))));
  }

  private report(err: unknown): void {
    this.logger.warn({ msg: 'MCP session did not take a message', err });
  }
}

async function notifyOf(session: Session, change: McpChange): Promise<void> {
  if (change.kind === 'resource') {
    for (const [uri, { heardAs }] of session.subscriptions)
      if (heardAs === change.uri) await session.server.sendResourceUpdated({ uri });
    return;
  }
  if (change.kind === 'tools') return session.server.sendToolListChanged();
  if (change.kind === 'prompts') return session.server.sendPromptListChanged();
  return session.server.sendResourceListChanged();
}
