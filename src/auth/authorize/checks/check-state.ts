import { InvalidRequestError } from '../../errors/oauth-errors.js';
import type { AuthorizationParameters } from '../authorization-parameters.js';

/** RFC 6749 Appendix A.5. */
const VISIBLE = /^[\x20-\x7E]+$/;

/** @throws InvalidRequestError when it holds anything but visible ASCII. */
export function checkState(parameters: AuthorizationParameters): string | undefined {
  const state = parameters.get('state');
  if (state === undefined || VISIBLE.test(state)) return state;
  throw new InvalidRequestError('The state holds characters that RFC 6749 does not allow.');
}
