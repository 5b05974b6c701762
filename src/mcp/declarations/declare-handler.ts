import { UseInterceptors } from '@nestjs/common';
import { HandlerResultInterceptor } from '../invocation/handler-result.interceptor.js';
import { describeParameters } from './handler-parameters.js';

type Class = new (...dependencies: never[]) => unknown;

/**
 * Writes what makes a class a handler: its declaration, the parameters of its method, and the interceptor
 * that sees first what the method returned.
 *
 * @throws TypeError when the class does not define the method itself.
 */
export function declareHandler(target: Class, key: string, declaration: object, method: string): void {
  const descriptor = Object.getOwnPropertyDescriptor(target.prototype, method);
  if (descriptor === undefined) throw new TypeError(`${target.name} has no method ${method}`);
  Reflect.defineMetadata(key, declaration, target);
  describeParameters(target, method);
  UseInterceptors(HandlerResultInterceptor)(target.prototype as object, method, descriptor);
}
