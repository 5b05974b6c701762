import type { ScopeRequirement } from '../../../common/scopes.decorator.js';
import type { CallLimit } from '../../../mcp/index.js';
import type { ResolvedPiiPolicy } from '../../../security/index.js';

/** What holds for something of an upstream. */
export interface RelayedOrigin {
  readonly upstream: string;
  readonly requirement: ScopeRequirement;
  /** Under which its policy is registered. */
  readonly origin: string;
  readonly policy: ResolvedPiiPolicy;
  readonly limits: readonly CallLimit[];
  /** Whether the upstream may answer with questions. */
  readonly isInteractive: boolean;
}
