import { plainPath } from './plain-path.js';

describe('plainPath', () => {
  it.each([
    ['/%6dcp', '/mcp'],
    ['/%6Dc%70?a=%61', '/mcp?a=%61'],
    ['/oauth2/%74oken', '/oauth2/token'],
    ['/oauth%32/token', '/oauth2/token'],
    ['/%2ewell%2Dknown/a%5Fb%7ec', '/.well-known/a_b~c'],
    ['/%41%5A%61%7A%30%39', '/AZaz09'],
    ['/mcp', '/mcp'],
  ])('makes %s %s', (url, expected) => {
    expect(plainPath(url)).toBe(expected);
  });

  it.each([
    '/%2fmcp',
    '/mcp%3Fa',
    '/a%25b',
    '/%2561',
    '/%00',
    '/%40%5B%60%7B',
    '/%C3%A9',
    '/%',
    '/%6',
    '/%zz',
    '/a?b=%6d',
  ])('leaves %s as it is', (url) => {
    expect(plainPath(url)).toBe(url);
  });
});
