import { createHmac } from 'node:crypto';
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { cli } from '../../support/cli.js';
import { bearer } from '../../support/doors.js';
import { LIVENESS_MS, within } from '../../support/eventually.js';
import { freePort } from '../../support/free-port.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';

const DEMO_KEY = 'mcp-oauth2-demo-secret-key-2025';
const MAIN = resolve(process.env['GATEHOUSE_DIST'] ?? 'dist', 'main.js');

async function tokenAnswer({ port }: Gatehouse): Promise<Record<string, unknown>> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: 'mcp-client',
    client_secret: 'secret',
  });
  const response = await fetch(`http://127.0.0.1:${port}/oauth2/token`, { method: 'POST', body });
  return (await response.json()) as Record<string, unknown>;
}

async function issuerOf({ port }: Gatehouse): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${port}/.well-known/openid-configuration`);
  return ((await response.json()) as Record<string, unknown>)['issuer'];
}

/** An address of this machine that is not `localhost`; Linux answers the whole of 127.0.0.0/8. */
const outside =
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.2';

function isReachable(host: string, port: number): Promise<boolean> {
  return new Promise((done) => {
    const socket = connect({ host, port, timeout: 1_000 });
    socket
      .once('connect', () => done(true))
      .once('error', () => done(false))
      .once('timeout', () => done(false));
    socket.once('connect', () => socket.destroy());
  });
}

/** The lines of the security log among what the service wrote. */
function auditLinesOf(gatehouse: Gatehouse): string[] {
  return gatehouse
    .output()
    .split('\n')
    .filter((line) => line.includes('"event_code"') && line.includes('"action_taken"'));
}

async function helloWith(
  gatehouse: Gatehouse,
  token: string,
): Promise<{ status: number; challenge: string | null }> {
  const { status, headers } = await fetch(`${gatehouse.url}/hello`, { headers: bearer(token) });
  return { status, challenge: headers.get('www-authenticate') };
}

/** The token as if it had been issued earlier, signed with the published key again. */
function aged(token: string, seconds: number): string {
  const [header = '', payload = ''] = token.split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as { iat: number; exp: number };
  const older = { ...claims, iat: claims.iat - seconds, exp: claims.exp - seconds };
  const signed = `${header}.${Buffer.from(JSON.stringify(older)).toString('base64url')}`;
  return `${signed}.${createHmac('sha256', DEMO_KEY).update(signed).digest('base64url')}`;
}

describe('settings that outsiders rely on', () => {
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    const env = { ACCESS_TOKEN_TTL: '120', HOST: '0.0.0.0', JWT_SECRET_KEY: DEMO_KEY, AUDIT_STDOUT: 'true' };
    gatehouse = await startGatehouse({ env });
  });
  afterAll(() => gatehouse.stop());

  it('ACCESS_TOKEN_TTL is the life of a token in seconds, in the answer and in the token', async () => {
    const answer = await tokenAnswer(gatehouse);
    const { iat = 0, exp = 0 } = decodeJwt(String(answer['access_token']));
    expect([answer['expires_in'], exp - iat]).toEqual([120, 120]);
  });

  it('a token that has lived its life is refused', async () => {
    const { status, challenge } = await helloWith(gatehouse, aged(await gatehouse.token(), 0));
    expect({ status, challenge }).toEqual({ status: 200, challenge: null });
    const refusal = await helloWith(gatehouse, aged(await gatehouse.token(), 180));
    expect(refusal.status).toBe(401);
    expect(refusal.challenge).toContain('error="invalid_token"');
  });

  it('JWT_SECRET_KEY with the published value starts in development, signs HS256, and warns', async () => {
    expect(decodeProtectedHeader(await gatehouse.token())).toMatchObject({ alg: 'HS256', typ: 'at+jwt' });
    expect(gatehouse.output()).toMatch(/"level":"warn".*JWT_SECRET_KEY/);
    expect(gatehouse.output()).not.toContain(DEMO_KEY);
  });

  it('AUDIT_STDOUT adds the audit lines to standard output', async () => {
    await gatehouse.token();
    const written = () => auditLinesOf(gatehouse).some((line) => line.includes('token.issued'));
    expect(await within(LIVENESS_MS, written)).toBe(true);
  });

  it('HOST opens the port to other machines', async () => {
    expect(await isReachable(outside, gatehouse.port)).toBe(true);
  });
});

describe('settings as they are by default', () => {
  let database: TestDatabase;
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    database = await createTestDatabase();
    gatehouse = await startGatehouse({ database });
  });
  afterAll(async () => {
    await gatehouse?.stop();
    await database?.drop();
  });

  it('the issuer is http://localhost:<port>', async () => {
    expect(await issuerOf(gatehouse)).toBe(`http://localhost:${gatehouse.port}`);
  });

  it('a token lives half an hour', async () => {
    expect(await tokenAnswer(gatehouse)).toMatchObject({ token_type: 'Bearer', expires_in: 1800 });
  });

  it('standard output holds no audit lines', () => {
    expect(auditLinesOf(gatehouse)).toEqual([]);
  });

  it('no other machine can connect', async () => {
    expect(await isReachable(outside, gatehouse.port)).toBe(false);
  });

  it.each(['ES256', 'RS256', 'PS256'])(
    'a client made for %s gets such tokens, and they work',
    async (alg) => {
      const created = (await cli(database, [
        ...['client', 'create', alg, '--algorithm', alg, '--scope', 'mcp.access', '--json'],
      ])) as { client_secret: string };
      const token = await gatehouse.token({
        clientId: alg,
        clientSecret: created.client_secret,
        scope: 'mcp.access',
      });
      const header = decodeProtectedHeader(token);
      const jwks = (await (await fetch(`${gatehouse.url}/.well-known/jwks.json`)).json()) as {
        keys: object[];
      };
      expect(header.alg).toBe(alg);
      expect(jwks.keys).toContainEqual(expect.objectContaining({ kid: header.kid, alg }));
      expect(await helloWith(gatehouse, token)).toMatchObject({ status: 200 });
    },
  );
});

