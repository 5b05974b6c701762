import type { Transaction } from '../database/index.js';

export type JsonValue =
  | string
  | number
  | boolean
  | null
  | readonly JsonValue[]
  | { readonly [name: string]: JsonValue | undefined };

/**
 * Every event of the trail, `<noun>.<past participle>`, with the `event_type` its line in
 * `security_audit.log` carries. A new event is one line here.
 */
export const AUDIT_EVENTS = {
  'token.issued': 'token_request',
  'token.denied': 'token_request',
  'token.refreshed': 'token_request',
  'token.replayed': 'security_event',
  'token.revoked': 'token_request',
  'token.introspected': 'token_request',
  'token-family.revoked': 'token_request',
  'code.replayed': 'security_event',

  'authorization.requested': 'authorization',
  'authorization.granted': 'authorization',
  'authorization.denied': 'authorization',
  'consent.granted': 'authorization',
  'consent.revoked': 'authorization',
  'user.authenticated': 'authentication',
  'user.denied': 'authentication',
  'user.locked': 'security_event',
  'form.denied': 'security_event',
  'session.started': 'authentication',
  'session.ended': 'authentication',
  'password.changed': 'authentication',

  'route.accessed': 'route_access',
  'route.denied': 'route_access',
  'mcp.requested': 'mcp_request',
  'mcp.denied': 'mcp_request',
  'tool.called': 'tool_access',
  'tool.denied': 'tool_access',
  'resource.read': 'resource_access',
  'resource.denied': 'resource_access',
  'prompt.rendered': 'prompt_access',
  'prompt.denied': 'prompt_access',
  'upstream.declared': 'administration',
  'upstream.withdrawn': 'administration',
  'upstream.permitted': 'upstream_access',
  'upstream.denied': 'upstream_access',
  'upstream-grant.granted': 'authorization',
  'upstream-grant.denied': 'authorization',
  'upstream-grant.revoked': 'authorization',
  'upstream-client.registered': 'administration',
  'upstream-token.issued': 'token_request',
  'upstream-token.denied': 'token_request',
  'upstream-tool.approved': 'administration',
  'upstream-tool.quarantined': 'security_event',

  'pii.rejected': 'personal_data',
  'pii.analyzed': 'personal_data',
  'pii.anonymized': 'personal_data',
  'pii.deanonymized': 'personal_data',
  'policy.loaded': 'administration',
  'policy.reloaded': 'administration',
  'policy.disproved': 'security_event',
  'policy.proved': 'security_event',
  'pii.revealed': 'personal_data',
  'customer.stored': 'personal_data',

  'client.created': 'administration',
  'client.disabled': 'administration',
  'client.enabled': 'administration',
  'client.rotated': 'administration',
  'client.registered': 'administration',
  'client.updated': 'administration',
  'client.deleted': 'administration',
  'client.denied': 'administration',
  'registration-token.created': 'administration',
  'registration-token.revoked': 'administration',
  'user.created': 'administration',
  'user.updated': 'administration',
  'user.disabled': 'administration',
  'user.enabled': 'administration',
  'user.deleted': 'administration',
  'user.linked': 'administration',
  'user.unlinked': 'administration',
  'role.created': 'administration',
  'role.updated': 'administration',
  'api-key.created': 'administration',
  'api-key.revoked': 'administration',
  'key.created': 'administration',
  'key.rotated': 'administration',
  'key.retired': 'administration',
  'key.revoked': 'security_event',
  'ticket.created': 'business',
  'product.created': 'business',
  'product.deleted': 'business',

  'client.locked': 'security_event',
  'incident.recorded': 'security_event',
} as const satisfies Record<string, string>;

export type AuditEventType = keyof typeof AUDIT_EVENTS;
/** `event_type` of a line in the file. */
export type LineEventType = (typeof AUDIT_EVENTS)[AuditEventType];

export const AUDIT_OUTCOMES = ['success', 'failure', 'denied'] as const;
export type AuditOutcome = (typeof AUDIT_OUTCOMES)[number];

/** Who acted: the proved caller, an operator at the command line, or the service itself. */
export interface AuditActor {
  readonly kind: 'client' | 'user' | 'api-key' | 'operator' | 'system';
  readonly subject: string;
  /** `jti` of the token or id of the API key; never the credential. */
  readonly tokenId?: string;
}

/** What was acted upon, for example `{ type: 'tool', id: 'lookup_inventory' }`. */
export interface AuditTarget {
  readonly type: string;
  readonly id: string;
}

/**
 * A fact to record (NIST SP 800-53 AU-3). Source, correlation id, trace id and personal-data decisions
 * are added from the request being served; so are actor and client unless given.
 */
export interface AuditEvent {
  readonly eventType: AuditEventType;
  readonly outcome: AuditOutcome;
  /** Registered or snake_case code of why not, such as `insufficient_scope`; never free text of a caller. */
  readonly reason?: string;
  readonly target?: AuditTarget;
  readonly actor?: AuditActor;
  /** Client identifier, where no token proved one (token endpoint, command line). */
  readonly client?: string;
  /** Scrubbed before insertion: no secrets, personal data masked, bounded in size. */
  readonly details?: { readonly [name: string]: JsonValue | undefined };
}

/** Value of one column of a record, as `insertRecordFrom` takes it. */
export type RecordValue = string | boolean | null;

/** Where the service proves afterwards what happened. */
export abstract class AuditTrail {
  /**
   * Resolves once the record is committed. Records of concurrent requests share one insert, so never
   * call it inside an open transaction: the flush may be waiting for that very transaction's connection.
   *
   * @throws ServiceUnavailableError when the record cannot be committed in time (with AUDIT_ON_FAILURE=closed).
   */
  abstract record(event: AuditEvent): Promise<void>;

  /** Inserts in the caller's transaction, for a record that belongs to a state change. */
  abstract recordWithin(transaction: Transaction, event: AuditEvent): Promise<void>;

  /**
   * For a change that is one statement and carries the record along (see `insertRecordFrom`): both are committed or
   * neither, in one round trip.
   *
   * @param change runs the statement with the values of the record; undefined when it changed, and recorded, nothing
   */
  abstract recordInStatement<T>(
    event: AuditEvent,
    change: (record: readonly RecordValue[]) => Promise<T | undefined>,
  ): Promise<T | undefined>;
}
