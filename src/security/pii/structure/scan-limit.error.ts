import { ProblemError } from '../../../common/problem-error.js';

/** A value too deep or too large to be checked for personal data; unchecked it goes nowhere. */
export class ScanLimitError extends ProblemError {
  constructor(limit: string) {
    super(
      { status: 422, code: 'value-too-complex', title: 'Unprocessable Content' },
      `The value cannot be checked for personal data: ${limit}.`,
    );
  }
}
