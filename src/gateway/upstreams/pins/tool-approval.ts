import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../../audit/index.js';
import { ProblemError } from '../../../common/problem-error.js';
import { RequestContext } from '../../../common/request-context.js';
import { Configuration } from '../../../config/index.js';
import { ChangeFeed, Transactions } from '../../../database/index.js';
import { UpstreamToolRows, type PinCount, type PinnedTool } from './upstream-tools.repository.js';

/** A relayed upstream as it is declared, and how many of its tools are approved. */
export interface UpstreamSummary extends PinCount {
  readonly way: 'http' | 'stdio';
}

/** What operators do with the tools of upstreams. */
@Injectable()
export class ToolApproval {
  constructor(
    private readonly rows: UpstreamToolRows,
    private readonly transactions: Transactions,
    private readonly feed: ChangeFeed,
    private readonly audit: AuditTrail,
    private readonly configuration: Configuration,
  ) {}

  async upstreams(): Promise<UpstreamSummary[]> {
    const counts = new Map((await this.rows.count()).map((count) => [count.upstream, count]));
    return this.configuration.upstreams.flatMap(({ name, relay }) => {
      if (relay === undefined) return [];
      const { approved = 0, pending = 0 } = counts.get(name) ?? {};
      return [{ upstream: name, way: relay.transport.kind, approved, pending }];
    });
  }

  /** Empty until the service has asked the server for the first time. @throws ProblemError 404 */
  tools(upstream: string): Promise<PinnedTool[]> {
    this.assertDeclared(upstream);
    return this.rows.list(upstream);
  }

  /**
   * Approves what waits, as it is now.
   *
   * @param names undefined for all that wait.
   * @throws ProblemError 404 for an upstream that is not declared, and when one of the names does not wait.
   */
  async approve(upstream: string, names: readonly string[] | undefined): Promise<string[]> {
    this.assertDeclared(upstream);
    const by = RequestContext.principal()?.subject ?? 'unknown';
    return this.transactions.run(async (transaction) => {
      const approved = await this.rows.approve(transaction, upstream, names, by);
      const missing = (names ?? []).filter((name) => !approved.includes(name));
      if (missing.length > 0) throw nothingWaits(missing);
      for (const name of approved)
        await this.audit.recordWithin(transaction, {
          eventType: 'upstream-tool.approved',
          outcome: 'success',
          target: { type: 'tool', id: `${upstream}/${name}` },
        });
      await this.feed.announce(transaction, 'upstreams');
      return approved;
    });
  }

  private assertDeclared(upstream: string): void {
    const isDeclared = this.configuration.upstreams.some(
      ({ name, relay }) => name === upstream && relay !== undefined,
    );
    if (isDeclared) return;
    throw new ProblemError(
      { status: 404, code: 'unknown-upstream', title: 'Not Found' },
      `UPSTREAMS_FILE declares no MCP server ${upstream} that is relayed.`,
    );
  }
}

function nothingWaits(names: readonly string[]): ProblemError {
  return new ProblemError(
    { status: 404, code: 'nothing-to-approve', title: 'Nothing To Approve' },
    `Nothing waits for approval under the names ${names.join(', ')}.`,
  );
}
