import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync, chmodSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Browser } from '../../support/browser.js';
import { createClient } from '../../support/clients.js';
import { freePort } from '../../support/free-port.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createUser, type TestUser } from '../../support/people.js';

const MODULES = '/usr/lib/apache2/modules';
const isInstalled = existsSync(join(MODULES, 'mod_auth_openidc.so')) && existsSync('/usr/sbin/apache2');
const describeWithApache = isInstalled ? describe : describe.skip;

/** The certified relying party of Debian (libapache2-mod-auth-openidc), as a site's administrator sets it up. */
describeWithApache('Apache with mod_auth_openidc', () => {
  let gatehouse: Gatehouse;
  let user: TestUser;
  let site: { readonly url: string; stop(): Promise<void> };

  beforeAll(async () => {
    gatehouse = await startGatehouse();
    user = await createUser(gatehouse, { roles: ['user'] });
    const port = await freePort();
    const client = await createClient(gatehouse, {
      redirectUris: [`http://localhost:${port}/protected/callback`],
      grantTypes: ['authorization_code'],
      scopes: ['openid', 'profile', 'email'],
    });
    site = await startApache(port, gatehouse, client);
  }, 120_000);
  afterAll(async () => {
    await site.stop();
    await gatehouse.stop();
  });

  it('logs a person in and knows who it is', async () => {
    const browser = new Browser(user);
    const page = await browser.visit(new URL(`${site.url}/protected/`));
    expect(page.status).toBe(200);
    expect(page.headers.get('x-person')).toBe(user.username);
    expect((await browser.visit(new URL(`${site.url}/protected/`))).status).toBe(200);
  }, 60_000);

  it('lets nobody in without', async () => {
    const answer = await fetch(`${site.url}/protected/`, { redirect: 'manual' });
    expect(answer.status).toBe(302);
    expect(answer.headers.get('location')).toContain(`${gatehouse.url}/oauth2/authorize`);
  });
});

async function startApache(
  port: number,
  gatehouse: Gatehouse,
  client: { readonly clientId: string; readonly clientSecret: string },
) {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-apache-'));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, 'protected'));
  writeFileSync(join(folder, 'protected', 'index.html'), 'inside\n');
  const file = join(folder, 'apache.conf');
  writeFileSync(file, configuration(folder, port, gatehouse, client));
  const child = spawn('/usr/sbin/apache2', ['-f', file, '-X'], { stdio: 'ignore' });
  await untilListening(child, port, join(folder, 'error.log'));
  return {
    url: `http://localhost:${port}`,
    async stop() {
      const ended = new Promise((done) => child.once('exit', done));
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configuration(
  folder: string,
  port: number,
  gatehouse: Gatehouse,
  client: { readonly clientId: string; readonly clientSecret: string },
): string {
  const modules = ['mpm_prefork', 'authn_core', 'authz_core', 'authz_user', 'headers', 'dir', 'auth_openidc'];
  const root = process.getuid?.() === 0;
  return `
ServerRoot "${folder}"
ServerName localhost
PidFile "${folder}/apache.pid"
ErrorLog "${folder}/error.log"
Listen 127.0.0.1:${port}
${modules.map((name) => `LoadModule ${name}_module ${MODULES}/mod_${name}.so`).join('\n')}
${root ? 'User www-data\nGroup www-data' : ''}
DocumentRoot "${folder}"
DirectoryIndex index.html
OIDCProviderMetadataURL ${gatehouse.url}/.well-known/openid-configuration
OIDCClientID ${client.clientId}
OIDCClientSecret ${client.clientSecret}
OIDCRedirectURI http://localhost:${port}/protected/callback
OIDCCryptoPassphrase ${'a-passphrase-of-the-site'}
OIDCPKCEMethod S256
OIDCScope "openid profile"
OIDCRemoteUserClaim preferred_username
<Location /protected>
  AuthType openid-connect
  OIDCUnAuthAction auth true
  Require valid-user
  Header set X-Person "expr=%{REMOTE_USER}"
</Location>
`;
}

async function untilListening(child: ChildProcess, port: number, log: string): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (Date.now() < deadline && child.exitCode === null) {
    const answer = await fetch(`http://localhost:${port}/`).catch(() => undefined);
    if (answer !== undefined) return;
    await delay(100);
  }
  const text = existsSync(log)
    ? readFileSync(log, 'utf8')
    : spawnSync('/usr/sbin/apache2', ['-V']).stdout.toString();
  throw new Error(`Apache did not start:\n${text}`);
}
