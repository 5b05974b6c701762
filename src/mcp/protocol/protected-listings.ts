import { Injectable } from '@nestjs/common';
import {
  ActivePolicies,
  generalPolicy,
  PolicyEnforcer,
  PolicyOrigins,
  ScanLimitError,
  type ResolvedPiiPolicy,
} from '../../security/index.js';
import type { Served } from '../registry/served.js';
import type { CallChannel } from './call-channel.js';

/**
 * What lists tell of tools, resources and prompts: names, descriptions, schemas. They are written by whoever declares
 * them and leave like results, so they meet the same policy; once for each version of it, because they seldom change.
 */
@Injectable()
export class ProtectedListings {
  private readonly known = new WeakMap<ResolvedPiiPolicy, WeakMap<object, object>>();

  constructor(
    private readonly enforcer: PolicyEnforcer,
    private readonly policies: ActivePolicies,
    private readonly origins: PolicyOrigins,
  ) {}

  /** The entries that may be shown, as the policies leave them: what a policy rejects or cannot check is not listed. */
  of<Each extends Served, Entry extends object>(
    served: readonly Each[],
    entryOf: (each: Each) => Entry,
    channel: CallChannel,
  ): Entry[] {
    return served.flatMap((each) => this.protect(each, entryOf(each), channel) ?? []);
  }

  /** What is said of one; undefined when its policy rejects that. */
  protect<Entry extends object>({ origin }: Served, entry: Entry, channel: CallChannel): Entry | undefined {
    const registered = this.origins.get(origin)?.policy;
    // The registry serves nothing without a policy.
    if (registered === undefined) return undefined;
    const policy = generalPolicy(this.policies.of(origin, registered, channel.principal.scopes));
    const known = this.known.get(policy) ?? new WeakMap<object, object>();
    this.known.set(policy, known);
    const safe = known.get(entry) ?? this.enforce(entry, policy, origin);
    known.set(entry, safe);
    return safe === REJECTED ? undefined : (safe as Entry);
  }

  /** One that is too large or too deep must not take all others of the list along. */
  private enforce(entry: object, policy: ResolvedPiiPolicy, origin: string): object {
    try {
      const { value, rejected } = this.enforcer.enforce(entry, policy, 'out', origin);
      return rejected.length > 0 ? REJECTED : (value as object);
    } catch (error) {
      if (error instanceof ScanLimitError) return REJECTED;
      throw error;
    }
  }
}

const REJECTED = {};
