import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { callerSignal } from '../security/index.js';

/** A signal that is aborted when the caller hangs up before the answer. */
export const CallerSignal = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  callerSignal(context),
);
