import type { ScopeRequirement } from '../../common/scopes.decorator.js';
import type { CallLimits } from './call-limits.js';
import type { PolicyDeclaration, RelayConfiguration } from './relay.js';

/** Reverse proxies that can ask for a verdict; each says in its own way which method the original request has. */
export const FORWARD_AUTH_PROXIES = ['nginx', 'caddy', 'haproxy', 'traefik', 'envoy'] as const;
export type ForwardAuthProxy = (typeof FORWARD_AUTH_PROXIES)[number];

/** What the tools with this name, or whose names match this pattern, ask of a token. */
export interface ToolRule {
  /** `*` stands for any characters. */
  readonly name: string;
  readonly requirement: ScopeRequirement;
  /** In place of the server's own; relayed servers only. */
  readonly policy: PolicyDeclaration | undefined;
  /** Of the tools it is about together, beside the server's own; relayed servers only. */
  readonly rateLimits: CallLimits;
}

/** An MCP server that Gatehouse guards: by verdicts for the proxy in front of it, or by relaying all that is said. */
export interface UpstreamConfiguration {
  /** Part of the URL its proxy asks at, or of its endpoint's, and of its metadata's. */
  readonly name: string;
  readonly title: string;
  /**
   * RFC 9728 §1.2 resource identifier: the URL at which clients reach it; tokens must name it. Undefined for a relayed
   * server, which is reached below our own public URL.
   */
  readonly resource: string | undefined;
  /** What every request asks for, and all that tools without a rule do. Names nothing where only the rules do. */
  readonly requirement: ScopeRequirement;
  readonly tools: readonly ToolRule[];
  readonly forwardAuth: ForwardAuthConfiguration | undefined;
  readonly relay: RelayConfiguration | undefined;
}

export interface ForwardAuthConfiguration {
  readonly proxy: ForwardAuthProxy;
  /** Whether the server compares the `Mcp-*` headers with the body, as MCP 2026-07-28 demands. */
  readonly bindsHeaders: boolean;
}
