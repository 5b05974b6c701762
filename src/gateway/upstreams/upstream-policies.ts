import type { PiiPolicyDeclaration, PolicyOrigins, ResolvedPiiPolicy } from '../../security/index.js';
import { StartRefusal } from '../../common/start-refusal.js';
import type { PolicyDeclaration, ToolRule } from '../../config/index.js';
import { resolvePolicy } from '../../security/pii/index.js';

export interface UpstreamPolicy {
  /** As policy files select it: `upstreams: [crm]`, or `crm/delete_*` for a rule with a policy of its own. */
  readonly origin: string;
  readonly policy: ResolvedPiiPolicy;
}

/** What UPSTREAMS_FILE says about personal data in what one upstream is sent and sends. */
export class UpstreamPolicies {
  private readonly own: UpstreamPolicy;
  private readonly byRule: ReadonlyMap<string, UpstreamPolicy>;

  /** @throws StartRefusal naming what is wrong with a policy. */
  constructor(
    { name, rules }: { readonly name: string; readonly rules: readonly ToolRule[] },
    declared: PolicyDeclaration,
    origins: PolicyOrigins,
  ) {
    const register = (of: string, declaration: PolicyDeclaration): UpstreamPolicy => {
      const policy = resolve(of, declaration);
      const origin = `upstream:${of}`;
      origins.register({ origin, kind: 'upstream', name: of, policy });
      return { origin, policy };
    };
    this.own = register(name, declared);
    this.byRule = new Map(
      rules.flatMap(({ name: rule, policy }) =>
        policy === undefined ? [] : [[rule, register(`${name}/${rule}`, policy)] as const],
      ),
    );
  }

  /** Of everything that no rule with a policy is about. */
  get general(): UpstreamPolicy {
    return this.own;
  }

  /** @param rule that is about the tool; undefined when none is. */
  ofTool(rule: ToolRule | undefined): UpstreamPolicy {
    return (rule === undefined ? undefined : this.byRule.get(rule.name)) ?? this.own;
  }
}

function resolve(of: string, declaration: PolicyDeclaration): ResolvedPiiPolicy {
  try {
    return resolvePolicy(declaration as PiiPolicyDeclaration);
  } catch (error) {
    const reason = (error as Error).message.replace('@PiiPolicy(): ', '');
    throw new UpstreamPolicyError(`UPSTREAMS_FILE: pii of ${of}: ${reason}`);
  }
}

/** A policy that cannot be applied. */
class UpstreamPolicyError extends StartRefusal {}
