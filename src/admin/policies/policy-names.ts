import { Injectable } from '@nestjs/common';
import { ScopeAuthority } from '../../auth/index.js';
import { PolicyOrigins, SELECTORS, type KnownNames, type Selector } from '../../security/pii/index.js';
import { RouteOrigins } from './route-origins.js';

/** What policy files may name in this application. To be asked once tools and routes have been found. */
@Injectable()
export class PolicyNames {
  private uncheckedRoutes: readonly string[] | undefined;

  constructor(
    private readonly origins: PolicyOrigins,
    private readonly routes: RouteOrigins,
    private readonly scopes: ScopeAuthority,
  ) {}

  known(): KnownNames {
    this.uncheckedRoutes ??= this.routes.register();
    return {
      origins: {
        tools: this.namesOf('tools'),
        routes: this.namesOf('routes'),
        resources: this.namesOf('resources'),
        prompts: this.namesOf('prompts'),
        // Upstreams come and go while the service runs.
        upstreams: undefined,
      },
      scopes: this.scopes.definitions().map(({ name }) => name),
      uncheckedRoutes: this.uncheckedRoutes,
    };
  }

  private namesOf(selector: Selector): string[] {
    return this.origins.all.filter(({ kind }) => kind === SELECTORS[selector]).map(({ name }) => name);
  }
}
