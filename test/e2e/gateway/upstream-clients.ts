import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as StdioV1 } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as TransportV1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';

const IDENTITY = { name: 'gateway-e2e', version: '1.0.0' };

/** An answer as the client hands it over: the result, or the code and message of the error. */
export type Answer = Record<string, unknown>;

/** What both official clients can do, in one shape. */
export interface AnyClient {
  request(method: string, params?: object): Promise<Answer>;
  tools(): Promise<readonly Record<string, unknown>[]>;
  callTool(
    name: string,
    args: object | undefined,
    options?: { onProgress?: (progress: Answer) => void; signal?: AbortSignal },
  ): Promise<Answer>;
  instructions(): string | undefined;
  onNotification(method: string, listener: (params: Answer) => void): void;
  close(): Promise<void>;
}

export interface Server {
  readonly command: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

export type Generation = 'v2 auto' | 'v2' | 'v1';
export const GENERATIONS: readonly Generation[] = ['v2 auto', 'v2', 'v1'];

/** To an endpoint, with a token where it wants one. */
export function connectHttp(generation: Generation, url: string, token?: string): Promise<AnyClient> {
  const requestInit = token === undefined ? {} : { headers: { Authorization: `Bearer ${token}` } };
  const transport =
    generation === 'v1'
      ? new TransportV1(new URL(url), { requestInit })
      : new StreamableHTTPClientTransport(new URL(url), { requestInit });
  return connect(generation, transport);
}

/** SDK v2 with a person behind it, who fills in every form alike. Resolves with what the tool says in the end. */
export async function callWithPerson(
  generation: 'v2 auto' | 'v2',
  url: string,
  token: string,
  tool: string,
  content: Record<string, string>,
): Promise<{ readonly asked: readonly unknown[]; readonly answer: Answer }> {
  const negotiation = generation === 'v2 auto' ? { versionNegotiation: { mode: 'auto' as const } } : {};
  const client = new Client(IDENTITY, { capabilities: { elicitation: { form: {} } }, ...negotiation });
  const asked: unknown[] = [];
  client.setRequestHandler('elicitation/create', ({ params }) => {
    asked.push(params.message);
    return Promise.resolve({ action: 'accept', content });
  });
  const requestInit = { headers: { Authorization: `Bearer ${token}` } };
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
  const answer = (await client.callTool({ name: tool, arguments: {} })) as Answer;
  await client.close();
  return { asked, answer };
}

/** To a server itself, as a client does without a gateway. */
export function connectDirectly(generation: Generation, { command, env }: Server): Promise<AnyClient> {
  const [program = '', ...args] = command;
  const options = { command: program, args, env: { ...env }, stderr: 'ignore' as const };
  return connect(generation, generation === 'v1' ? new StdioV1(options) : new StdioClientTransport(options));
}

async function connect(generation: Generation, transport: unknown): Promise<AnyClient> {
  const client =
    generation === 'v1'
      ? new ClientV1(IDENTITY)
      : new Client(IDENTITY, generation === 'v2 auto' ? { versionNegotiation: { mode: 'auto' } } : {});
  await (client as ClientV1).connect(transport as TransportV1);
  return wrap(client as ClientV1, generation === 'v1');
}

function wrap(client: ClientV1, isV1: boolean): AnyClient {
  const answered = async (work: Promise<unknown>): Promise<Answer> => {
    try {
      return (await work) as Answer;
    } catch (error) {
      const { code, message } = error as { code?: unknown; message: string };
      return { error: { code, message } };
    }
  };
  const calls: Record<string, (params: never) => Promise<unknown>> = {
    'resources/list': (params) => client.listResources(params),
    'resources/templates/list': (params) => client.listResourceTemplates(params),
    'resources/read': (params) => client.readResource(params),
    'prompts/list': (params) => client.listPrompts(params),
    'prompts/get': (params) => client.getPrompt(params),
    'completion/complete': (params) => client.complete(params),
    ping: () => client.ping(),
    'logging/setLevel': ({ level }) => client.setLoggingLevel(level),
    'resources/subscribe': (params) => client.subscribeResource(params),
    'resources/unsubscribe': (params) => client.unsubscribeResource(params),
  };
  return {
    request: (method, params = {}) => answered(calls[method]!(params as never)),
    tools: async () => (await client.listTools()).tools,
    callTool: (name, args, { onProgress, signal } = {}) => {
      const options = { ...(onProgress && { onprogress: onProgress as never }), ...(signal && { signal }) };
      const params = { name, ...(args !== undefined && { arguments: args as never }) };
      return answered(
        isV1
          ? client.callTool(params, undefined, options)
          : (client as unknown as Client).callTool(params, options),
      );
    },
    instructions: () => client.getInstructions(),
    onNotification: (method, listener) => {
      client.fallbackNotificationHandler = (notification) => {
        if (notification.method === method) listener(notification.params as Answer);
        return Promise.resolve();
      };
    },
    close: () => client.close(),
  };
}

/** Less what belongs to the way it took: when an answer may be kept, and who served it last. */
export function ownPart({
  _meta,
  ttlMs: _ttl,
  cacheScope: _scope,
  resultType: _type,
  ...answer
}: Answer): Answer {
  const { 'io.modelcontextprotocol/serverInfo': _server, ...meta } = (_meta ?? {}) as Answer;
  return Object.keys(meta).length === 0 ? answer : { ...answer, _meta: meta };
}