describe('the variables of Azure Container Apps', () => {
  it('name the issuer where PUBLIC_URL does not', async () => {
    const issuer = 'https://gate.kind-sea.koreacentral.azurecontainerapps.io';
    const gatehouse = await startGatehouse({
      env: {
        CONTAINER_APP_NAME: 'gate',
        CONTAINER_APP_ENV_DNS_SUFFIX: 'kind-sea.koreacentral.azurecontainerapps.io',
      },
    });
    try {
      expect(await issuerOf(gatehouse)).toBe(issuer);
      expect(decodeJwt(await gatehouse.token())).toMatchObject({
        iss: issuer,
        aud: [issuer, `${issuer}/mcp`, 'mcp-client'],
      });
    } finally {
      await gatehouse.stop();
    }
  });
});

describe('a start with nothing set', () => {
  it('keeps its data in ./.data and its log in ./logs, and takes the rest from .env', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-cwd-'));
    const port = await freePort();
    writeFileSync(join(folder, '.env'), `PORT=${port}\nSERVICE_DOCUMENTATION_URL=https://docs.example\n`);
    const child = spawn(process.execPath, [MAIN], {
      cwd: folder,
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'] },
      stdio: 'ignore',
    });
    const ended = new Promise((done) => child.once('exit', done));
    try {
      const url = `http://localhost:${port}/.well-known/openid-configuration`;
      let answer: Response | undefined;
      for (let attempt = 0; answer === undefined && attempt < 300; attempt += 1) {
        answer = await fetch(url).catch(() => undefined);
        if (answer === undefined) await delay(100);
      }
      expect(await answer?.json()).toMatchObject({
        issuer: `http://localhost:${port}`,
        service_documentation: 'https://docs.example',
      });
      expect(statSync(join(folder, '.data')).mode & 0o777).toBe(0o700);
      expect(statSync(join(folder, '.data/admin-client.json')).mode & 0o777).toBe(0o600);
      expect(readFileSync(join(folder, 'logs/security_audit.log'), 'utf8')).toContain('client.created');
    } finally {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
