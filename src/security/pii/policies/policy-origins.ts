import { Injectable } from '@nestjs/common';
import type { OriginKind } from './file/file-rule.js';
import type { ResolvedPiiPolicy } from './pii-policy.js';

/** Something whose data is checked, and what it declares. */
export interface PolicyOrigin {
  /** As encrypted values are bound to it: `tool:create_ticket`, `route:VisitorsController.list`. */
  readonly origin: string;
  readonly kind: OriginKind;
  /** As policy files and audit records name it: `create_ticket`, `GET /visitors`. */
  readonly name: string;
  readonly policy: ResolvedPiiPolicy;
}

/** Every origin of the application. Whoever finds tools, routes and the like at the boot registers them here. */
@Injectable()
export class PolicyOrigins {
  private readonly origins = new Map<string, PolicyOrigin>();

  register(origin: PolicyOrigin): void {
    this.origins.set(origin.origin, origin);
  }

  get(origin: string): PolicyOrigin | undefined {
    return this.origins.get(origin);
  }

  get all(): readonly PolicyOrigin[] {
    return [...this.origins.values()];
  }
}
