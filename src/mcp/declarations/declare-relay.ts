import { UseInterceptors } from '@nestjs/common';
import { SCOPES_METADATA, type ScopeRequirement } from '../../common/scopes.decorator.js';
import { PII_POLICY_METADATA, type ResolvedPiiPolicy } from '../../security/pii/index.js';
import type { InputRequest } from '../context/input-request.js';
import type { RelayContext } from '../context/relay-context.js';
import { HandlerResultInterceptor } from '../invocation/handler-result.interceptor.js';
import type { RelayedResult } from '../results/relayed-result.js';
import { describeParameters } from './handler-parameters.js';

type Execute = (input: unknown, context: RelayContext) => Promise<RelayedResult | InputRequest>;

/** The method of `RelayedHandler`. */
export const RELAY_METHOD = 'execute';
const RESULTS = UseInterceptors(new HandlerResultInterceptor());

/** A handler that is made while the service runs. */
export class RelayedHandler {
  constructor(readonly execute: Execute) {}
}
describeParameters(RelayedHandler, RELAY_METHOD);

/**
 * What decorators say of a class, said of a function: who may call it, and what happens to personal data. Guards and
 * interceptors read it from the function, which has to be a new one for that.
 */
export function declareRelay(
  execute: Execute,
  { requirement, policy }: { readonly requirement: ScopeRequirement; readonly policy: ResolvedPiiPolicy },
): RelayedHandler {
  const handler: Execute = (input, context) => execute(input, context);
  Reflect.defineMetadata(SCOPES_METADATA, requirement, handler);
  Reflect.defineMetadata(PII_POLICY_METADATA, policy, handler);
  const instance = new RelayedHandler(handler);
  RESULTS(instance, RELAY_METHOD, { value: handler });
  return instance;
}
