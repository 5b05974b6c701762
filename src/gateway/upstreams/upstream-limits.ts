import { COUNTED_BY, type CallLimits, type ToolRule } from '../../config/index.js';
import type { CallLimit } from '../../mcp/index.js';

/** How often what one upstream offers may be called. */
export class UpstreamLimits {
  /** Of all that is called there. */
  readonly general: readonly CallLimit[];

  constructor(
    private readonly upstream: string,
    limits: CallLimits,
  ) {
    this.general = limitsOf(upstream, limits);
  }

  /**
   * The general ones, and those of the rule: the tools that it is about are counted together.
   *
   * @param rule that is about the tool; undefined when none is.
   */
  ofTool(rule: ToolRule | undefined): readonly CallLimit[] {
    if (rule === undefined) return this.general;
    return [...this.general, ...limitsOf(`${this.upstream}/${rule.name}`, rule.rateLimits)];
  }
}

function limitsOf(name: string, limits: CallLimits): CallLimit[] {
  return COUNTED_BY.flatMap((countedBy) => {
    const perMinute = limits[countedBy];
    return perMinute === undefined ? [] : [{ name, countedBy, perMinute }];
  });
}
