import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { forge } from '../lib/keys.mjs';
import { send } from '../lib/http-request.mjs';
import { statelessCall, TOOL_RESULT } from '../lib/mcp-requests.mjs';
import { ServerProcess } from '../lib/server-process.mjs';
import { databaseServer } from '../lib/database-server.mjs';
import { startSeed } from '../lib/seed-process.mjs';
import { bearer, onceWork, sessionWork, tokenRequests } from './floors.mjs';

/** @typedef {import('./floors.mjs').Contestant} Contestant */

const root = fileURLToPath(new URL('../../', import.meta.url));
const build = resolve(root, process.env.GATEHOUSE_DIST ?? 'dist');
const NAME = 'Gatehouse';

/** The limits that would answer 429 to a load; everything else stays as it is by default. */
const LIFTED_LIMITS = { TOKEN_REQUESTS_PER_MINUTE: '10000000', REQUESTS_PER_MINUTE: '10000000' };

/** @returns {Contestant} */
function token() {
  return {
    name: NAME,
    start: startGatehouse,
    prepare: async (server) => {
      const client = await administratorClient(server);
      return tokenRequests(client.id, client.secret);
    },
  };
}

/**
 * @param {'code' | 'refresh'} kind what a person's client redeems
 * @returns {Contestant}
 */
function people(kind) {
  return {
    name: `${NAME}, ${kind}`,
    start: startGatehouse,
    prepare: async (server) => {
      const seed = startSeed(server, build);
      return onceWork(kind, (count) => seed({ seed: kind, count }));
    },
  };
}

/** @returns {Contestant} */
function hello() {
  return {
    name: NAME,
    start: startGatehouse,
    prepare: async (server) => {
      const token = await accessToken(server);
      const get = (headers) => ({
        method: 'GET',
        path: '/hello',
        headers: { 'accept-language': 'en', ...headers },
      });
      return {
        requests: [get(bearer(token))],
        expected: 'Hello',
        refusals: [get({}), get(bearer(forge(token)))],
      };
    },
  };
}

/** @returns {Contestant} */
function stateless(call) {
  return {
    name: `${NAME}, ${call.name}`,
    start: startGatehouse,
    prepare: async (server) => {
      const token = await accessToken(server, '/mcp');
      return {
        requests: [statelessCall(call, bearer(token))],
        expected: TOOL_RESULT,
        refusals: [statelessCall(call, bearer(forge(token))), statelessCall(call, {})],
      };
    },
  };
}

/** @returns {Contestant} */
function session(call) {
  return {
    name: `${NAME}, ${call.name}`,
    start: startGatehouse,
    prepare: async (server) => sessionWork(server, call, await accessToken(server, '/mcp')),
    token: (server) => accessToken(server, '/mcp'),
  };
}

/** The service in each comparison; `call` is the tool it is asked for. */
export const gatehouse = {
  token,
  code: () => people('code'),
  refresh: () => people('refresh'),
  hello,
  stateless,
  session,
};

/**
 * Starts the built service on a new database: of the PostgreSQL server when there is one, else the embedded one.
 *
 * @param {{ databaseUrl?: string | null, folder?: string, pinned?: boolean, nodeFlags?: string[] }} [options]
 *   `databaseUrl: null` asks for the embedded database
 */
export async function startGatehouse({ databaseUrl, env, ...options } = {}) {
  const script = join(build, 'main.js');
  if (!existsSync(script)) throw new Error(`${script} is missing; run \`npm run build\` first`);
  const created = databaseUrl === undefined ? await (await databaseServer())?.create() : undefined;
  const url = created?.url ?? databaseUrl ?? '';
  return ServerProcess.start({
    ...options,
    script,
    readyPath: '/health/live',
    env: { ...LIFTED_LIMITS, NODE_ENV: 'development', HOST: '127.0.0.1', DATABASE_URL: url, ...env },
    afterStop: created?.drop,
  });
}

/** The administrator's client of a first start: it signs ES256, like every client that does not say otherwise. */
async function administratorClient(server) {
  const file = await readFile(join(server.folder, '.data/admin-client.json'), 'utf8');
  const { client_id: id, client_secret: secret } = JSON.parse(file);
  return { id, secret };
}

/** A token of the administrator's client for the resource at `path`. */
export async function accessToken(server, path = '') {
  const client = await administratorClient(server);
  const { requests } = tokenRequests(client.id, client.secret, { resource: `${server.url}${path}` });
  const { status, text } = await send(server.url, requests[0]);
  if (status !== 200) throw new Error(`${NAME} answered the token request with ${status}: ${text}`);
  return JSON.parse(text).access_token;
}
