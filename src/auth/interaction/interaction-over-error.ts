import { ProblemError } from '../../common/problem-error.js';
import { INTERACTION_OVER } from '../pages/page-error-format.js';

/** The authorization request is unknown here, was answered, has expired, or waits in another browser. */
export class InteractionOverError extends ProblemError {
  constructor() {
    super(
      { status: 400, code: INTERACTION_OVER, title: 'Request Over' },
      'This request was answered already, has expired, or was started in another browser. Start again.',
    );
  }
}
