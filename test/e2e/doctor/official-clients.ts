import {
  Client,
  ClientCredentialsProvider,
  StreamableHTTPClientTransport,
} from '@modelcontextprotocol/client';
import { ClientCredentialsProvider as ProviderV1 } from '@modelcontextprotocol/sdk/client/auth-extensions.js';
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as TransportV1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const IDENTITY = { name: 'doctor-e2e', version: '1.0.0' };

interface Credentials {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** Whether the real client gets from the URL and the credentials to the list of tools. */
export async function connects(
  generation: 'v1' | 'v2',
  url: string,
  credentials: Credentials,
): Promise<boolean> {
  const isV1 = generation === 'v1';
  const client = isV1
    ? new ClientV1(IDENTITY)
    : new Client(IDENTITY, { versionNegotiation: { mode: 'auto' } });
  const transport = isV1
    ? new TransportV1(new URL(url), { authProvider: new ProviderV1(credentials) })
    : new StreamableHTTPClientTransport(new URL(url), {
        authProvider: new ClientCredentialsProvider(credentials),
      });
  try {
    await (client as Client).connect(transport as StreamableHTTPClientTransport);
    return (await client.listTools()).tools.length > 0;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}
