import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../common/request-context.js';
import {
  PII_POLICY_METADATA,
  PiiRejectedError,
  PolicyEnforcer,
  type ResolvedPiiPolicy,
} from '../../security/index.js';
import type { DeclaredPrompt } from '../registry/declared-prompt.js';

/** Suggestions for arguments of prompts. They leave by another way than results, and meet the same policy. */
@Injectable()
export class Completions {
  constructor(private readonly enforcer: PolicyEnforcer) {}

  /**
   * What the prompt suggests for the argument; nothing when it has no completion.
   *
   * @throws PiiRejectedError when its policy admits no personal data and there is some.
   */
  async of(prompt: DeclaredPrompt, argument: string, value: string): Promise<readonly string[]> {
    const { instance } = prompt;
    if (instance.complete === undefined) return [];
    const protect = this.protectionOf(prompt);
    const begun = (protect({ [argument]: value }, 'in') as Record<string, string>)[argument] ?? '';
    return protect(await instance.complete(argument, begun), 'out') as readonly string[];
  }

  private protectionOf(prompt: DeclaredPrompt): (value: unknown, direction: 'in' | 'out') => unknown {
    const policy = policyOf(prompt);
    const decisions = RequestContext.current()?.piiDecisions;
    return (value, direction) => {
      const enforced = this.enforcer.enforce(value, policy, direction, `prompt:${prompt.name}`);
      decisions?.push(enforced.decision);
      if (enforced.rejected.length > 0) throw new PiiRejectedError(enforced.rejected);
      return enforced.value;
    };
  }
}

/** The registry lets no prompt without a policy through. */
function policyOf({ instance, method }: DeclaredPrompt): ResolvedPiiPolicy {
  const handler = (instance as unknown as Record<string, object>)[method] as object;
  return [handler, instance.constructor]
    .map((target) => Reflect.getMetadata(PII_POLICY_METADATA, target) as ResolvedPiiPolicy | undefined)
    .find((policy) => policy !== undefined) as ResolvedPiiPolicy;
}
