import { createParamDecorator } from '@nestjs/common';
import type { Principal } from '../../common/principal.js';
import { RequestContext } from '../../common/request-context.js';

/** Parameter decorator: the authenticated caller; undefined on public routes. */
export const CurrentPrincipal: () => ParameterDecorator = createParamDecorator((): Principal | undefined =>
  RequestContext.principal(),
);
