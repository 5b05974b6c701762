import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import type { Principal } from '../../common/principal.js';
import { SCOPES_METADATA, type ScopeRequirement } from '../../common/scopes.decorator.js';
import { ChangeFeed } from '../../database/index.js';
import { ReloadOnChange } from '../reload-on-change.js';
import { identityScopesOf, isIdentityScope, type IdentityScopeHolder } from './identity-scopes.js';
import { ScopeCatalogue, type ScopeDefinition } from './scope-catalogue.js';
import { ScopeHierarchy } from './scope-hierarchy.js';

/** What a client may hold: the lists of its registration. */
export interface ScopeHolder {
  readonly scopes: readonly string[];
  readonly defaultScopes: readonly string[];
  readonly roles: readonly string[];
}

/**
 * The one place that compares scopes: token issuing, listing, calling and the `insufficient_scope`
 * challenge all ask it, so that they cannot disagree. Answers are synchronous, from a hierarchy that
 * is loaded at start and again whenever the tables change.
 */
@Injectable()
export class ScopeAuthority implements OnModuleInit, OnModuleDestroy {
  private hierarchy = new ScopeHierarchy({ scopes: [], roles: [] });
  /** Expanded scopes by the very list that was granted: a cached principal keeps its list. */
  private expanded = new WeakMap<readonly string[], ReadonlySet<string>>();
  private grants = new WeakMap<ScopeHolder, ReadonlySet<string>>();
  private needed = new WeakMap<ScopeRequirement, string[]>();
  private readonly reloading: ReloadOnChange;
  private readonly listeners: (() => void)[] = [];

  constructor(
    private readonly catalogue: ScopeCatalogue,
    feed: ChangeFeed,
  ) {
    this.reloading = new ReloadOnChange(feed, 'scopes', () => this.load());
  }

  async onModuleInit(): Promise<void> {
    await this.load();
  }

  onModuleDestroy(): void {
    this.reloading.stop();
  }

  /** To be awaited before something is decided that was not decided before; see `ReloadOnChange.current`. */
  async current(): Promise<void> {
    await this.reloading.current();
  }

  /** Whether the scopes fulfil the requirement, the hierarchy considered. */
  satisfies(granted: readonly string[], requirement: ScopeRequirement): boolean {
    const held = this.expand(granted);
    const { allOf, anyOf } = requirement;
    if (!allOf.every((scope) => held.has(scope))) return false;
    return anyOf.length === 0 ? allOf.length > 0 : anyOf.some((scope) => held.has(scope));
  }

  /** Whether this caller may do what asks for the requirement. */
  permits(principal: Principal, requirement: ScopeRequirement): boolean {
    return this.satisfies(principal.scopes, requirement);
  }

  /**
   * Every scope a token needs for the operation, for the challenge: all of `allOf`, and of `anyOf`
   * the one that gives away least unless `allOf` covers it already.
   */
  scopesNeeded(requirement: ScopeRequirement): string[] {
    const known = this.needed.get(requirement);
    if (known !== undefined) return known;
    const needed = this.leastSufficient(requirement);
    this.needed.set(requirement, needed);
    return needed;
  }

  /** What the first of the targets that declares scopes asks for; give the handler before its class. */
  requirementOf(...targets: readonly object[]): ScopeRequirement | undefined {
    for (const target of targets) {
      const requirement = Reflect.getMetadata(SCOPES_METADATA, target) as ScopeRequirement | undefined;
      if (requirement !== undefined) return requirement;
    }
    return undefined;
  }

  /**
   * Everything the holder may be granted for itself: its own scopes, its roles', and what those imply. Never an
   * identity scope: nobody is there whom it could be about.
   */
  grantable(holder: ScopeHolder): ReadonlySet<string> {
    const known = this.grants.get(holder);
    if (known !== undefined) return known;
    const own = this.hierarchy.expand([...holder.scopes, ...holder.defaultScopes]);
    const all = [...own, ...this.scopesOfRoles(holder.roles)];
    const grantable = new Set(all.filter((scope) => !isIdentityScope(scope)));
    this.grants.set(holder, grantable);
    return grantable;
  }

  /** What a client may ask people for: everything it may be granted, and its identity scopes. */
  requestable(client: ScopeHolder & IdentityScopeHolder): ReadonlySet<string> {
    return new Set([...this.grantable(client), ...identityScopesOf(client)]);
  }

  /** What a client may do for a person: no more than either may have. Every person can say who they are. */
  grantableFor(
    client: ScopeHolder & IdentityScopeHolder,
    person: { readonly roles: readonly string[] },
  ): ReadonlySet<string> {
    const ofPerson = this.scopesOfRoles(person.roles);
    const isGiven = (scope: string) => isIdentityScope(scope) || ofPerson.has(scope);
    return new Set([...this.requestable(client)].filter(isGiven));
  }

  /** Effective scopes of the roles, implied ones included. */
  scopesOfRoles(roles: readonly string[]): ReadonlySet<string> {
    return this.hierarchy.scopesOfRoles(roles);
  }

  /** All scopes in the order of their names, for metadata documents. */
  definitions(): readonly ScopeDefinition[] {
    return this.hierarchy.definitions.scopes;
  }

  /** Calls `listener` after every load, for whoever keeps something that was decided by the hierarchy. */
  onReload(listener: () => void): void {
    this.listeners.push(listener);
  }

  private async load(): Promise<void> {
    this.hierarchy = new ScopeHierarchy(await this.catalogue.load());
    this.expanded = new WeakMap();
    this.grants = new WeakMap();
    this.needed = new WeakMap();
    for (const listener of this.listeners) listener();
  }

  private leastSufficient(requirement: ScopeRequirement): string[] {
    const needed = [...new Set(requirement.allOf)];
    const [first, ...others] = requirement.anyOf;
    if (first === undefined || this.coversAny(needed, requirement.anyOf)) return needed;
    const breadth = (scope: string) => this.hierarchy.breadth(scope);
    return [
      ...needed,
      others.reduce((least, scope) => (breadth(scope) < breadth(least) ? scope : least), first),
    ];
  }

  private expand(granted: readonly string[]): ReadonlySet<string> {
    const known = this.expanded.get(granted);
    if (known !== undefined) return known;
    const expanded = this.hierarchy.expand(granted);
    this.expanded.set(granted, expanded);
    return expanded;
  }

  private coversAny(scopes: readonly string[], alternatives: readonly string[]): boolean {
    const held = this.hierarchy.expand(scopes);
    return alternatives.some((scope) => held.has(scope));
  }
}
