import { fileURLToPath } from 'node:url';
import { formRequest } from '../lib/http-request.mjs';
import { AUDIENCE, forge, ISSUER, signToken } from '../lib/keys.mjs';
import { openSession, sessionCall, statelessCall, TOOL_RESULT } from '../lib/mcp-requests.mjs';
import { CONNECTIONS } from '../lib/load.mjs';
import { mcpProxyProgram } from '../lib/mcp-proxy.mjs';
import { ServerProcess } from '../lib/server-process.mjs';

/**
 * One side of a comparison.
 *
 * @typedef {object} Contestant
 * @property {string} name
 * @property {(options?: Partial<import('../lib/server-process.mjs').Program>) => Promise<ServerProcess>} start
 * @property {(server: ServerProcess) => Promise<Work>} prepare
 *
 * @typedef {object} Work
 * @property {import('../lib/http-request.mjs').HttpRequest[]} requests what the connections repeat
 * @property {string} expected text that stands in every good answer
 * @property {import('../lib/http-request.mjs').HttpRequest[]} refusals requests that must not be served
 * @property {(seconds: number) => Promise<import('../lib/http-request.mjs').HttpRequest[]>} [renew] new requests for so
 *   many seconds, where each is good only once
 */

const CLIENT = { BENCH_CLIENT_ID: 'bench', BENCH_CLIENT_SECRET: 'a-generated-secret-of-the-bench-client' };
/** The echo tool on stdio. */
export const ECHO_PROGRAM = fileURLToPath(new URL('../floors/echo-stdio.mjs', import.meta.url));
const ECHO = { name: 'echo', arguments: { text: 'Machine 7 reports a vibration of 3.2 mm/s since 06:00' } };

/** @returns {Contestant} */
export function bareSigner(keys) {
  return {
    name: 'bare node:http ES256',
    start: (options) =>
      startFloor('bare-signer', '/', { ...CLIENT, BENCH_PRIVATE_KEY: keys.privatePem }, options),
    prepare: tokenWork,
  };
}

/** @returns {Contestant} */
export function oidcProvider(keys) {
  const env = { ...CLIENT, BENCH_PRIVATE_JWK: JSON.stringify(keys.privateJwk) };
  return {
    name: 'oidc-provider 9 ES256',
    start: (options) => startFloor('oidc-provider', '/.well-known/openid-configuration', env, options),
    prepare: tokenWork,
  };
}

/**
 * @param {'code' | 'refresh'} kind
 * @returns {Contestant}
 */
export function oidcProviderForPeople(keys, kind) {
  const { start } = oidcProvider(keys);
  return {
    name: `oidc-provider 9 ES256, ${kind}`,
    start,
    prepare: (server) => onceWork(kind, (count) => server.ask({ seed: kind, count })),
  };
}

/**
 * @param {'PEM' | 'KeyObject'} keyForm
 * @returns {Contestant}
 */
export function nestPassport(keys, keyForm) {
  return {
    name: `Nest Fastify + passport-jwt ES256 (${keyForm})`,
    start: (options) =>
      startFloor('nest-passport', '/hello', { ...verifying(keys), BENCH_KEY_FORM: keyForm }, options),
    prepare: async () => {
      const token = await signToken(keys);
      const get = (headers) => ({ method: 'GET', path: '/hello', headers });
      return {
        requests: [get(bearer(token))],
        expected: 'Hello',
        refusals: [get({}), get(bearer(forge(token)))],
      };
    },
  };
}

/** @returns {Contestant} */
export function mcpSdk2() {
  return {
    name: 'MCP SDK v2, stateless, open',
    start: (options) => startFloor('mcp-sdk2', '/mcp', {}, options),
    prepare: async () => ({ requests: [statelessCall(ECHO, {})], expected: TOOL_RESULT, refusals: [] }),
  };
}

/** Official server and client glued together, in front of the MCP server at `upstream`. */
export function sdkProxy(upstream) {
  const env = { BENCH_UPSTREAM: upstream };
  return { start: (options) => startFloor('sdk-proxy', '/mcp', env, options) };
}

