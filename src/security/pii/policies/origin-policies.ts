import { applicablePolicy, isAbout } from './file/apply-file.js';
import type { OriginSelector, PolicyFile } from './file/file-rule.js';
import type { ResolvedPiiPolicy } from './pii-policy.js';

/** Whether scopes as granted include one, the hierarchy considered. */
export type ScopeTest = (granted: readonly string[], scope: string) => boolean;

const NO_SCOPES: readonly string[] = [];

/** The policies of one origin: one for all callers, or one for each set of scopes that rules ask for. */
export class OriginPolicies {
  /** Scopes that some rule of the origin asks for. */
  private readonly decisive: readonly string[];
  private readonly variants = new Map<string, ResolvedPiiPolicy>();
  /** A caller that comes again brings the very list. */
  private known = new WeakMap<readonly string[], ResolvedPiiPolicy>();

  constructor(
    private readonly declared: ResolvedPiiPolicy,
    private readonly selector: OriginSelector,
    private readonly file: PolicyFile,
    private readonly isHeld: ScopeTest,
  ) {
    const rules = file.rules.filter((rule) => isAbout(rule, selector));
    this.decisive = [...new Set(rules.flatMap(({ scopes }) => scopes))];
  }

  /** What applies to a caller with these scopes. */
  of(granted: readonly string[] = NO_SCOPES): ResolvedPiiPolicy {
    const known = this.known.get(granted);
    if (known !== undefined) return known;
    const held = this.decisive.filter((scope) => this.isHeld(granted, scope));
    const policy = this.variantOf(held);
    this.known.set(granted, policy);
    return policy;
  }

  private variantOf(held: readonly string[]): ResolvedPiiPolicy {
    const key = held.join(' ');
    const known = this.variants.get(key);
    if (known !== undefined) return known;
    const policy = applicablePolicy(this.declared, this.file, this.selector, new Set(held));
    this.variants.set(key, policy);
    return policy;
  }
}
