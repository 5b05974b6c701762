import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PolicyDecision } from '../common/policy-decision.js';
import type { AuditActor, AuditOutcome, JsonValue } from './audit-event.js';

/** One row of the append-only trail; names after NIST SP 800-53 AU-3. */
@Entity({ name: 'audit_records' })
export class AuditRecord {
  /** Order of insertion, made by the database; a bigint, hence text. */
  @Column({ type: 'bigint', generated: 'identity', generatedIdentity: 'ALWAYS' })
  sequence!: string;

  /** Made before insertion, so that an insert of unknown fate can be repeated without a duplicate. */
  @PrimaryColumn({ type: 'uuid' })
  id!: string;

  @Column({ name: 'event_type', type: 'text' })
  eventType!: string;

  @Column({ name: 'occurred_at', type: 'timestamptz' })
  occurredAt!: Date;

  @Column({ name: 'actor_kind', type: 'text', nullable: true })
  actorKind!: AuditActor['kind'] | null;

  @Column({ name: 'actor_subject', type: 'text', nullable: true })
  actorSubject!: string | null;

  @Column({ name: 'actor_token_id', type: 'text', nullable: true })
  actorTokenId!: string | null;

  @Column({ name: 'client_id', type: 'text', nullable: true })
  clientId!: string | null;

  @Column({ name: 'target_type', type: 'text', nullable: true })
  targetType!: string | null;

  @Column({ name: 'target_id', type: 'text', nullable: true })
  targetId!: string | null;

  @Column({ name: 'source_address', type: 'text', nullable: true })
  sourceAddress!: string | null;

  @Column({ name: 'source_user_agent', type: 'text', nullable: true })
  sourceUserAgent!: string | null;

  @Column({ type: 'text' })
  outcome!: AuditOutcome;

  @Column({ type: 'text', nullable: true })
  reason!: string | null;

  @Column({ name: 'trace_id', type: 'text', nullable: true })
  traceId!: string | null;

  @Column({ name: 'correlation_id', type: 'text', nullable: true })
  correlationId!: string | null;

  @Column({ name: 'contains_pii', type: 'boolean' })
  containsPii!: boolean;

  /** Types, paths and scores, never values. */
  @Column({ name: 'pii_decisions', type: 'jsonb' })
  piiDecisions!: readonly PolicyDecision[];

  @Column({ type: 'jsonb', nullable: true })
  details!: { readonly [name: string]: JsonValue } | null;
}

/** A record before the database has given it its place. */
export type NewAuditRecord = Readonly<Omit<AuditRecord, 'sequence'>>;
