#!/usr/bin/env node
// What `conformance client --command` starts: connects to the MCP server named last, as the gateway connects to a server
// behind it. Every message, discovery, registration, token and question whether a person allows it goes through the built
// service's own modules; only the tables and the person at the browser are played here, in memory.
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const dist = resolve(import.meta.dirname, '..', process.env.GATEHOUSE_DIST ?? 'dist');
const load = (module) => import(pathToFileURL(join(dist, `${module}.js`)).href);

await import('reflect-metadata');
const { SystemClock } = await load('common/clock');
const { upstreamsSchema } = await load('config/upstreams/upstreams.schema');
const { GuardedFetcher, SystemNameResolver, TlsConnector } = await load('security/fetch/index');
const { UpstreamCredentials } = await load('gateway/upstreams/credentials/upstream-credentials');
const { UpstreamTokenRecords } = await load('gateway/upstreams/credentials/upstream-token-records');
const { GrantRequiredError } = await load('gateway/upstreams/grants/grant-required.error');
const { UpstreamConnect } = await load('gateway/upstreams/grants/upstream-connect');
const { UpstreamGrants } = await load('gateway/upstreams/grants/upstream-grants');
const { ClientRegistration } = await load('gateway/upstreams/oauth/client-registration');
const { UpstreamAuthorizationClient, declaredClient } = await load(
  'gateway/upstreams/oauth/upstream-authorization-client',
);
const { UpstreamConnections } = await load('gateway/upstreams/peer/upstream-connections');
const { Wires } = await load('gateway/upstreams/peer/wires');

const NAME = 'conformance';
const REDIRECT_URI = 'http://localhost:3000/upstreams/conformance/callback';
/** What the suite expects of a client that describes itself by a document. */
const DOCUMENT = 'https://conformance-test.local/client-metadata.json';
const USER = '3b9d5a52-6f0e-4c1c-9a55-0d9bb2a3c001';
const PERSON = { kind: 'user', subject: USER, clientId: 'suite', scopes: [], roles: [] };
/** Times a person allows something before they give up. */
const PATIENCE = 3;

const url = process.argv.at(-1);
const scenario = process.env.MCP_CONFORMANCE_SCENARIO ?? '';
const context = JSON.parse(process.env.MCP_CONFORMANCE_CONTEXT ?? '{}');
const isStateless = process.env.MCP_CONFORMANCE_PROTOCOL_VERSION === '2026-07-28';

const relay = upstreamsSchema({ SECRET: context.client_secret }).parse({
  upstreams: [
    {
      ...{ name: NAME, url, private_address: true, scopes: ['read'], pii: 'keep' },
      revision: isStateless ? '2026-07-28' : 'legacy',
      ...identity(),
    },
  ],
})[0].relay;

function identity() {
  const client = context.client_id === undefined ? {} : { client_id: context.client_id };
  if (context.private_key_pem !== undefined) {
    const file = join(mkdtempSync(join(tmpdir(), 'gatehouse-conformance-')), 'key.pem');
    writeFileSync(file, context.private_key_pem);
    const key = { private_key_file: file, private_key_algorithm: context.signing_algorithm };
    return { identity: 'client_credentials', authorization: { ...client, ...key } };
  }
  const secret = context.client_secret === undefined ? {} : { client_secret_env: 'SECRET' };
  const kind = scenario.startsWith('auth/client-credentials') ? 'client_credentials' : 'per_person';
  return { identity: kind, authorization: { ...client, ...secret } };
}

const clock = new SystemClock();
const fetcher = new GuardedFetcher(new SystemNameResolver(), new TlsConnector(), {
  fetch: { allowedHosts: [] },
});
// The suite's servers are on this machine, at ports that nobody knows beforehand.
fetcher.allowedHosts = { has: (host) => /^(localhost|127\.0\.0\.1):\d+$/.test(host) };

