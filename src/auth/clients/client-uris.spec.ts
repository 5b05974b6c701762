import { applicationTypeOf, redirectUriMistake, webUrlMistake } from './client-uris.js';

const APP_SCHEMES = ['cursor:', 'vscode:'];

describe('redirectUriMistake', () => {
  it.each([
    ['https://app.example/callback', 'web'],
    ['https://app.example/callback?tenant=1', 'web'],
    ['https://app.example:8443/', 'native'],
    ['http://127.0.0.1/callback', 'native'],
    ['http://127.0.0.1:1234/callback', 'native'],
    ['http://[::1]:1234/callback', 'native'],
    ['http://localhost:6274/oauth/callback', 'native'],
    ['com.example.app:/callback', 'native'],
    ['com.example.app://callback', 'native'],
    ['cursor://anysphere.cursor-retrieval/oauth/callback', 'native'],
    ['vscode://publisher.extension/callback', 'native'],
  ] as const)('accepts %s of a %s application', (uri, type) => {
    expect(redirectUriMistake(uri, type, APP_SCHEMES)).toBeUndefined();
  });

  it.each([
    ['http://127.0.0.1:1234/callback', 'web'],
    ['com.example.app:/callback', 'web'],
    ['http://app.example/callback', 'native'],
    ['http://127.0.0.1.example/callback', 'native'],
    ['http://127.0.0.2/callback', 'native'],
    ['http://localhost.example/callback', 'native'],
    ['http://user@127.0.0.1/callback', 'native'],
    ['https://app.example@evil.example/', 'native'],
    ['https://user:word@app.example/', 'native'],
    ['https://app.example/callback#', 'native'],
    ['https://app.example/callback#part', 'native'],
    ['com.example.app:/callback#part', 'native'],
    ['https://', 'web'],
    ['https://app.example\\@evil.example/', 'web'],
    ['https://app.example/\tcallback', 'web'],
    [' https://app.example/', 'web'],
    ['https://app.example/"><script>', 'web'],
    ['https://앱.example/', 'web'],
    ['/callback', 'web'],
    ['callback', 'native'],
    ['//app.example/callback', 'web'],
    ['', 'web'],
    ['javascript:alert(1)', 'native'],
    ['JavaScript:alert(1)', 'native'],
    ['data:text/html,hello', 'native'],
    ['vbscript:x', 'native'],
    ['blob:https://app.example/1', 'native'],
    ['file:///etc/passwd', 'native'],
    ['about:blank', 'native'],
    ['myapp://callback', 'native'],
    ['cursor://anysphere.cursor-retrieval/oauth/callback', 'web'],
    ['cursors://callback', 'native'],
    ['ms-msdt:/id', 'native'],
    ['search-ms:query=x', 'native'],
    ['ftp://app.example/', 'native'],
    [`https://app.example/${'a'.repeat(2_000)}`, 'web'],
  ] as const)('refuses %s of a %s application', (uri, type) => {
    expect(redirectUriMistake(uri, type, APP_SCHEMES)).toEqual(expect.any(String));
  });
});

describe('webUrlMistake', () => {
  it.each(['https://app.example/jwks.json', 'https://app.example'])('accepts %s', (url) => {
    expect(webUrlMistake(url)).toBeUndefined();
  });

  it.each([
    'http://app.example/',
    'javascript:alert(1)',
    'data:,x',
    '/path',
    'https://user@app.example/',
    '',
  ])('refuses %s', (url) => {
    expect(webUrlMistake(url)).toEqual(expect.any(String));
  });
});

describe('applicationTypeOf', () => {
  it.each([
    [['https://app.example/'], 'web'],
    [['http://localhost:1/'], 'native'],
    [['https://app.example/', 'http://127.0.0.1/'], 'native'],
    [['com.example.app:/callback'], 'native'],
    [['cursor://anysphere.cursor-retrieval/oauth/callback'], 'native'],
    [[], 'web'],
  ])('takes %j for %s', (uris, type) => {
    expect(applicationTypeOf(uris, APP_SCHEMES)).toBe(type);
  });
});
