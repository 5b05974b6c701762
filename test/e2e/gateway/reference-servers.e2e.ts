import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startChildServer, type ChildServer } from '../../support/child-server.js';
import { auditRecords } from '../../support/audit-records.js';
import { createClient, type TestClient } from '../../support/clients.js';
import { freePort } from '../../support/free-port.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { upstreamsFile } from '../../support/upstreams-file.js';
import { referenceServer, someFolder } from './reference-servers.js';
import {
  connectDirectly,
  connectHttp,
  GENERATIONS,
  ownPart,
  type AnyClient,
  type Answer,
  type Generation,
} from './upstream-clients.js';

type Calls = readonly (readonly [tool: string, args: object | undefined])[];

interface Tried {
  readonly name: string;
  /** How it is declared, beside what all are. */
  readonly upstream: (own: string) => object;
  /** To the server itself. */
  readonly connect: (generation: Generation, own: string) => Promise<AnyClient>;
  readonly calls: (own: string) => Calls;
  /** Tools that say what differs between two processes. */
  readonly varying: readonly string[];
}

const CHILD_ENV = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' };
const memoryFile = (own: string) => join(tmpdir(), `gatehouse-memory-${own}.jsonl`);
const KIM = { name: 'Kim', entityType: 'person', observations: ['likes tea'] };
const TEA = { name: 'Tea', entityType: 'drink', observations: [] };

/** A server that is started by whoever talks to it. */
function program(
  command: (own: string) => string[],
  env: (own: string) => Record<string, string>,
): Pick<Tried, 'upstream' | 'connect'> {
  return {
    upstream: (own) => {
      const [program, ...args] = command(own);
      // The service finds the program by the path it has itself.
      const variables = Object.fromEntries(Object.entries(env(own)).filter(([name]) => name !== 'PATH'));
      return { command: program, args, env: variables };
    },
    connect: (generation, own) => connectDirectly(generation, { command: command(own), env: env(own) }),
  };
}

const everything: Tried = {
  name: 'everything',
  ...program(
    () => referenceServer('everything', 'stdio'),
    () => CHILD_ENV,
  ),
  varying: ['get-env'],
  calls: () => [
    ['echo', { message: 'hello' }],
    ['echo', {}],
    ['echo', undefined],
    ['get-sum', { a: 2, b: 3.5 }],
    ['get-sum', { a: 'two' }],
    ['get-env', {}],
    ['get-tiny-image', {}],
    ['get-annotated-message', { messageType: 'error', includeImage: true }],
    ['get-resource-links', { count: 3 }],
    ['get-resource-reference', { resourceType: 'Text', resourceId: 1 }],
    ['get-structured-content', { location: 'Chicago' }],
    ['gzip-file-as-resource', { name: 'x.gz', data: 'data:text/plain,hello', outputType: 'resourceLink' }],
    ['toggle-subscriber-updates', {}],
    ['trigger-long-running-operation', { duration: 0.2, steps: 2 }],
  ],
};

/** The one that is there over HTTP; both clients talk to the same process, each in a session of its own. */
let httpPort: number;
const httpUrl = () => `http://127.0.0.1:${httpPort}/mcp`;
const everythingOverHttp: Tried = {
  ...everything,
  name: 'everything-http',
  upstream: () => ({ url: httpUrl(), private_address: true }),
  connect: (generation) => connectHttp(generation, httpUrl()),
  varying: [],
};

const folders = new Map<string, string>();
const folderOf = (own: string) => {
  const folder = folders.get(own) ?? someFolder();
  folders.set(own, folder);
  return folder;
};
const filesystem: Tried = {
  name: 'filesystem',
  ...program(
    (own) => referenceServer('filesystem', folderOf(own)),
    () => CHILD_ENV,
  ),
  varying: ['get_file_info'],
  calls: (own) => {
    const at = (name: string) => join(folderOf(own), name);
    return [
      ['read_file', { path: at('hello.txt') }],
      ['read_text_file', { path: at('hello.txt'), head: 1 }],
      ['read_media_file', { path: at('hello.txt') }],
      ['read_multiple_files', { paths: [at('hello.txt'), at('missing.txt')] }],
      ['write_file', { path: at('new.txt'), content: 'new' }],
      ['edit_file', { path: at('new.txt'), edits: [{ oldText: 'new', newText: 'old' }] }],
      ['create_directory', { path: at('sub') }],
      ['list_directory', { path: at('') }],
      ['list_directory_with_sizes', { path: at('') }],
      ['directory_tree', { path: at('') }],
      ['move_file', { source: at('new.txt'), destination: at('sub/moved.txt') }],
      ['search_files', { path: at(''), pattern: '*.txt' }],
      ['get_file_info', { path: at('hello.txt') }],
      ['list_allowed_directories', {}],
      ['read_text_file', { path: '/etc/passwd' }],
    ];
  },
};

