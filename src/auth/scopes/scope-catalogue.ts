/** A scope as the authority needs it. */
export interface ScopeDefinition {
  readonly name: string;
  readonly descriptionEn: string;
  readonly descriptionKo: string;
  /** Implied by every other scope. */
  readonly baseline: boolean;
  /** Implied directly; the closure is the hierarchy's business. */
  readonly implies: readonly string[];
}

export interface RoleDefinition {
  readonly name: string;
  /** Holds every scope there is. */
  readonly everyScope: boolean;
  readonly scopes: readonly string[];
}

export interface ScopeDefinitions {
  readonly scopes: readonly ScopeDefinition[];
  readonly roles: readonly RoleDefinition[];
}

/** Where scopes, their hierarchy and roles are kept. */
export abstract class ScopeCatalogue {
  /** @throws ServiceUnavailableError when the database does not answer. */
  abstract load(): Promise<ScopeDefinitions>;
}
