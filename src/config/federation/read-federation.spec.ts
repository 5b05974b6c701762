import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError, loadConfiguration } from '../load-configuration.js';

const issuer = {
  id: 'entra',
  issuer: 'https://login.microsoftonline.com/0000/v2.0',
  audiences: ['api://gatehouse'],
  rules: [{ claim: 'scp', value: 'access_as_user', scopes: ['mcp.access'] }],
};
const provider = {
  id: 'keycloak',
  display_name: { en: 'Keycloak', ko: '키클록' },
  issuer: 'https://keycloak.example/realms/office',
  client_id: 'gatehouse',
  client_secret_env: 'KEYCLOAK_SECRET',
};

describe('the files about other issuers', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-federation-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  function file(content: unknown): string {
    const path = join(folder, 'file.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  }
  const withIssuers = (...issuers: unknown[]) =>
    loadConfiguration({ EXTERNAL_ISSUERS_FILE: file({ external_issuers: issuers }) });
  const withProviders = (...providers: unknown[]) =>
    loadConfiguration({
      IDENTITY_PROVIDERS_FILE: file({ identity_providers: providers }),
      KEYCLOAK_SECRET: 'not-to-be-told',
    });
  function mistakesOf(load: () => unknown): string[] {
    try {
      load();
    } catch (error) {
      return [...(error as ConfigurationError).mistakes];
    }
    return [];
  }

  it('are not needed', () => {
    expect(loadConfiguration({})).toMatchObject({ externalIssuers: [], identityProviders: [] });
  });

  it('give an issuer strict defaults', () => {
    expect(withIssuers(issuer).externalIssuers).toEqual([
      {
        id: 'entra',
        issuer: issuer.issuer,
        jwksUri: undefined,
        audiences: ['api://gatehouse'],
        resources: undefined,
        algorithms: ['RS256', 'PS256', 'ES256'],
        typ: ['at+jwt'],
        subjectClaim: 'sub',
        clientIdClaim: undefined,
        requiredClaims: {},
        clientTokens: undefined,
        rules: [{ claim: ['scp'], value: 'access_as_user', scopes: ['mcp.access'], roles: [] }],
      },
    ]);
  });

  it.each([
    ['no issuer', { ...issuer, issuer: undefined }, /external_issuers\.0\.issuer/],
    [
      'plain http',
      { ...issuer, issuer: 'http://idp.example' },
      /external_issuers\.0\.issuer: must be an https/,
    ],
    ['a query', { ...issuer, issuer: 'https://idp.example/?a=b' }, /external_issuers\.0\.issuer/],
    ['a shared secret', { ...issuer, algorithms: ['HS256'] }, /external_issuers\.0\.algorithms\.0/],
    ['no algorithm', { ...issuer, algorithms: ['none'] }, /external_issuers\.0\.algorithms\.0/],
    ['no audience', { ...issuer, audiences: [] }, /external_issuers\.0\.audiences/],
    ['an id that reads like a URL', { ...issuer, id: 'https' }, /external_issuers\.0\.id/],
    ['a misspelt member', { ...issuer, audience: ['x'] }, /external_issuers\.0: .*audience/],
    [
      'a rule that gives nothing',
      { ...issuer, rules: [{ claim: 'scp', value: 'x' }] },
      /external_issuers\.0\.rules\.0: must give scopes or roles/,
    ],
    ['itself', { ...issuer, issuer: 'https://gate.example' }, /no external issuer of its own/],
  ])('refuse an issuer with %s', (_what, entry, message) => {
    const path = file({ external_issuers: [entry] });
    const load = () => loadConfiguration({ EXTERNAL_ISSUERS_FILE: path, PUBLIC_URL: 'https://gate.example' });
    expect(mistakesOf(load)).toEqual([expect.stringMatching(message)]);
  });

  it('refuse two entries of one issuer', () => {
    expect(mistakesOf(() => withIssuers(issuer, { ...issuer, id: 'other' }))).toEqual([
      'EXTERNAL_ISSUERS_FILE: two entries have the same issuer',
    ]);
  });

  it('read the secret of a provider from the variable they name', () => {
    expect(withProviders(provider).identityProviders).toEqual([
      expect.objectContaining({
        id: 'keycloak',
        authentication: { method: 'client_secret_basic', secret: 'not-to-be-told' },
        scopes: ['openid', 'profile', 'email'],
        autoProvisioning: false,
      }),
    ]);
  });

  it.each([
    [
      'a secret that is not there',
      { ...provider, client_secret_env: 'NOT_SET' },
      /identity_providers\.0: client_secret/,
    ],
    [
      'no key for private_key_jwt',
      { ...provider, token_endpoint_auth_method: 'private_key_jwt' },
      /identity_providers\.0: private_key_file/,
    ],
    [
      'no openid among its scopes',
      { ...provider, scopes: ['email'] },
      /identity_providers\.0\.scopes: must include/,
    ],
    [
      'a name in one language',
      { ...provider, display_name: { en: 'x' } },
      /identity_providers\.0\.display_name\.ko/,
    ],
    ['a secret in the file', { ...provider, client_secret: 'x' }, /identity_providers\.0: .*client_secret/],
  ])('refuse a provider with %s', (_what, entry, message) => {
    const mistakes = mistakesOf(() => withProviders(entry));
    expect(mistakes).toEqual([expect.stringMatching(message)]);
    expect(mistakes.join()).not.toContain('not-to-be-told');
  });

  it('may be as the documentation shows them', () => {
    const secret = join(folder, 'secret');
    writeFileSync(secret, 'a-secret');
    const guide = readFileSync('docs/identity-providers.md', 'utf8');
    const examples = [...guide.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json = '']) =>
      json.replace('/run/secrets/entra-client-secret', secret),
    );
    expect(examples).toHaveLength(3);
    for (const example of examples) {
      const variable = example.includes('external_issuers')
        ? 'EXTERNAL_ISSUERS_FILE'
        : 'IDENTITY_PROVIDERS_FILE';
      const environment = { [variable]: file(example), KEYCLOAK_CLIENT_SECRET: 'a-secret' };
      expect(mistakesOf(() => loadConfiguration(environment))).toEqual([]);
    }
  });

  it.each([
    ['is not there', '/nonexistent/file.json'],
    ['is no JSON', undefined],
  ])('name the variable of a file that %s', (_what, path) => {
    const load = () => loadConfiguration({ EXTERNAL_ISSUERS_FILE: path ?? file('{') });
    expect(mistakesOf(load)).toEqual(['EXTERNAL_ISSUERS_FILE: names no readable file with a JSON document']);
  });
});
