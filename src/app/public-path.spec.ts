import { publicPathRemover } from './public-path.js';

describe('publicPathRemover', () => {
  it.each(['https://example.com', 'https://example.com/'])('has nothing to do for %s', (publicUrl) => {
    expect(publicPathRemover(publicUrl)).toBeUndefined();
  });

  it.each([
    ['/gate/mcp', '/mcp'],
    ['/gate/oauth2/authorize?client_id=a', '/oauth2/authorize?client_id=a'],
    ['/gate', '/'],
    ['/gate/', '/'],
    ['/gate?x=1', '/?x=1'],
    ['/mcp', '/mcp'],
    ['/gatehouse', '/gatehouse'],
    ['/.well-known/openid-configuration/gate', '/.well-known/openid-configuration/gate'],
    ['/gate/.well-known/openid-configuration', '/.well-known/openid-configuration'],
  ])('makes %s %s', (url, expected) => {
    expect(publicPathRemover('https://example.com/gate')?.(url)).toBe(expected);
    expect(publicPathRemover('https://example.com/gate/')?.(url)).toBe(expected);
  });
});
