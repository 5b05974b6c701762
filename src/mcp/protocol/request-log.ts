import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/index.js';

/** Records MCP requests that are not calls of a handler; those are recorded by the pipeline they run through. */
@Injectable()
export class RequestLog {
  constructor(private readonly trail: AuditTrail) {}

  succeeded(method: string): Promise<void> {
    return this.trail.record({
      eventType: 'mcp.requested',
      outcome: 'success',
      target: { type: 'method', id: method },
    });
  }

  /** @param reason a code; what the caller asked for may be personal and stays out. */
  failed(method: string, reason: string): Promise<void> {
    return this.trail.record({
      eventType: 'mcp.requested',
      outcome: 'failure',
      reason,
      target: { type: 'method', id: method },
    });
  }

  denied(method: string, reason: string): Promise<void> {
    return this.trail.record({
      eventType: 'mcp.denied',
      outcome: 'denied',
      reason,
      target: { type: 'method', id: method },
    });
  }
}
