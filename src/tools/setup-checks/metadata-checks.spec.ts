import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ProtectedResources, type SigningKeys } from '../../auth/index.js';
import type { Configuration } from '../../config/index.js';
import { MetadataChecks } from './metadata-checks.js';
import { OwnServer } from './own-server.js';

type Documents = Record<string, unknown>;

const AS = '/.well-known/oauth-authorization-server';
const OIDC = '/.well-known/openid-configuration';
const RESOURCE = '/.well-known/oauth-protected-resource/mcp';
const JWKS = '/.well-known/jwks.json';

describe('MetadataChecks', () => {
  let server: Server;
  let documents: Documents = {};
  let url = '';

  beforeAll(async () => {
    server = createServer((request, response) => {
      const document = request.url === '/health/live' ? {} : documents[request.url ?? ''];
      response.writeHead(document === undefined ? 404 : 200).end(JSON.stringify(document ?? {}));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => server.close());

  const sound = (): Documents => {
    const metadata = {
      issuer: url,
      authorization_endpoint: `${url}/oauth2/authorize`,
      token_endpoint: `${url}/oauth2/token`,
      jwks_uri: url + JWKS,
      response_types_supported: ['code'],
      code_challenge_methods_supported: ['S256'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    };
    return {
      [AS]: metadata,
      [OIDC]: metadata,
      [RESOURCE]: { resource: `${url}/mcp`, authorization_servers: [url] },
      [JWKS]: { keys: [{ kty: 'EC', kid: 'one', x: 'x', y: 'y' }] },
    };
  };
  const run = () => {
    const configuration = {
      server: { issuer: url, publicUrl: url },
      upstreams: [] as const,
    } as unknown as Configuration;
    const keys = { jwks: () => ({ keys: [{ kty: 'EC', kid: 'one' }] }) } as unknown as SigningKeys;
    const resources = new ProtectedResources(configuration);
    const checks = new MetadataChecks(new OwnServer(configuration), keys, resources, configuration);
    return checks.run(new AbortController().signal);
  };

  it('passes what is sound', async () => {
    documents = sound();
    expect((await run()).map(({ status }) => status)).toEqual(Array(5).fill('passed'));
  });

  it.each<[string, string, (found: Documents) => Documents, RegExp]>([
    [
      'a trailing slash on the issuer',
      AS,
      (found) => ({ ...found, issuer: `${url}/` }),
      /differ by the slash/,
    ],
    [
      'another issuer',
      OIDC,
      (found) => ({ ...found, issuer: 'http://localhost' }),
      /says that its issuer is/,
    ],
    ['no token endpoint', AS, (found) => ({ ...found, token_endpoint: undefined }), /token_endpoint/],
    ['no key set', OIDC, (found) => ({ ...found, jwks_uri: 7 }), /jwks_uri/],
    [
      'another resource',
      RESOURCE,
      (found) => ({ ...found, resource: 'https://other.example' }),
      /says resource/,
    ],
    [
      'no PKCE',
      AS,
      (found) => ({ ...found, code_challenge_methods_supported: undefined }),
      /nothing of PKCE.*code_challenge_methods_supported": \["S256"\]/,
    ],
    ['no servers', RESOURCE, (found) => ({ ...found, authorization_servers: [] }), /no authorization server/],
    ['keys that are no list', JWKS, () => ({ keys: 'one' }), /no keys member/],
    ['a key missing', JWKS, () => ({ keys: [{ kid: 'two' }] }), /1 of the server's own keys/],
    ['a private key', JWKS, () => ({ keys: [{ kid: 'one', d: 'secret' }] }), /private key/],
  ])('fails on %s', async (_what, path, spoil, complaint) => {
    documents = sound();
    documents[path] = spoil(documents[path] as Documents);
    const failed = (await run()).filter(({ status }) => status !== 'passed');
    expect(failed).toHaveLength(1);
    expect(failed[0]?.status).toBe('failed');
    expect(failed[0]?.detail).toMatch(complaint);
    expect(failed[0]?.detail).not.toContain('secret');
  });

  it('fails on a document that is not there', async () => {
    documents = { ...sound(), [RESOURCE]: undefined };
    expect((await run()).find(({ status }) => status === 'failed')?.detail).toMatch(/answered 404/);
  });
});