/** npm's `mcp-proxy` in front of the echo tool as a program on stdio. */
export async function mcpProxy() {
  const env = { BENCH_MCP_PROXY: await mcpProxyProgram(), BENCH_PROGRAM: ECHO_PROGRAM };
  return { start: (options) => startFloor('mcp-proxy', '/mcp', env, options) };
}

/** @returns {Contestant} */
export function mcpSdk1(keys) {
  return {
    name: 'MCP SDK v1, session, bearer RS256',
    start: (options) => startFloor('mcp-sdk1', '/mcp', verifying(keys), options),
    prepare: async (server) => sessionWork(server, ECHO, await signToken(keys)),
    token: () => signToken(keys),
  };
}

/** A session per connection, and the same call with a forged token and with none. */
export async function sessionWork(server, call, token) {
  const opening = Array.from({ length: CONNECTIONS }, () => openSession(server.url, bearer(token)));
  const sessions = await Promise.all(opening);
  return {
    requests: sessions.map((id) => sessionCall(call, id, bearer(token))),
    expected: TOOL_RESULT,
    refusals: [sessionCall(call, sessions[0], bearer(forge(token))), sessionCall(call, sessions[0], {})],
  };
}

/** The embedded database alone, on the data folder of `options`. */
export function embeddedDatabase(options) {
  return startFloor('embedded-database', '/', {}, options);
}

/** The header of RFC 6750 §2.1. */
export function bearer(token) {
  return { authorization: `Bearer ${token}` };
}

/** Starts a program of `bench/floors`. */
function startFloor(name, readyPath, env, options) {
  const script = fileURLToPath(new URL(`../floors/${name}.mjs`, import.meta.url));
  return ServerProcess.start({ script, readyPath, env, ...options });
}

async function tokenWork() {
  const { BENCH_CLIENT_ID: id, BENCH_CLIENT_SECRET: secret } = CLIENT;
  return tokenRequests(id, secret);
}

/** A client credentials request (client_secret_post), and the same with a wrong secret. */
export function tokenRequests(clientId, secret, further = {}) {
  const fields = { grant_type: 'client_credentials', client_id: clientId, scope: 'mcp.access', ...further };
  const request = (client_secret) => formRequest('/oauth2/token', { ...fields, client_secret });
  return { requests: [request(secret)], expected: '"access_token":"ey', refusals: [request(`${secret}x`)] };
}

/** RFC 7636 Appendix B. */
export const PKCE = {
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
  challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
};
export const REDIRECT_URI = 'https://client.example/callback';
/** More than any contestant can take; a round ends early when they are used up. */
const SEEDS_PER_SECOND = 2_500;

/**
 * Token requests with codes or refresh tokens, each of which is good once.
 *
 * @param {'code' | 'refresh'} kind
 * @param {(count: number) => Promise<{ clientId: string, clientSecret: string, credentials: string[] }>} seed
 * @returns {Promise<Work>}
 */
export async function onceWork(kind, seed) {
  const requestsOf = ({ clientId, clientSecret, credentials }) =>
    credentials.map((credential) => onceRequest(kind, clientId, clientSecret, credential));
  const first = await seed(2);
  const requests = requestsOf(first);
  const wrongSecret = onceRequest(kind, first.clientId, `${first.clientSecret}x`, first.credentials[1]);
  return {
    requests,
    expected: '"refresh_token":"',
    // The check has sent the first already.
    refusals: [wrongSecret, requests[0]],
    renew: async (seconds) => requestsOf(await seed(Math.ceil(SEEDS_PER_SECOND * seconds))),
  };
}

function onceRequest(kind, client_id, client_secret, credential) {
  const fields =
    kind === 'refresh'
      ? { grant_type: 'refresh_token', refresh_token: credential }
      : {
          grant_type: 'authorization_code',
          code: credential,
          redirect_uri: REDIRECT_URI,
          code_verifier: PKCE.verifier,
        };
  return formRequest('/oauth2/token', { ...fields, client_id, client_secret });
}

function verifying(keys) {
  const claims = { BENCH_ISSUER: ISSUER, BENCH_AUDIENCE: AUDIENCE };
  return { ...claims, BENCH_ALGORITHM: keys.algorithm, BENCH_PUBLIC_KEY: keys.publicPem };
}
