import { Injectable } from '@nestjs/common';
import type { PolicyFile } from './file/file-rule.js';
import { OriginPolicies, type ScopeTest } from './origin-policies.js';
import type { ResolvedPiiPolicy } from './pii-policy.js';
import { PolicyOrigins, type PolicyOrigin } from './policy-origins.js';

/** The policies in force: what code declares, and what a policy file says about it. */
@Injectable()
export class ActivePolicies {
  private file: PolicyFile | undefined;
  private isHeld: ScopeTest = (granted, scope) => granted.includes(scope);
  private byOrigin = new Map<string, OriginPolicies>();

  constructor(private readonly origins: PolicyOrigins) {}

  /** Version of the policy file; undefined without one. */
  get fileVersion(): string | undefined {
    return this.file?.version;
  }

  /** From now on every new call meets this file; calls that have begun keep what they began with. */
  activate(file: PolicyFile | undefined): void {
    this.file = file;
    this.forget();
  }

  /** Who knows the hierarchy of scopes says how they compare; without it they are compared as they are. */
  compareScopesBy(isHeld: ScopeTest): void {
    this.isHeld = isHeld;
    this.forget();
  }

  /** To be called when scopes compare otherwise than before. */
  forget(): void {
    this.byOrigin = new Map();
  }

  /**
   * The policy of one call.
   *
   * @param declared what the handler declares, for origins that nobody registered.
   */
  of(origin: string, declared: ResolvedPiiPolicy, granted?: readonly string[]): ResolvedPiiPolicy {
    if (this.file === undefined) return this.origins.get(origin)?.policy ?? declared;
    return this.policiesOf(origin, declared, this.file).of(granted);
  }

  /** The policies of an origin that differ by the caller: without scopes, with each that rules ask for, with what one asks for. */
  variantsOf({ origin, policy }: PolicyOrigin): readonly ResolvedPiiPolicy[] {
    const asked = this.file?.rules.map((rule) => rule.scopes) ?? [];
    const granted = [[], ...[...new Set(asked.flat())].map((scope) => [scope]), ...asked];
    return [...new Set(granted.map((each) => this.of(origin, policy, each)))];
  }

  private policiesOf(origin: string, declared: ResolvedPiiPolicy, file: PolicyFile): OriginPolicies {
    const known = this.byOrigin.get(origin);
    if (known !== undefined) return known;
    const policies = this.build(origin, declared, file);
    this.byOrigin.set(origin, policies);
    return policies;
  }

  private build(origin: string, declared: ResolvedPiiPolicy, file: PolicyFile): OriginPolicies {
    const registered = this.origins.get(origin);
    const policy = registered?.policy ?? declared;
    return new OriginPolicies(policy, registered ?? selectorOf(origin), file, this.isHeld);
  }
}

/** Of an origin that nobody registered: rules can select it by the name it has as an origin. */
function selectorOf(origin: string) {
  const at = origin.indexOf(':');
  return { kind: origin.slice(0, at) as 'tool', name: origin.slice(at + 1) };
}
