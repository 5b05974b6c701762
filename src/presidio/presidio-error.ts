import { ProblemError } from '../common/problem-error.js';

/** A request in Presidio's shape that says something impossible. Never repeats what the caller sent. */
export class UnprocessableRequestError extends ProblemError {
  constructor(detail: string) {
    super({ status: 422, code: 'unprocessable-request', title: 'Unprocessable Content' }, detail);
  }
}
