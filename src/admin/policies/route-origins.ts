import { Injectable, RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { DiscoveryService, MetadataScanner } from '@nestjs/core';
import { PII_POLICY_METADATA, PolicyOrigins, type ResolvedPiiPolicy } from '../../security/pii/index.js';

/** A handler of a route, by the names it goes by. */
interface FoundRoute {
  /** As audit records name it: `GET /visitors/:id`. */
  readonly names: readonly string[];
  readonly origin: string;
  readonly policy: ResolvedPiiPolicy | undefined;
}

/** Makes the routes that declare policies known as origins. */
@Injectable()
export class RouteOrigins {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly origins: PolicyOrigins,
  ) {}

  /** Registers them, and returns the names of the routes that declare none. */
  register(): string[] {
    return this.routes().flatMap(({ names, origin, policy }) => {
      const [name] = names;
      if (policy === undefined || name === undefined) return names;
      this.origins.register({ origin, kind: 'route', name, policy });
      return [];
    });
  }

  private routes(): FoundRoute[] {
    const controllers = new Set(
      this.discovery.getControllers().map(({ metatype }) => metatype as Type | null),
    );
    return [...controllers].flatMap((controller) => (controller === null ? [] : this.routesOf(controller)));
  }

  private routesOf(controller: Type): FoundRoute[] {
    const prototype = controller.prototype as Record<string, object>;
    return this.scanner
      .getAllMethodNames(prototype)
      .map((method) => [method, prototype[method]!] as const)
      .filter(([, handler]) => Reflect.hasMetadata(PATH_METADATA, handler))
      .map(([method, handler]) => ({
        names: namesOf(controller, handler),
        origin: `route:${controller.name}.${method}`,
        policy: policyOf(handler) ?? policyOf(controller),
      }));
  }
}

function policyOf(target: object): ResolvedPiiPolicy | undefined {
  return Reflect.getMetadata(PII_POLICY_METADATA, target) as ResolvedPiiPolicy | undefined;
}

function namesOf(controller: Type, handler: object): string[] {
  const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as RequestMethod];
  return pathsOf(controller).flatMap((base) =>
    pathsOf(handler).map((path) => `${method} ${join(base, path)}`),
  );
}

function pathsOf(target: object): string[] {
  return [Reflect.getMetadata(PATH_METADATA, target) as string | string[] | undefined]
    .flat()
    .map((path) => path ?? '');
}

function join(...paths: readonly string[]): string {
  const segments = paths.flatMap((path) => path.split('/')).filter((segment) => segment !== '');
  return `/${segments.join('/')}`;
}
