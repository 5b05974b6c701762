import { InvalidRequestError } from '../../errors/oauth-errors.js';
import type { AuthorizationParameters } from '../authorization-parameters.js';
import { RESPONSE_MODES, type ResponseMode } from '../authorization-request.js';

/** @throws InvalidRequestError when the response would have to go another way than by query or form. */
export function checkResponseMode(parameters: AuthorizationParameters): ResponseMode {
  const requested = parameters.get('response_mode') ?? 'query';
  const mode = RESPONSE_MODES.find((each) => each === requested);
  if (mode !== undefined) return mode;
  throw new InvalidRequestError(`This server offers the response modes ${RESPONSE_MODES.join(' and ')}.`);
}
