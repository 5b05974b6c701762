import { ConfigurationError, loadConfiguration } from './load-configuration.js';

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://gatehouse.example',
} as const;

function mistakesOf(environment: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfiguration(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) return error.mistakes;
    throw error;
  }
}

describe('loadConfiguration', () => {
  it('needs nothing set', () => {
    const configuration = loadConfiguration({});
    expect(configuration.server).toMatchObject({ port: 8081, publicUrl: 'http://localhost:8081' });
    expect(configuration.tokens.accessTokenTtl).toBe(1800);
    expect(configuration.isProduction).toBe(false);
  });

  it.each([
    [{}, 'http://localhost:8081'],
    [{ PORT: '9000' }, 'http://localhost:9000'],
    [{ PUBLIC_URL: 'https://gate.example/base/' }, 'https://gate.example/base'],
    [{ PUBLIC_URL: 'https://Gate.Example' }, 'https://Gate.Example'],
    [
      { CONTAINER_APP_NAME: 'gate', CONTAINER_APP_ENV_DNS_SUFFIX: 'x.azure.example' },
      'https://gate.x.azure.example',
    ],
    [{ CONTAINER_APP_NAME: 'gate' }, 'http://localhost:8081'],
    [{ TLS_CERT_FILE: 'c', TLS_KEY_FILE: 'k' }, 'https://localhost:8081'],
  ])('takes the public URL from %j', (environment, expected) => {
    const { issuer, publicUrl } = loadConfiguration(environment).server;
    expect(publicUrl).toBe(expected);
    expect(issuer).toBe('PUBLIC_URL' in environment ? environment['PUBLIC_URL'] : expected);
  });

  it('reports every mistake at once, by name', () => {
    const mistakes = mistakesOf({ PORT: 'eighty', DATABASE_URL: 'mysql://x', LOG_LEVEL: 'loud' });
    expect(mistakes).toHaveLength(3);
    expect(mistakes.map((mistake) => mistake.split(':')[0])).toEqual(['PORT', 'DATABASE_URL', 'LOG_LEVEL']);
  });

  it('never repeats a value, which may be a secret', () => {
    const secret = 'hunter2-hunter2';
    const mistakes = mistakesOf({
      ...production,
      DATABASE_URL: secret,
      REDIS_URL: secret,
      JWT_SECRET_KEY: secret,
    });
    expect(mistakes.length).toBeGreaterThan(0);
    expect(mistakes.join('\n')).not.toContain(secret);
  });

  it.each([
    ['a half-configured TLS', { TLS_CERT_FILE: 'c' }, /TLS_KEY_FILE/],
    ['a migration login without a server', { DATABASE_MIGRATION_URL: 'postgres://x' }, /DATABASE_URL/],
    ['a scheme that browsers act on', { NATIVE_APP_SCHEMES: 'cursor,javascript' }, /NATIVE_APP_SCHEMES/],
    ['a public URL with a query', { PUBLIC_URL: 'https://x.example/?a=1' }, /PUBLIC_URL/],
    ['a public URL with credentials', { PUBLIC_URL: 'https://u:p@x.example' }, /PUBLIC_URL/],
  ])('refuses %s', (_what, environment, expected) => {
    expect(mistakesOf(environment).join('\n')).toMatch(expected);
  });

  it.each([
    [
      'the demo secret',
      { JWT_SECRET_KEY: 'mcp-oauth2-demo-secret-key-2025' },
      /JWT_SECRET_KEY: is the published demo/,
    ],
    ['a short secret', { JWT_SECRET_KEY: 'x'.repeat(31) }, /JWT_SECRET_KEY: is shorter than 32 bytes/],
    [
      'a plain-http public URL',
      { PUBLIC_URL: 'http://gatehouse.example' },
      /PUBLIC_URL: must be an https URL/,
    ],
    ['test tools', { CONFORMANCE_FIXTURES: 'true' }, /CONFORMANCE_FIXTURES/],
  ])('refuses %s in production, and says what to set', (_what, environment, expected) => {
    expect(mistakesOf({ ...production, ...environment }).join('\n')).toMatch(expected);
    expect(mistakesOf({ ...environment })).toEqual([]);
  });

  it('accepts a long secret in production', () => {
    expect(mistakesOf({ ...production, JWT_SECRET_KEY: 'x'.repeat(32) })).toEqual([]);
  });

  it('is frozen to the leaves', () => {
    const configuration = loadConfiguration({});
    expect(() => Object.assign(configuration.server, { port: 1 })).toThrow(TypeError);
  });

  it('treats an empty value as not set', () => {
    expect(loadConfiguration({ DATABASE_URL: '', PORT: '' }).database.url).toBeUndefined();
  });
});
