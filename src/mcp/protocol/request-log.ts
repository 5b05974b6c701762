import type { AuditTarget, AuditTrail } from '../../audit/index.js';

/** Records MCP requests that are not calls of a handler; those are recorded by the pipeline they run through. */
export class RequestLog {
  constructor(
    private readonly trail: AuditTrail,
    /** The server behind the endpoint; undefined for our own. */
    private readonly upstream?: string,
  ) {}

  succeeded(method: string): Promise<void> {
    return this.trail.record({
      eventType: 'mcp.requested',
      outcome: 'success',
      target: this.targetOf(method),
    });
  }

  /** @param reason a code; what the caller asked for may be personal and stays out. */
  failed(method: string, reason: string): Promise<void> {
    return this.trail.record({
      eventType: 'mcp.requested',
      outcome: 'failure',
      reason,
      target: this.targetOf(method),
    });
  }

  denied(method: string, reason: string): Promise<void> {
    return this.trail.record({
      eventType: 'mcp.denied',
      outcome: 'denied',
      reason,
      target: this.targetOf(method),
    });
  }

  /** As tools of the server are named in records. */
  private targetOf(method: string): AuditTarget {
    return { type: 'method', id: this.upstream === undefined ? method : `${this.upstream}/${method}` };
  }
}
