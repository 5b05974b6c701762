import { ServiceUnavailableError } from '../../../common/problem-error.js';

/** Remote recognizers that gave no answer where the rules alone do not do. Names them as the operator did; holds no value. */
export class RecognizersUnavailableError extends ServiceUnavailableError {
  constructor(readonly recognizers: readonly string[]) {
    super(
      `Personal data cannot be checked completely at the moment (no answer of ${recognizers.join(', ')}); ` +
        'nothing was passed on.',
    );
  }
}
