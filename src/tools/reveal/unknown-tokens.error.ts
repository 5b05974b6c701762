import { ProblemError } from '../../common/problem-error.js';

/** Not one of the tokens can be turned back. Whether they were altered or are somebody else's, nobody learns. */
export class UnknownTokensError extends ProblemError {
  constructor() {
    super(
      { status: 422, code: 'unknown-token', title: 'Unprocessable Content' },
      'None of the tokens is one of this deployment: they were altered, belong to another tenant, or are digests.',
    );
  }
}
