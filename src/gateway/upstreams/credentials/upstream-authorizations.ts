import { Injectable } from '@nestjs/common';
import { UPSTREAM_GRANTS_PATH } from '../../../auth/index.js';
import { Configuration, type AuthorizedIdentity, type HttpTransport } from '../../../config/index.js';
import { GuardedFetcher } from '../../../security/fetch/index.js';
import { ClientRegistration } from '../oauth/client-registration.js';
import { RegisteredClients } from '../oauth/registered-clients.js';
import {
  declaredClient,
  UpstreamAuthorizationClient,
  type IdentifyClient,
} from '../oauth/upstream-authorization-client.js';

/** Where our client metadata document is, below the public URL. */
export const CLIENT_DOCUMENT_PATH = `${UPSTREAM_GRANTS_PATH}/client.json`;

/** What is known of the authorization of each upstream, for all who need it. */
@Injectable()
export class UpstreamAuthorizations {
  private readonly byUpstream = new Map<string, UpstreamAuthorizationClient>();
  private readonly registration: ClientRegistration;

  constructor(
    private readonly fetcher: GuardedFetcher,
    private readonly configuration: Configuration,
    registered: RegisteredClients,
  ) {
    this.registration = new ClientRegistration(fetcher, registered);
  }

  of(
    upstream: string,
    { url, isPrivate }: Pick<HttpTransport, 'url' | 'isPrivate'>,
    { authorization }: AuthorizedIdentity,
  ): UpstreamAuthorizationClient {
    const known = this.byUpstream.get(upstream);
    if (known !== undefined) return known;
    const privateHosts = [...authorization.privateHosts, ...(isPrivate ? [hostAndPortOf(url)] : [])];
    const identify =
      authorization.clientId === undefined
        ? this.registered(upstream, privateHosts)
        : declaredClient(authorization);
    const made = new UpstreamAuthorizationClient(
      { url, authorization, privateHosts },
      this.fetcher,
      identify,
    );
    this.byUpstream.set(upstream, made);
    return made;
  }

  /** Where authorization servers send people back to; each upstream has its own (RFC 9700 §4.4.2.2). */
  redirectUriOf(upstream: string): string {
    return `${this.configuration.server.publicUrl}${UPSTREAM_GRANTS_PATH}/${upstream}/callback`;
  }

  private registered(upstream: string, privateHosts: readonly string[]): IdentifyClient {
    const { publicUrl } = this.configuration.server;
    const metadataDocument = publicUrl.startsWith('https:')
      ? `${publicUrl}${CLIENT_DOCUMENT_PATH}`
      : undefined;
    const applicant = { upstream, redirectUri: this.redirectUriOf(upstream), metadataDocument, privateHosts };
    return (server) => this.registration.identify(server, applicant);
  }
}

function hostAndPortOf(url: string): string {
  const { hostname, port, protocol } = new URL(url);
  return `${hostname}:${port || (protocol === 'http:' ? '80' : '443')}`;
}
