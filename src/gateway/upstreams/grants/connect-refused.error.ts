import { ProblemError } from '../../../common/problem-error.js';

/** Why somebody who comes back, or comes by a link, has connected nothing; the word is for the record. */
export type ConnectRefusal = 'state_unknown' | 'denied_there' | 'answer_refused' | 'other_person';

const DETAILS: Readonly<Record<ConnectRefusal, string>> = {
  state_unknown:
    'This was finished already, has expired, or was begun in another login. Start again from your app.',
  denied_there: 'You did not allow it at the other server. Nothing was connected.',
  answer_refused: 'The answer of the other server is not one that can be accepted. Nothing was connected.',
  other_person:
    'This link was made for somebody else. If somebody sent it to you, do not follow it: your app makes one for you.',
};

/** Nothing was connected; answered as a page. */
export class ConnectRefusedError extends ProblemError {
  constructor(
    readonly reason: ConnectRefusal,
    /** For the record: a registered error code, or what was wrong. */
    readonly further?: string,
  ) {
    const status = reason === 'other_person' ? 403 : 400;
    super({ status, code: 'connect-refused', title: 'Not Connected' }, DETAILS[reason]);
  }
}
