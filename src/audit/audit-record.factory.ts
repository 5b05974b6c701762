import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import type { PolicyDecision } from '../common/policy-decision.js';
import { RequestContext } from '../common/request-context.js';
import { randomUuid } from '../security/index.js';
import type { AuditActor, AuditEvent } from './audit-event.js';
import type { NewAuditRecord } from './audit-record.entity.js';
import { Masker } from './masker.js';
import { toPlainText } from './plain-text.js';
import { scrubDetails } from './scrub-details.js';

const MAX_IDENTIFIER = 256;
const MAX_REASON = 64;
const MAX_DECISIONS = 32;
const MAX_FINDINGS = 100;
const MAX_SCOPES = 50;
const NO_DECISIONS: readonly PolicyDecision[] = [];

/** Makes the record of an event: adds what the request tells, and scrubs what callers put in. */
@Injectable()
export class AuditRecordFactory {
  constructor(
    private readonly clock: Clock,
    private readonly masker: Masker,
  ) {}

  create(event: AuditEvent, context: RequestContext | undefined = RequestContext.current()): NewAuditRecord {
    const actor = event.actor ?? actorOf(context);
    const piiDecisions = this.decisions(context);
    return {
      id: randomUuid(),
      eventType: event.eventType,
      occurredAt: this.clock.now(),
      actorKind: actor?.kind ?? null,
      actorSubject: actor === undefined ? null : toPlainText(actor.subject, MAX_IDENTIFIER),
      actorTokenId: actor?.tokenId ?? null,
      clientId: this.client(event, context),
      targetType: event.target?.type ?? null,
      targetId: event.target === undefined ? null : this.clean(event.target.id),
      sourceAddress: context?.source.address ?? null,
      sourceUserAgent: context === undefined ? null : this.clean(context.source.userAgent),
      outcome: event.outcome,
      reason: event.reason === undefined ? null : toPlainText(event.reason, MAX_REASON),
      traceId: context?.trace.traceId ?? null,
      correlationId: context === undefined ? null : this.clean(context.correlationId),
      containsPii: piiDecisions.some(({ findings }) => findings.length > 0),
      piiDecisions,
      details:
        event.details === undefined ? null : scrubDetails(event.details, (text) => this.masker.mask(text)),
    };
  }

  /** A client id proved by a token stands as it is; one that was merely claimed may be anything. */
  private client(event: AuditEvent, context: RequestContext | undefined): string | null {
    if (event.client !== undefined) return this.clean(event.client);
    return context?.principal?.clientId ?? null;
  }

  private clean(text: string): string {
    return this.masker.mask(toPlainText(text, MAX_IDENTIFIER));
  }

  /** Findings point at members by name, and a name can be personal data itself. */
  private decisions(context: RequestContext | undefined): readonly PolicyDecision[] {
    if (context === undefined || context.piiDecisions.length === 0) return NO_DECISIONS;
    return context.piiDecisions.slice(0, MAX_DECISIONS).map((decision) => ({
      direction: decision.direction,
      action: decision.action,
      policyVersion: decision.policyVersion,
      findings: decision.findings
        .slice(0, MAX_FINDINGS)
        .map(({ path, entityType, score, action, fieldAt }) => ({
          path: this.clean(path),
          entityType,
          score,
          action,
          fieldAt,
        })),
      purposes: decision.purposes,
      revealedFrom: decision.revealedFrom,
      scopes: decision.findings.length === 0 ? undefined : context.principal?.scopes.slice(0, MAX_SCOPES),
    }));
  }
}

function actorOf(context: RequestContext | undefined): AuditActor | undefined {
  const principal = context?.principal;
  return principal && { kind: principal.kind, subject: principal.subject, tokenId: principal.tokenId };
}
