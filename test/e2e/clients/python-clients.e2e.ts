import { spawn, spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline';
import { Browser } from '../../support/browser.js';
import { createClient, type TestClient } from '../../support/clients.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createUser, type TestUser } from '../../support/people.js';

const CALLBACK = 'http://127.0.0.1:9/callback';

/** Prints the URL to visit, reads where the browser was sent, then prints what it got. */
const AUTHLIB = `
import json, sys
from authlib.common.security import generate_token
from authlib.integrations.requests_client import OAuth2Session
job = json.loads(sys.stdin.readline())
base = job["url"]
session = OAuth2Session(job["client_id"], job["client_secret"], scope="mcp.access offline_access",
                        redirect_uri=job["callback"], code_challenge_method="S256",
                        token_endpoint=base + "/oauth2/token", revocation_endpoint_auth_method="client_secret_basic")
verifier = generate_token(48)
url, state = session.create_authorization_url(base + "/oauth2/authorize", code_verifier=verifier)
print(url, flush=True)
redirect = sys.stdin.readline().strip()
first = session.fetch_token(authorization_response=redirect, state=state, code_verifier=verifier)
greeting = session.get(base + "/hello").status_code
second = session.refresh_token(base + "/oauth2/token", refresh_token=first["refresh_token"])
again = session.get(base + "/hello").status_code
revoked = session.revoke_token(base + "/oauth2/revoke", token=second["refresh_token"]).status_code
print(json.dumps({"greeting": greeting, "again": again, "rotated": first["refresh_token"] != second["refresh_token"],
                  "revoked": revoked, "afterwards": session.get(base + "/hello").status_code}), flush=True)
`;

/** It has no PKCE: its own credentials, and a refresh token that another client of the same id got. */
const REQUESTS_OAUTHLIB = `
import json, sys
from oauthlib.oauth2 import BackendApplicationClient
from requests_oauthlib import OAuth2Session
job = json.loads(sys.stdin.readline())
base, basic = job["url"], (job["client_id"], job["client_secret"])
own = OAuth2Session(client=BackendApplicationClient(client_id=job["client_id"], scope=["mcp.access"]))
own.fetch_token(base + "/oauth2/token", auth=basic)
session = OAuth2Session(job["client_id"], token={"refresh_token": job["refresh_token"], "token_type": "Bearer"})
session.refresh_token(base + "/oauth2/token", auth=basic)
print(json.dumps({"own": own.get(base + "/hello").status_code, "refreshed": session.get(base + "/hello").status_code}),
      flush=True)
`;

const interpreter = ['/usr/bin/python3', 'python3'].find(
  (command) => spawnSync(command, ['-c', 'import authlib, requests_oauthlib']).status === 0,
);
const describeWithPython = interpreter === undefined ? describe.skip : describe;

describeWithPython('OAuth clients for Python (python3-authlib, python3-requests-oauthlib)', () => {
  let gatehouse: Gatehouse;
  let user: TestUser;
  let client: TestClient;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
    user = await createUser(gatehouse, { roles: ['user'] });
    client = await createClient(gatehouse, {
      redirectUris: [CALLBACK],
      grantTypes: ['authorization_code', 'refresh_token', 'client_credentials'],
      scopes: ['mcp.access', 'read', 'offline_access'],
    });
  }, 120_000);
  afterAll(() => gatehouse.stop());

  const job = (more: object = {}) => ({
    url: gatehouse.url,
    client_id: client.clientId,
    client_secret: client.clientSecret,
    callback: CALLBACK,
    ...more,
  });

  it('authlib completes a code flow with PKCE, refreshes and revokes', async () => {
    const outcome = await python(AUTHLIB, job(), (url) => new Browser(user).signIn(new URL(url)));
    expect(outcome).toEqual({ greeting: 200, again: 200, rotated: true, revoked: 200, afterwards: 401 });
  }, 60_000);

  it('requests-oauthlib gets a token for itself and refreshes one of a person', async () => {
    const refreshToken = await obtainRefreshToken(gatehouse, client, user);
    const outcome = await python(REQUESTS_OAUTHLIB, job({ refresh_token: refreshToken }));
    expect(outcome).toEqual({ own: 200, refreshed: 200 });
  }, 60_000);
});

/** Runs the program, visits the URL it may print, and resolves with the JSON it prints last. */
async function python(
  program: string,
  job: object,
  visit?: (url: string) => Promise<URL>,
): Promise<Record<string, unknown>> {
  const child = spawn(interpreter ?? '', ['-c', program], {
    env: { ...process.env, OAUTHLIB_INSECURE_TRANSPORT: '1', AUTHLIB_INSECURE_TRANSPORT: '1' },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let complaints = '';
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  child.stdin.write(`${JSON.stringify(job)}\n`);
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('{')) return JSON.parse(line) as Record<string, unknown>;
    if (visit !== undefined) child.stdin.write(`${(await visit(line)).href}\n`);
  }
  throw new Error(`python said: ${complaints}`);
}

async function obtainRefreshToken(gatehouse: Gatehouse, client: TestClient, user: TestUser): Promise<string> {
  const verifier = 'a-verifier-of-more-than-forty-three-characters';
  const { createHash } = await import('node:crypto');
  const url = new URL(`${gatehouse.url}/oauth2/authorize`);
  url.search = new URLSearchParams({
    client_id: client.clientId,
    redirect_uri: CALLBACK,
    response_type: 'code',
    scope: 'mcp.access offline_access',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
  }).toString();
  const redirect = await new Browser(user).signIn(url);
  const answer = await fetch(`${gatehouse.url}/oauth2/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      code: redirect.searchParams.get('code') ?? '',
      redirect_uri: CALLBACK,
      code_verifier: verifier,
      client_id: client.clientId,
      client_secret: client.clientSecret,
    }),
  });
  return ((await answer.json()) as { refresh_token: string }).refresh_token;
}
