import type { ClientCapabilities, LoggingLevel } from '@modelcontextprotocol/server';
import type { McpCall } from '../../common/mcp-call.js';
import type { Principal } from '../../common/principal.js';
import type { CallChannel } from '../protocol/call-channel.js';
import type { ChangeNotices } from '../protocol/change-notices.js';
import { InputAnswers } from './input-answers.js';
import type { McpChange } from './mcp-context.js';
import type { RelayContext } from './relay-context.js';

/** RFC 5424 §6.2.1, least severe first. */
const LEVELS: readonly LoggingLevel[] = [
  'debug',
  'info',
  'notice',
  'warning',
  'error',
  'critical',
  'alert',
  'emergency',
];

/** The context of one call: everything it sends passes the call's outgoing policy first. */
export class CallContext implements RelayContext {
  constructor(
    readonly call: McpCall,
    /** What the handler left itself in an earlier round. */
    private readonly state: unknown,
    private readonly channel: CallChannel,
    private readonly changes: ChangeNotices,
  ) {}

  get principal(): Principal {
    return this.channel.principal;
  }

  /** Read when it is asked for: after the policy has passed over what the client answered. */
  get answers(): InputAnswers {
    return new InputAnswers(this.call.answers, this.state);
  }

  get signal(): AbortSignal {
    return this.channel.signal;
  }

  get clientCapabilities(): ClientCapabilities {
    return this.channel.clientCapabilities;
  }

  async reportProgress(progress: number, total?: number, message?: string): Promise<void> {
    const { progressToken } = this.channel;
    if (progressToken === undefined) return;
    const report = await this.protect({
      progress,
      ...(total !== undefined && { total }),
      ...(message !== undefined && { message }),
    });
    await this.channel.notify('notifications/progress', { progressToken, ...report });
  }

  async log(level: LoggingLevel, data: unknown, logger?: string): Promise<void> {
    const { logLevel } = this.channel;
    if (logLevel === undefined || LEVELS.indexOf(level) < LEVELS.indexOf(logLevel)) return;
    const message = await this.protect({ ...(logger !== undefined && { logger }), data });
    await this.channel.notify('notifications/message', { level, ...message });
  }

  get isStateless(): boolean {
    return this.channel.isStateless;
  }

  get staysOpen(): boolean {
    return this.channel.staysOpen;
  }

  get wantsProgress(): boolean {
    return this.channel.progressToken !== undefined;
  }

  get logLevel(): LoggingLevel | undefined {
    return this.channel.logLevel;
  }

  get meta(): Readonly<Record<string, unknown>> | undefined {
    return this.call.meta;
  }

  get responses(): Readonly<Record<string, unknown>> | undefined {
    return this.call.answers;
  }

  async forward(
    method: 'notifications/progress' | 'notifications/message',
    params: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    if (method === 'notifications/message') return this.forwardMessage(params);
    const { progressToken } = this.channel;
    if (progressToken === undefined) return;
    await this.channel.notify(method, { ...(await this.protect(params)), progressToken });
  }

  private async forwardMessage(params: Readonly<Record<string, unknown>>): Promise<void> {
    const level = params['level'] as LoggingLevel;
    const { logLevel } = this.channel;
    if (logLevel === undefined || LEVELS.indexOf(level) < LEVELS.indexOf(logLevel)) return;
    await this.channel.notify('notifications/message', await this.protect(params));
  }

  announceChange(change: McpChange): void {
    this.changes.announce(change);
  }

  /** Fails closed: while no policy is in force, nothing leaves. */
  private async protect<T extends object>(value: T): Promise<T & Record<string, unknown>> {
    if (this.call.protectOutbound === undefined) {
      throw new Error(
        `No policy is in force for ${this.call.kind} ${this.call.name}: nothing may leave beside its result`,
      );
    }
    return (await this.call.protectOutbound(value)) as T & Record<string, unknown>;
  }
}
