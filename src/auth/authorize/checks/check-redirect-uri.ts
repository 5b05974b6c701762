import type { Client } from '../../clients/client.js';
import { InvalidRequestError } from '../../errors/oauth-errors.js';
import type { AuthorizationParameters } from '../authorization-parameters.js';

export interface RedirectTarget {
  readonly redirectUri: string;
  readonly redirectUriSent: boolean;
}

/**
 * RFC 8252 §7.3: a program asks the system for a free port, so that part may differ. Nothing else may: the host
 * ends at a port, path or query, and no user information can stand before it.
 */
const LOOPBACK = /^(http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost))(?::(\d{1,5}))?((?:[/?].*)?)$/;
const LARGEST_PORT = 65_535;

/**
 * RFC 9700 §2.1: the redirect URI is one of the client's, compared as a string. A client with a single one may
 * leave it out (RFC 6749 §3.1.2.3).
 *
 * @throws InvalidRequestError, to be shown to the person: nobody is redirected to an address that is not the client's.
 */
export function checkRedirectUri(parameters: AuthorizationParameters, client: Client): RedirectTarget {
  const requested = parameters.get('redirect_uri');
  if (requested === undefined) return { redirectUri: onlyOneOf(client), redirectUriSent: false };
  if (client.redirectUris.some((registered) => isSameRedirectUri(registered, requested)))
    return { redirectUri: requested, redirectUriSent: true };
  throw new InvalidRequestError('The redirect_uri is not one the client has registered.', {
    reason: 'redirect_uri_mismatch',
  });
}

/** Whether the one asked for is the registered one, octet for octet but for the port of a loopback address. */
export function isSameRedirectUri(registered: string, requested: string): boolean {
  if (registered === requested) return true;
  const withoutPort = withoutLoopbackPort(registered);
  return withoutPort !== undefined && withoutPort === withoutLoopbackPort(requested);
}

function withoutLoopbackPort(uri: string): string | undefined {
  const [, origin, port, rest = ''] = LOOPBACK.exec(uri) ?? [];
  if (origin === undefined || Number(port ?? 1) < 1 || Number(port ?? 1) > LARGEST_PORT) return undefined;
  return `${origin}${rest}`;
}

function onlyOneOf({ redirectUris }: Client): string {
  const [only, another] = redirectUris;
  if (only !== undefined && another === undefined) return only;
  throw new InvalidRequestError('The parameter redirect_uri is missing.');
}
