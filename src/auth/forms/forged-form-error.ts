import { ProblemError } from '../../common/problem-error.js';
import { FORGED_FORM } from '../pages/page-error-format.js';

/** What gives a forged form away. */
export type ForgeryReason = 'foreign_site' | 'foreign_origin' | 'no_cookie' | 'wrong_token' | 'no_form';

/** A form that was not sent by the page we showed, in the browser we showed it in. */
export class ForgedFormError extends ProblemError {
  constructor(readonly reason: ForgeryReason) {
    super(
      { status: 403, code: FORGED_FORM, title: 'Form Not Accepted' },
      'The form does not come from a page that this browser was shown. Allow cookies and start again.',
    );
  }
}
