import { discoverAuthorizationServerMetadata } from '@modelcontextprotocol/client';
import { bearerChallengeOf } from './challenge.js';
import { differBySlash, resourceMetadataPlaces, serverMetadataPlaces } from './well-known.js';

describe('places of metadata', () => {
  it.each([
    ['https://a.example', ['/.well-known/oauth-protected-resource']],
    [
      'https://a.example/mcp',
      ['/.well-known/oauth-protected-resource/mcp', '/.well-known/oauth-protected-resource'],
    ],
    [
      'https://a.example/mcp/?tenant=1',
      ['/.well-known/oauth-protected-resource/mcp?tenant=1', '/.well-known/oauth-protected-resource'],
    ],
  ])('of the resource %s', (url, paths) => {
    expect(resourceMetadataPlaces(url)).toEqual(paths.map((path) => `https://a.example${path}`));
  });

  it.each(['https://a.example', 'https://a.example/', 'https://a.example/tenant', 'https://a.example/a/b/'])(
    'of the issuer %s are those of the official client, in its order',
    async (issuer) => {
      const asked: string[] = [];
      await discoverAuthorizationServerMetadata(issuer, {
        fetchFn: (url) => {
          asked.push(String(url));
          return Promise.resolve(new Response('', { status: 404 }));
        },
      });
      expect(serverMetadataPlaces(issuer)).toEqual(asked);
    },
  );
});

it.each([
  ['/mcp', '/mcp/', true],
  ['/mcp/', '/mcp', true],
  ['/mcp', '/mcp', false],
  ['/mcp', '/mcp//', false],
])('%s and %s differ by a slash: %s', (one, other, expected) => {
  expect(differBySlash(one, other)).toBe(expected);
});

describe('bearerChallengeOf', () => {
  const read = (header: string) => bearerChallengeOf(new Map([['www-authenticate', header]]));

  it.each<[string, ReturnType<typeof read>]>([
    [
      'Bearer error="invalid_token", scope="a b", resource_metadata="https://a.example/x"',
      { error: 'invalid_token', scope: 'a b', resourceMetadataUrl: 'https://a.example/x' },
    ],
    [
      'bearer resource_metadata=https://a.example/x',
      { error: undefined, scope: undefined, resourceMetadataUrl: 'https://a.example/x' },
    ],
    [
      'Bearer resource_metadata="/relative"',
      { error: undefined, scope: undefined, resourceMetadataUrl: undefined },
    ],
    ['Bearer', undefined],
    ['Basic realm="x", Bearer scope="a"', undefined],
  ])('%s', (header, expected) => {
    expect(read(header)).toEqual(expected);
  });
});
