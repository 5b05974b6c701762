import type { ScopeRequirement } from '../../common/scopes.decorator.js';
import type { ToolRule, UpstreamConfiguration } from '../../config/index.js';
import { toRegExp } from './name-pattern.js';

/** What the tools of one upstream ask for. The rule that says most about a name decides; without one, the upstream's own. */
export class ToolScopes {
  private readonly byName: ReadonlyMap<string, ToolRule>;
  private readonly patterns: readonly { readonly pattern: RegExp; readonly rule: ToolRule }[];

  constructor(private readonly upstream: Pick<UpstreamConfiguration, 'requirement' | 'tools'>) {
    const { tools } = upstream;
    const isPattern = ({ name }: ToolRule) => name.includes('*');
    this.byName = new Map(tools.filter((rule) => !isPattern(rule)).map((rule) => [rule.name, rule]));
    this.patterns = tools
      .filter(isPattern)
      .sort((a, b) => literalLength(b) - literalLength(a))
      .map((rule) => ({ pattern: toRegExp(rule.name), rule }));
  }

  requirementOf(tool: string): ScopeRequirement {
    return this.ruleOf(tool)?.requirement ?? this.upstream.requirement;
  }

  /** Undefined when only what the upstream asks for itself is about the tool. */
  ruleOf(tool: string): ToolRule | undefined {
    return this.byName.get(tool) ?? this.patterns.find(({ pattern }) => pattern.test(tool))?.rule;
  }

  /** What a caller needs who may call at least something there. */
  some(): ScopeRequirement {
    const { requirement, tools } = this.upstream;
    if (requirement.allOf.length + requirement.anyOf.length > 0) return requirement;
    const named = tools.flatMap(({ requirement: { allOf, anyOf } }) => [...allOf, ...anyOf]);
    return { allOf: [], anyOf: [...new Set(named)] };
  }

  /** What a caller needs who may call anything there. */
  all(): ScopeRequirement[] {
    const { tools, requirement } = this.upstream;
    return [requirement, ...tools.map((rule) => rule.requirement)];
  }
}

function literalLength({ name }: ToolRule): number {
  return name.replaceAll('*', '').length;
}