const trail = { record: async () => undefined, recordWithin: async () => undefined };
const records = new UpstreamTokenRecords(trail);
const transactions = { run: (work) => work({}) };
const feed = { onChange: () => undefined, isCurrent: () => false, announce: async () => undefined };
const grants = new UpstreamGrants(grantRows(), transactions, feed, trail, clock);
const registration = new ClientRegistration(fetcher, registeredClients());
const authorizations = authorizationsOf(relay.transport);
const links = { make: () => ({ url: `${REDIRECT_URI}/../connect`, id: 'link' }) };
const credentials = new UpstreamCredentials(undefined, authorizations, clock, records, grants, links);
const connections = new UpstreamConnections(NAME, relay, new Wires(fetcher, undefined, credentials), clock);
const upstream = { name: NAME, title: NAME, transport: relay.transport, identity: relay.transport.identity };
const connect = new UpstreamConnect(authorizations, pendingGrants(), grants, records, fetcher, {});

function authorizationsOf({ url: at, identity: { authorization } }) {
  const identify = (server) =>
    registration.identify(server, {
      ...{ upstream: NAME, redirectUri: REDIRECT_URI, metadataDocument: DOCUMENT, privateHosts: [] },
    });
  const client = new UpstreamAuthorizationClient(
    { url: at, authorization, privateHosts: [] },
    fetcher,
    authorization.clientId === undefined ? identify : declaredClient(authorization),
  );
  return { of: () => client, redirectUriOf: () => REDIRECT_URI };
}

/** The upstream_grants table, of one person. */
function grantRows() {
  let kept;
  return {
    find: async () => kept,
    save: async (_transaction, grant) => void (kept = { ...grant, version: (kept?.version ?? 0) + 1 }),
    beginRenewal: async () => true,
    endRenewal: async () => undefined,
    renew: async (grant, renewed) => ((kept = { ...grant, ...renewed, version: grant.version + 1 }), true),
    delete: async () => {
      const ended = kept;
      kept = undefined;
      return ended;
    },
  };
}

function pendingGrants() {
  const kept = new Map();
  return {
    insert: async ({ secrets }) => void kept.set(secrets.state, secrets),
    take: async (state) => {
      const secrets = kept.get(state);
      kept.delete(state);
      return secrets;
    },
  };
}

function registeredClients() {
  const kept = new Map();
  const keyOf = ({ issuer }) => issuer;
  return {
    find: async (key) => kept.get(keyOf(key)),
    keep: async (key, client) => (kept.set(keyOf(key), client), client),
  };
}

/** The person allows it: goes where they are sent, and brings back what they are given. */
async function allow(scopes) {
  const offer = await connect.offer(upstream, scopes);
  const person = { userId: USER, sessionId: 'session' };
  const sentTo = await connect.start(upstream, person, offer);
  const answer = await fetch(sentTo, { redirect: 'manual' });
  const back = new URL(answer.headers.get('location') ?? '', REDIRECT_URI);
  await connect.finish(upstream, person, back.search.slice(1));
}

/** As a call of the gateway, made again once the person has allowed what it needs. */
async function request(method, params = {}) {
  for (let asked = 0; ; asked += 1) {
    try {
      return await connections.use(PERSON, AbortSignal.timeout(20_000), (connection) =>
        connection.request(method, params, { signal: AbortSignal.timeout(20_000) }),
      );
    } catch (error) {
      if (!(error instanceof GrantRequiredError) || asked === PATIENCE) throw error;
      await allow(await authorizations.of().scopes());
    }
  }
}

try {
  const { tools = [] } = await request('tools/list');
  for (const { name } of tools.slice(0, 1)) await request('tools/call', { name, arguments: {} });
  // Once more: the suite's servers change between two calls.
  if (scenario === 'auth/authorization-server-migration') await request('tools/list');
  await connections.close();
  process.exit(0);
} catch (error) {
  const reasons = [];
  for (let each = error; each !== undefined && each !== null; each = each.cause)
    reasons.push(each.publicDetail ?? each.message, each.further ?? '');
  console.error(reasons.filter(Boolean).join(' < '));
  process.exit(1);
}
