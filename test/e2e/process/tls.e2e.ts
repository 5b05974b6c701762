import { readFileSync } from 'node:fs';
import { request } from 'node:https';
import { connect } from 'node:tls';
import { refusedStart, startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const TLS = {
  TLS_CERT_FILE: 'test/fixtures/tls/certificate.pem',
  TLS_KEY_FILE: 'test/fixtures/tls/private-key.pem',
};
const FORM = 'grant_type=client_credentials&client_id=mcp-client&client_secret=secret';

interface Answer {
  readonly status: number | undefined;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
}

/** `fetch` trusts no certificate of our own. */
function ask(url: string, headers: Record<string, string>, form?: string): Promise<Answer> {
  const options = {
    method: form === undefined ? 'GET' : 'POST',
    headers: {
      ...headers,
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
    },
    ca: readFileSync(TLS.TLS_CERT_FILE),
    agent: false,
  };
  return new Promise((resolve, reject) => {
    const outgoing = request(url, options, (incoming) => {
      let body = '';
      incoming.setEncoding('utf8').on('data', (text: string) => (body += text));
      incoming.on('end', () => resolve({ status: incoming.statusCode, headers: incoming.headers, body }));
    });
    outgoing.on('error', reject).end(form);
  });
}

describe('TLS_CERT_FILE and TLS_KEY_FILE', () => {
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    gatehouse = await startGatehouse({ env: TLS });
  });
  afterAll(() => gatehouse.stop());

  it('serve everything over HTTPS, under an https issuer', async () => {
    const answer = await ask(`${gatehouse.url}/oauth2/token`, {}, FORM);
    expect(answer.status).toBe(200);
    const { access_token: token } = JSON.parse(answer.body) as { access_token: string };
    const hello = await ask(`${gatehouse.url}/`, { authorization: `Bearer ${token}` });
    expect([hello.status, JSON.parse(hello.body)]).toMatchObject([200, { issuer: gatehouse.url }]);
    expect(gatehouse.url).toMatch(/^https:/);
  });

  it('tell browsers to stay with HTTPS', async () => {
    const { headers } = await ask(`${gatehouse.url}/health/live`, {});
    expect(headers['strict-transport-security']).toMatch(/^max-age=\d{8}/);
  });

  it('leave nothing to plain HTTP, nor to versions of TLS before 1.2', async () => {
    await expect(fetch(`http://127.0.0.1:${gatehouse.port}/health/live`)).rejects.toThrow();
    const failure = await new Promise<Error | undefined>((done) => {
      const options = { port: gatehouse.port, host: '127.0.0.1', rejectUnauthorized: false };
      const socket = connect({
        ...options,
        minVersion: 'TLSv1',
        maxVersion: 'TLSv1.1',
        ciphers: 'DEFAULT@SECLEVEL=0',
      });
      socket.once('secureConnect', () => done(undefined)).once('error', done);
    });
    expect(String(failure)).toMatch(/protocol version/i);
  });
});

describe('a start with unusable TLS files', () => {
  let database: TestDatabase;

  beforeEach(async () => {
    database = await createTestDatabase();
  });
  afterEach(() => database.drop());

  it.each([
    ['a certificate without its key', { TLS_CERT_FILE: TLS.TLS_CERT_FILE }, /TLS_KEY_FILE/],
    ['a file that does not exist', { ...TLS, TLS_KEY_FILE: 'nowhere.pem' }, /TLS_KEY_FILE.*nowhere\.pem/],
    ['a file that is no key', { ...TLS, TLS_KEY_FILE: 'package.json' }, /TLS_CERT_FILE.*TLS_KEY_FILE/],
  ])('%s is refused in plain words', async (_what, files, expected) => {
    const { code, output } = await refusedStart({ ...database.environment, ...files });
    expect(code).toBe(1);
    expect(output).toMatch(expected);
    expect(output).not.toMatch(/ {4}at /);
  });
});
