import { InvalidRequestError } from '../../errors/oauth-errors.js';
import type { AuthorizationParameters } from '../authorization-parameters.js';
import { PROMPTS, type Prompt } from '../authorization-request.js';

/** @throws InvalidRequestError when a value is unknown, or `none` stands beside others (OpenID Connect Core 1.0 §3.1.2.1). */
export function checkPrompt(parameters: AuthorizationParameters): Prompt[] {
  const asked = (parameters.get('prompt') ?? '').split(' ').filter((value) => value !== '');
  const prompts = PROMPTS.filter((prompt) => asked.includes(prompt));
  if (prompts.length !== new Set(asked).size)
    throw new InvalidRequestError(`This server knows the prompts ${PROMPTS.join(', ')}.`);
  if (!prompts.includes('none') || prompts.length === 1) return prompts;
  throw new InvalidRequestError('The prompt none stands alone.');
}
