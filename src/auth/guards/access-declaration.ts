import { HandlerCache } from '../../common/handler-cache.js';
import { PROTECTED_RESOURCE_METADATA } from '../../common/protected-resource.decorator.js';
import { PUBLIC_METADATA } from '../../common/public.decorator.js';
import { SCOPES_METADATA, type ScopeRequirement } from '../../common/scopes.decorator.js';

/** What a handler, or else its class, says about who may call it. */
export interface AccessDeclaration {
  readonly isPublic: boolean;
  /** Undefined on public handlers, and on undeclared ones, which are refused. */
  readonly requirement: ScopeRequirement | undefined;
  /** Path of the protected resource it belongs to. */
  readonly resource: string;
}

const declarations = new HandlerCache(read);

/** Reads the decorators of a handler and its class; the nearer one decides, and `@Scopes` beats `@Public` beside it. */
export function accessDeclarationOf(handler: object, owner: object): AccessDeclaration {
  return declarations.get(handler, owner);
}

/** Whether anything is declared at all. */
export function isAccessDeclared(handler: object, owner: object): boolean {
  const { isPublic, requirement } = accessDeclarationOf(handler, owner);
  return isPublic || requirement !== undefined;
}

function read(handler: object, owner: object): AccessDeclaration {
  const resource = nearest<string>(PROTECTED_RESOURCE_METADATA, [handler, owner]) ?? '/';
  for (const target of [handler, owner]) {
    const requirement = nearest<ScopeRequirement>(SCOPES_METADATA, [target]);
    if (requirement !== undefined) return { isPublic: false, requirement, resource };
    if (nearest<boolean>(PUBLIC_METADATA, [target]) === true)
      return { isPublic: true, requirement: undefined, resource };
  }
  return { isPublic: false, requirement: undefined, resource };
}

function nearest<T>(key: string, targets: readonly object[]): T | undefined {
  for (const target of targets) {
    const value = Reflect.getMetadata(key, target) as T | undefined;
    if (value !== undefined) return value;
  }
  return undefined;
}