const memory: Tried = {
  name: 'memory',
  ...program(
    () => referenceServer('memory'),
    (own) => ({ ...CHILD_ENV, MEMORY_FILE_PATH: memoryFile(own) }),
  ),
  varying: [],
  calls: () => [
    ['create_entities', { entities: [KIM, TEA] }],
    ['create_relations', { relations: [{ from: 'Kim', to: 'Tea', relationType: 'drinks' }] }],
    ['add_observations', { observations: [{ entityName: 'Kim', contents: ['lives here'] }] }],
    ['read_graph', {}],
    ['search_nodes', { query: 'tea' }],
    ['open_nodes', { names: ['Kim'] }],
    ['delete_observations', { deletions: [{ entityName: 'Kim', observations: ['lives here'] }] }],
    ['delete_relations', { relations: [{ from: 'Kim', to: 'Tea', relationType: 'drinks' }] }],
    ['delete_entities', { entityNames: ['Kim', 'Tea'] }],
    ['read_graph', {}],
  ],
};

const TRIED = [everything, everythingOverHttp, filesystem, memory];
const own = (server: Tried, generation: string) => `${server.name}-${generation.replace(' ', '-')}`;

/** Its folder, the time it tells and the session it names are all that differs between two servers. */
function alike(answer: Answer, folder: string | undefined): unknown {
  const text = JSON.stringify(ownPart(answer))
    .replaceAll(/\d+:\d\d:\d\d [AP]M/g, 'TIME')
    .replaceAll(/session [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'session ID');
  return JSON.parse(folder === undefined ? text : text.replaceAll(folder, '/FOLDER')) as unknown;
}

/** Tasks are not relayed, so a tool that is nothing else is not offered. */
function needsTask({ execution }: Answer): boolean {
  return (execution as { taskSupport?: string } | undefined)?.taskSupport === 'required';
}

/** Whether it can be called as a task is a member of 2025-11-25 only; through us, a client may speak another revision. */
function inEveryRevision({ execution: _execution, ...tool }: Answer): Answer {
  return tool;
}

describe('The official reference servers behind the gateway', () => {
  let gatehouse: Gatehouse;
  let reader: TestClient;

  let http: ChildServer;

  /** One upstream for each client, so that what one changes another does not see. */
  const declared = () =>
    TRIED.flatMap((server) =>
      GENERATIONS.map((generation, index) => ({
        ...server.upstream(`through-${own(server, generation)}`),
        name: `${server.name}-${index}`,
        scopes: ['write'],
        pii: 'keep',
        merged: false,
      })),
    );
  const endpoint = (server: Tried, generation: Generation) =>
    `http://localhost:${gatehouse.port}/mcp/${server.name}-${GENERATIONS.indexOf(generation)}`;

  beforeAll(async () => {
    httpPort = await freePort();
    const [command = '', ...args] = referenceServer('everything', 'streamableHttp');
    http = await startChildServer([command, ...args], httpPort, { PORT: String(httpPort) });
    gatehouse = await startGatehouse({ env: { UPSTREAMS_FILE: upstreamsFile(declared()) } });
    reader = await createClient(gatehouse, { scopes: ['mcp.access', 'read'] });
  });
  afterAll(async () => {
    await gatehouse.stop();
    await http.stop();
  });

  describe.each(TRIED.map((server) => [server.name, server] as const))('%s', (_name, server) => {
    it.each(GENERATIONS)('answers every call of the %s client as it does directly', async (generation) => {
      const [through, directly] = [own(server, generation), `${own(server, generation)}-direct`];
      const direct = await server.connect(generation, directly);
      const client = await connectHttp(
        generation,
        endpoint(server, generation),
        await gatehouse.token({ scope: 'mcp.access write' }),
      );
      const ask = async (each: AnyClient, id: string) => {
        const answers: [string, unknown][] = [];
        const folder = folders.get(id);
        for (const [tool, args] of server.calls(id))
          if (!server.varying.includes(tool))
            answers.push([tool, alike(await each.callTool(tool, args), folder)]);
        return answers;
      };
      const expected = await ask(direct, directly);
      const tools = (await direct.tools()).filter((tool) => !needsTask(tool));
      expect((await client.tools()).map(inEveryRevision)).toEqual(tools.map(inEveryRevision));
      expect(new Set(expected.map(([tool]) => tool)).size).toBeGreaterThan(tools.length / 2);
      expect(await ask(client, `through-${through}`)).toEqual(expected);
      await Promise.all([direct.close(), client.close()]);
    });

    it.each(GENERATIONS)('shows and does nothing for a %s client without the scope', async (generation) => {
      const token = await gatehouse.token({ ...reader, scope: 'read' });
      const client = await connectHttp(generation, endpoint(server, generation), token);
      expect(await client.tools()).toEqual([]);
      const [[tool, args]] = server.calls(`through-${own(server, generation)}`) as [Calls[number]];
      const { error } = await client.callTool(tool, args);
      expect(JSON.stringify(error)).toMatch(/insufficient|403|Forbidden|scope/i);
      await client.close();
    });
  });

  it('leaves one record of each call, which names the server', async () => {
    const mark = randomBytes(4).toString('hex');
    const client = await connectHttp(
      'v2',
      endpoint(everything, 'v2'),
      await gatehouse.token({ scope: 'mcp.access write' }),
    );
    const before = await auditRecords(gatehouse, { event_type: 'tool.called' });
    await client.callTool('echo', { message: mark });
    const after = await auditRecords(gatehouse, { event_type: 'tool.called' });
    expect(after.length).toBe(before.length + 1);
    expect(after.map(({ target }) => (target as { id: string }).id)).toContain('everything-1/echo');
    await client.close();
  });
});
