import { InvalidRequestError } from '../errors/oauth-errors.js';
import { FormParameters } from '../token/form-parameters.js';

/** Every parameter this endpoint reads; others are ignored (RFC 6749 §3.1). */
export const AUTHORIZATION_PARAMETERS = [
  'client_id',
  'redirect_uri',
  'response_type',
  'response_mode',
  'scope',
  'state',
  'nonce',
  'code_challenge',
  'code_challenge_method',
  'resource',
  'prompt',
  'max_age',
  'login_hint',
  'ui_locales',
  'id_token_hint',
  'request',
  'request_uri',
] as const;
export type AuthorizationParameter = (typeof AUTHORIZATION_PARAMETERS)[number];

/** Long enough for a `state` or hint that is itself a signed token; what is longer is no parameter but a load. */
const MAXIMUM_LENGTH = 4_096;
const MAXIMUM_RESOURCES = 20;

/** Parameters of an authorization request: once each, empty is omitted, bounded (RFC 6749 §3.1). */
export class AuthorizationParameters {
  private readonly parameters: FormParameters;

  constructor(private readonly form: URLSearchParams) {
    this.parameters = new FormParameters(form);
  }

  /** @throws InvalidRequestError when the parameter is repeated or too long. */
  get(name: Exclude<AuthorizationParameter, 'resource'>): string | undefined {
    const value = this.parameters.get(name);
    if (value === undefined || value.length <= MAXIMUM_LENGTH) return value;
    throw new InvalidRequestError(`The parameter ${name} is too long.`);
  }

  /** RFC 8707 §2: the one parameter that may be repeated. */
  resources(): string[] {
    const resources = this.parameters.getAll('resource');
    const isBounded = resources.every((resource) => resource.length <= MAXIMUM_LENGTH);
    if (isBounded && resources.length <= MAXIMUM_RESOURCES) return resources;
    throw new InvalidRequestError('There are too many resources, or one is too long.');
  }

  /** As form text, with nothing in it that the endpoint does not read; to be kept and parsed again. */
  toForm(): string {
    const known = new Set<string>(AUTHORIZATION_PARAMETERS);
    return new URLSearchParams([...this.form].filter(([name]) => known.has(name))).toString();
  }
}
