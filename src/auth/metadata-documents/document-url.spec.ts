import { isDocumentUrl } from './document-url.js';

describe('isDocumentUrl', () => {
  it.each([
    'https://app.example/client.json',
    'https://app.example/oauth/client',
    'https://app.example:8443/client.json',
    'https://app.example/client?version=2',
    'https://127.0.0.1/client.json',
  ])('takes %s', (clientId) => {
    expect(isDocumentUrl(clientId)).toBe(true);
  });

  it.each([
    'mcp-client',
    'dyn_abc',
    'http://app.example/client.json',
    'HTTPS://app.example/client.json',
    'https://app.example',
    'https://app.example/',
    'https://APP.example/client.json',
    'https://app.example:443/client.json',
    'https://app.example/a/../client.json',
    'https://app.example/./client.json',
    'https://app.example/%2e%2e/client.json',
    'https://app.example/client.json#',
    'https://app.example/client.json#part',
    'https://user@app.example/client.json',
    'https://user:word@app.example/client.json',
    'https://2130706433/client.json',
    'https://0x7f.1/client.json',
    'https://app.example\\client.json',
    'https:app.example/client.json',
    'https:///app.example/client.json',
    'https://',
  ])('refuses %s', (clientId) => {
    expect(isDocumentUrl(clientId)).toBe(false);
  });
});
