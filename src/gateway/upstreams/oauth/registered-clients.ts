import type { ClientIdentity } from './oauth-client.js';

/** Whose registration it is: a client id of one issuer means nothing at another. */
export interface RegistrationKey {
  readonly upstream: string;
  readonly issuer: string;
  readonly redirectUri: string;
}

/** Where registrations are kept that we made ourselves (RFC 7591). */
export abstract class RegisteredClients {
  abstract find(key: RegistrationKey): Promise<ClientIdentity | undefined>;
  /** The one that is kept: of several made at once, the first. */
  abstract keep(key: RegistrationKey, client: ClientIdentity): Promise<ClientIdentity>;
}
