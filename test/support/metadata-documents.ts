import { LOOPBACK_AUTHORITY_FILE, sendJson, startLoopbackHttps } from './loopback-https.js';

/** A web site that publishes client id metadata documents, trusted and reachable for the service alone. */
export interface MetadataDocuments {
  /** What the service has to be started with. */
  readonly environment: Readonly<Record<string, string>>;
  /** Publishes a document of a public client; resolves with its URL, which is the client id. */
  publish(redirectUri: string, changes?: object): string;
  stop(): Promise<void>;
}

export async function startMetadataDocuments(): Promise<MetadataDocuments> {
  const documents = new Map<string, object>();
  const site = await startLoopbackHttps((request, response) => {
    const document = documents.get(request.url ?? '');
    if (document === undefined) response.writeHead(404).end();
    else sendJson(response, document, { 'cache-control': 'max-age=300' });
  });
  return {
    environment: { FETCH_ALLOWED_HOSTS: site.host, NODE_EXTRA_CA_CERTS: LOOPBACK_AUTHORITY_FILE },
    publish(redirectUri, changes = {}) {
      const path = `/client-${documents.size + 1}.json`;
      const clientId = `${site.url}${path}`;
      documents.set(path, {
        client_id: clientId,
        client_name: 'Gatehouse e2e',
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        token_endpoint_auth_method: 'none',
        ...changes,
      });
      return clientId;
    },
    stop: () => site.close(),
  };
}
