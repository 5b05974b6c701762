import { BadRequestException, NotFoundException } from '@nestjs/common';
import { ProblemError, ServiceUnavailableError, TooManyRequestsError } from '../common/problem-error.js';
import { PublicError } from '../common/public-error.js';
import { verdictOf } from './failure-reason.js';

class InsufficientScopeError extends PublicError {
  readonly status = 403;
  readonly error = 'insufficient_scope';
}

class ToolError extends Error {
  override readonly name = 'ToolError';
}

describe('verdictOf', () => {
  it.each([
    [new InsufficientScopeError('needs read'), 'denied', 'insufficient_scope'],
    [new TooManyRequestsError('slow down', 3), 'denied', 'too_many_requests'],
    [new ServiceUnavailableError('away'), 'failure', 'service_unavailable'],
    [
      new ProblemError({ status: 409, code: 'sku-exists', title: 'Conflict' }, 'exists'),
      'failure',
      'sku_exists',
    ],
    [new NotFoundException(), 'failure', 'not_found'],
    [new BadRequestException(['limit: must be an integer']), 'failure', 'bad_request'],
    [new ToolError('홍길동 not found'), 'failure', 'tool_error'],
    [new TypeError('x is undefined'), 'failure', 'type_error'],
    ['thrown text', 'failure', 'error'],
    [undefined, 'failure', 'error'],
    [{ code: 'secret value', message: 'hong@example.com' }, 'failure', 'error'],
  ])('%s is %s, %s', (error, outcome, reason) => {
    expect(verdictOf(error)).toEqual({ outcome, reason });
  });
});
