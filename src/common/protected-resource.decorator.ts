import { SetMetadata, type CustomDecorator } from '@nestjs/common';

export const PROTECTED_RESOURCE_METADATA = 'gatehouse:protected-resource';

/**
 * Names the protected resource (RFC 9728) a controller belongs to, as the path below the public URL.
 * It decides which audiences a token may carry and which metadata document a challenge points to.
 * A parameter of the route stands in it as in `/mcp/:upstream`. Without it a route belongs to the public URL itself.
 */
export function ProtectedResource(path: `/${string}`): CustomDecorator {
  return SetMetadata(PROTECTED_RESOURCE_METADATA, path);
}
