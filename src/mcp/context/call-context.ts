import type { ClientCapabilities, LoggingLevel } from '@modelcontextprotocol/server';
import type { McpCall } from '../../common/mcp-call.js';
import type { Principal } from '../../common/principal.js';
import type { CallChannel } from '../protocol/call-channel.js';
import type { ChangeNotices } from '../protocol/change-notices.js';
import type { InputAnswers } from './input-answers.js';
import type { McpChange, McpContext } from './mcp-context.js';

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
export class CallContext implements McpContext {
  constructor(
    readonly call: McpCall,
    readonly answers: InputAnswers,
    private readonly channel: CallChannel,
    private readonly changes: ChangeNotices,
  ) {}

  get principal(): Principal {
    return this.channel.principal;
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
    const report = this.protect({
      progress,
      ...(total !== undefined && { total }),
      ...(message !== undefined && { message }),
    });
    await this.channel.notify('notifications/progress', { progressToken, ...report });
  }

  async log(level: LoggingLevel, data: unknown, logger?: string): Promise<void> {
    const { logLevel } = this.channel;
    if (logLevel === undefined || LEVELS.indexOf(level) < LEVELS.indexOf(logLevel)) return;
    const { data: protectedData } = this.protect({ data });
    await this.channel.notify('notifications/message', {
      level,
      ...(logger !== undefined && { logger }),
      data: protectedData,
    });
  }

  announceChange(change: McpChange): void {
    this.changes.announce(change);
  }

  /** Fails closed: while no policy is in force, nothing leaves. */
  private protect<T extends object>(value: T): T {
    if (this.call.protectOutbound === undefined) {
      throw new Error(
        `No policy is in force for ${this.call.kind} ${this.call.name}: nothing may leave beside its result`,
      );
    }
    return this.call.protectOutbound(value) as T;
  }
}
