import { z } from 'zod';
import { FetchRefusedError, type GuardedFetcher } from '../../../security/fetch/index.js';
import { AuthorizationError } from './authorization-error.js';
import type { AuthorizationServer } from './authorization-server.js';
import type { ClientIdentity } from './oauth-client.js';
import { RegisteredClients } from './registered-clients.js';

const FETCH = { maximumBytes: 64 * 1024, timeoutMs: 8_000 };
/** In the order we would rather have them; what a server does not name it need not offer (RFC 7591 §2: basic). */
const METHODS = ['client_secret_basic', 'client_secret_post', 'none'] as const;
const text = z.string().min(1).max(2_048);

const registration = z.looseObject({
  client_id: text,
  client_secret: text.optional(),
  token_endpoint_auth_method: z.string().optional(),
});

/** Who wants to be known at a server. */
export interface Applicant {
  readonly upstream: string;
  readonly redirectUri: string;
  /** Where our client metadata document is; undefined when servers could not fetch it. */
  readonly metadataDocument: string | undefined;
  readonly privateHosts: readonly string[];
}

/** Makes Gatehouse known at authorization servers: by its metadata document where they read such, else by RFC 7591. */
export class ClientRegistration {
  private readonly running = new Map<string, Promise<ClientIdentity>>();

  constructor(
    private readonly fetcher: GuardedFetcher,
    private readonly kept: RegisteredClients,
  ) {}

  /** @throws AuthorizationError when the server takes neither. */
  identify(server: AuthorizationServer, applicant: Applicant): Promise<ClientIdentity> {
    const { metadata } = server;
    const readsDocuments = metadata['client_id_metadata_document_supported'] === true;
    if (readsDocuments && applicant.metadataDocument !== undefined)
      return Promise.resolve({ clientId: applicant.metadataDocument, authentication: { method: 'none' } });
    const key = JSON.stringify([applicant.upstream, metadata.issuer]);
    const running =
      this.running.get(key) ?? this.find(server, applicant).finally(() => this.running.delete(key));
    this.running.set(key, running);
    return running;
  }

  private async find(server: AuthorizationServer, applicant: Applicant): Promise<ClientIdentity> {
    const { upstream, redirectUri } = applicant;
    const key = { upstream, redirectUri, issuer: server.metadata.issuer };
    const known = await this.kept.find(key);
    return known ?? this.kept.keep(key, await this.register(server, applicant));
  }

  private async register(
    { metadata }: AuthorizationServer,
    { redirectUri, privateHosts }: Applicant,
  ): Promise<ClientIdentity> {
    const { registration_endpoint: endpoint, token_endpoint_auth_methods_supported: offered } = metadata;
    if (endpoint === undefined) throw new AuthorizationError('registration_missing');
    const method = METHODS.find((each) => (offered ?? METHODS).includes(each)) ?? METHODS[0];
    const response = await this.fetcher
      .fetch(endpoint, {
        ...FETCH,
        ...{ method: 'POST', privateHosts, allowPlainHttp: true },
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify(clientMetadata([redirectUri], method)),
      })
      .catch((error: unknown) => {
        throw error instanceof FetchRefusedError
          ? new AuthorizationError('unreachable', error.reason)
          : error;
      });
    if (response.status !== 201 && response.status !== 200) throw new AuthorizationError('refused');
    return identityIn(response.body, method);
  }
}

/** RFC 7591 §2: Gatehouse as it describes itself. */
export function clientMetadata(redirectUris: readonly string[], method: string): object {
  return {
    client_name: 'Gatehouse',
    redirect_uris: redirectUris,
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    token_endpoint_auth_method: method,
    application_type: redirectUris.some((uri) => uri.startsWith('http:')) ? 'native' : 'web',
  };
}

/** RFC 7591 §3.2.1: the server may have decided otherwise than asked. */
function identityIn(body: Buffer, asked: string): ClientIdentity {
  const parsed = registration.safeParse(parse(body));
  if (!parsed.success) throw new AuthorizationError('answer_invalid');
  const { client_id: clientId, client_secret: secret, token_endpoint_auth_method: given } = parsed.data;
  const method = METHODS.find((each) => each === (given ?? asked));
  if (method === undefined) throw new AuthorizationError('answer_invalid');
  if (method === 'none') return { clientId, authentication: { method } };
  if (secret === undefined) throw new AuthorizationError('answer_invalid');
  return { clientId, authentication: { method, secret } };
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8')) as unknown;
  } catch {
    throw new AuthorizationError('answer_invalid');
  }
}
