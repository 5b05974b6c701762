import type { ScopeDefinitions, ScopeDefinition } from './scope-catalogue.js';

/** Which scopes a scope or role brings along. Computed once from its definitions, then only read. */
export class ScopeHierarchy {
  private readonly closures: ReadonlyMap<string, ReadonlySet<string>>;
  private readonly roles: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(readonly definitions: ScopeDefinitions) {
    const byName = new Map(definitions.scopes.map((scope) => [scope.name, scope]));
    const baseline = definitions.scopes.filter((scope) => scope.baseline).map((scope) => scope.name);
    this.closures = new Map([...byName.keys()].map((name) => [name, closureOf(name, byName, baseline)]));
    this.roles = new Map(
      definitions.roles.map((role) => [
        role.name,
        this.expand(role.everyScope ? byName.keys() : role.scopes),
      ]),
    );
  }

  /** The scopes themselves and everything they imply. A scope nobody defined implies nothing but itself. */
  expand(scopes: Iterable<string>): ReadonlySet<string> {
    const expanded = new Set<string>();
    for (const scope of scopes) {
      for (const implied of this.closures.get(scope) ?? [scope]) expanded.add(implied);
    }
    return expanded;
  }

  /** Everything the roles bring; an unknown role brings nothing. */
  scopesOfRoles(roles: Iterable<string>): ReadonlySet<string> {
    const scopes = new Set<string>();
    for (const role of roles) {
      for (const scope of this.roles.get(role) ?? []) scopes.add(scope);
    }
    return scopes;
  }

  /** How many scopes it brings along: the measure of "least" among alternatives. */
  breadth(scope: string): number {
    return this.closures.get(scope)?.size ?? 1;
  }

  has(scope: string): boolean {
    return this.closures.has(scope);
  }
}

/** Breadth first with a visited set: a cycle in the table makes its members equal instead of hanging the service. */
function closureOf(
  name: string,
  byName: ReadonlyMap<string, ScopeDefinition>,
  baseline: readonly string[],
): ReadonlySet<string> {
  const closure = new Set([name, ...baseline]);
  for (const reached of closure) {
    for (const implied of byName.get(reached)?.implies ?? []) closure.add(implied);
  }
  return closure;
}
