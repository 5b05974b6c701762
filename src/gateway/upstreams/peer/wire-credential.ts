import type { Challenge } from '../oauth/challenge.js';
import type { Headers } from './wire.js';

/** What proves to an upstream who asks. Never what the caller sent. */
export interface WireCredential {
  /** For one request. @throws AuthorizationError when there is nothing to prove it with. */
  headers(): Promise<Headers> | Headers;
  /**
   * After the upstream refused a request.
   *
   * @param sent the headers it was refused with.
   * @returns whether there are others now, to ask once more with.
   * @throws AuthorizationError
   */
  renew?(sent: Headers, challenge: Challenge): Promise<boolean>;
  /** Whether what it rests on was not taken back; always, unless it says otherwise. */
  isGranted?(): Promise<boolean>;
}
