import { Injectable, type OnApplicationBootstrap, type Type } from '@nestjs/common';
import { PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { isAccessDeclared } from './access-declaration.js';
import { StartRefusal } from '../../common/start-refusal.js';

/** Stops the boot: something could be called and nobody said by whom. */
export class UndeclaredAccessError extends StartRefusal {
  constructor(readonly handlers: readonly string[]) {
    super(`Declare @Scopes(...) or, for everybody, @Public() on: ${handlers.join(', ')}`);
  }
}

/** Names, as `Class.method`, the handlers of a class that declare neither scopes nor that they are public. */
export function undeclaredHandlers(owner: Type, methodNames: readonly string[]): string[] {
  const prototype = owner.prototype as Record<string, object>;
  return methodNames
    .filter((method) => !isAccessDeclared(prototype[method] as object, owner))
    .map((method) => `${owner.name}.${method}`);
}

/** Promise of the design: a controller route without a declaration stops the boot, all of them named at once. */
@Injectable()
export class DeclarationCheck implements OnApplicationBootstrap {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
  ) {}

  /** @throws UndeclaredAccessError */
  onApplicationBootstrap(): void {
    const controllers = new Set(
      this.discovery.getControllers().map(({ metatype }) => metatype as Type | null),
    );
    const undeclared = [...controllers].flatMap((controller) =>
      controller === null ? [] : undeclaredHandlers(controller, this.routesOf(controller)),
    );
    if (undeclared.length > 0) throw new UndeclaredAccessError(undeclared);
  }

  private routesOf(controller: Type): string[] {
    const prototype = controller.prototype as Record<string, object>;
    return this.scanner
      .getAllMethodNames(prototype)
      .filter((method) => Reflect.hasMetadata(PATH_METADATA, prototype[method] as object));
  }
}
