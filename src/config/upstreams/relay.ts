import type { PiiAction } from '../../common/policy-decision.js';
import type { CallLimits } from './call-limits.js';
import type { ScopeRequirement } from '../../common/scopes.decorator.js';
import type { AuthorizedIdentity } from './authorization.js';

/** `auto` asks the server; the others spare the question. */
export const UPSTREAM_REVISIONS = ['auto', 'legacy', '2026-07-28'] as const;
export type UpstreamRevision = (typeof UPSTREAM_REVISIONS)[number];

/** Whom a connection serves: everybody, or one caller. */
export const CONNECTION_SHARING = ['shared', 'caller'] as const;
export type ConnectionSharing = (typeof CONNECTION_SHARING)[number];

/** What a server of a 2025 revision may ask the client in the middle of a call; those of 2026-07-28 ask in results. */
export const ASKABLE = ['elicitation', 'sampling', 'roots'] as const;
export type Askable = (typeof ASKABLE)[number];

/**
 * What proves to the server that we ask: nothing, a secret, the caller's identity signed, or a token of an authorization
 * server, which is ours, the caller's by exchange, or the person's own by their consent. Never the caller's token.
 */
export const UPSTREAM_IDENTITIES = [
  'none',
  'static',
  'signed',
  'client_credentials',
  'token_exchange',
  'per_person',
] as const;
export type UpstreamIdentity = (typeof UPSTREAM_IDENTITIES)[number];
/** What tells the server who calls, so that a connection can be one caller's only. */
export const IDENTITIES_OF_CALLERS: readonly UpstreamIdentity[] = ['signed', 'token_exchange', 'per_person'];

/** Whether the first list of tools is taken as approved, or waits for somebody to approve it. */
export const APPROVALS = ['first-use', 'manual'] as const;
export type Approval = (typeof APPROVALS)[number];

/** What a file says about personal data; the same as `@PiiPolicy` takes. */
export type PolicyDeclaration = PiiAction | Readonly<Record<string, unknown>>;

export interface HttpTransport {
  readonly kind: 'http';
  /** The MCP endpoint (Streamable HTTP). */
  readonly url: string;
  /** The operator says that the address is not public, or has no TLS, and is meant. */
  readonly isPrivate: boolean;
  readonly identity:
    | { readonly kind: 'none' | 'signed' }
    /** The value is a secret. */
    | { readonly kind: 'static'; readonly header: string; readonly value: string }
    | AuthorizedIdentity;
}

export interface StdioTransport {
  readonly kind: 'stdio';
  readonly command: string;
  readonly args: readonly string[];
  /** All that the child has of our environment: it holds keys and passwords. */
  readonly inherited: Readonly<Record<string, string>>;
  /** What the file declares beside it. Values may be secrets. */
  readonly env: Readonly<Record<string, string>>;
  readonly cwd: string | undefined;
}

/** How an MCP server is reached that Gatehouse stands in front of. */
export interface RelayConfiguration {
  readonly transport: HttpTransport | StdioTransport;
  readonly revision: UpstreamRevision;
  /** Before the names of its tools and prompts on `/mcp`; undefined when it is not there. */
  readonly prefix: string | undefined;
  /** Names of tools, or patterns with `*`; undefined for all that scopes are declared for. */
  readonly allowedTools: readonly string[] | undefined;
  readonly resources: ScopeRequirement;
  readonly prompts: ScopeRequirement;
  readonly policy: PolicyDeclaration;
  readonly connections: ConnectionSharing;
  readonly approval: Approval;
  /** What a server of a 2025 revision is told that clients can do. */
  readonly asks: readonly Askable[];
  /** Milliseconds. */
  readonly timeouts: {
    readonly connect: number;
    /** Until the answer of a call is complete. */
    readonly call: number;
    /** In which a server over HTTP may say nothing at all during a call. */
    readonly silence: number;
    /** Until a connection that nobody uses is closed. */
    readonly idle: number;
  };
  readonly limits: {
    /** Octets of one message of the server. */
    readonly messageBytes: number;
    /** Calls under way at once. */
    readonly concurrentCalls: number;
    /** Calls that wait for one of these to end; more are refused. */
    readonly queuedCalls: number;
    /** Connections at once, where each caller has one. */
    readonly connections: number;
  };
  /** Of all that is called there together. */
  readonly rateLimits: CallLimits;
  readonly breaker: { readonly failures: number; readonly openMs: number };
}
