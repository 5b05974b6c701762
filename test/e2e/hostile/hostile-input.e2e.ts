import { bearer, statelessCall, withHeaders } from '../../support/doors.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { hostileJson, hostileStrings, SEED } from './hostile-values.js';

const STRINGS = 4_000;
const JSON_VALUES = 1_500;
const AT_ONCE = 8;
const HANG_MS = 20_000;
/** What an answer must never hold: a stack, a driver's words, a statement. */
const LEAK =
  /\n\s+at .+:\d+:\d+|node_modules|QueryFailedError|\bINSERT INTO\b|\bSELECT .+ FROM\b|pg-protocol|TypeError:/;

interface Attempt {
  readonly where: string;
  readonly path: string;
  readonly init: RequestInit;
}
type Target<Value> = (value: Value) => Attempt;

/** Lone surrogates cannot be sent in UTF-8. */
const wellFormed = (text: string) => Buffer.from(text).toString();
/** A header can carry only these; anything else never leaves a client. */
const headerValue = (text: string) =>
  text
    .replace(/[^\x20-\x7e]/g, '')
    .slice(0, 4_000)
    .trim();
const form = (parameters: Record<string, string>): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(parameters),
});
const CREDENTIALS = { grant_type: 'client_credentials', client_id: 'mcp-client', client_secret: 'secret' };

const tokenParameter =
  (name: string): Target<string> =>
  (value) => ({
    where: `token:${name}`,
    path: '/oauth2/token',
    init: form({ ...CREDENTIALS, [name]: value }),
  });
const header =
  (path: string, name: string, credentials: Record<string, string>): Target<string> =>
  (value) => ({
    where: `header:${name}`,
    path,
    init: { headers: { ...credentials, [name]: headerValue(value) } },
  });
const query =
  (path: string, name: string, credentials: Record<string, string>): Target<string> =>
  (value) => ({
    where: `query:${path}:${name}`,
    path: `${path}?${new URLSearchParams({ [name]: wellFormed(value) })}`,
    init: { headers: credentials },
  });

describe('hostile input', () => {
  let gatehouse: Gatehouse;
  let credentials: Record<string, string>;
  let tools: { name: string; inputSchema: { properties?: Record<string, unknown> } }[];

  beforeAll(async () => {
    gatehouse = await startGatehouse({
      env: {
        TOKEN_REQUESTS_PER_MINUTE: '1000000',
        REQUESTS_PER_MINUTE: '1000000',
        FAILED_SECRETS: '1000',
        FAILED_AUTHENTICATIONS_PER_MINUTE: '1000000',
      },
    });
    credentials = bearer(
      await gatehouse.adminToken('mcp.access read write audit.read User.Write Admin.Write'),
    );
    const listed = await fetch(`${gatehouse.url}/mcp`, withHeaders(statelessCall('tools/list'), credentials));
    tools = ((await listed.json()) as { result: { tools: typeof tools } }).result.tools;
  });
  afterAll(() => gatehouse.stop());

  const stringTargets = (): Target<string>[] => [
    ...['grant_type', 'client_id', 'client_secret', 'scope', 'resource', 'audience', '__proto__'].map(
      tokenParameter,
    ),
    (value) => ({
      where: 'token:basic',
      path: '/token',
      init: {
        ...form({ grant_type: 'client_credentials' }),
        headers: { authorization: `Basic ${Buffer.from(value).toString('base64')}` },
      },
    }),
    (value) => ({
      where: 'token:body',
      path: '/oauth2/token',
      init: { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: value },
    }),
    ...[
      'authorization',
      'accept-language',
      'traceparent',
      'x-correlation-id',
      'user-agent',
      'x-forwarded-for',
      'cookie',
    ].map((name) => header('/hello', name, name === 'authorization' ? {} : credentials)),
    (value) => ({
      where: 'path',
      path: `/.well-known/${encodeURIComponent(wellFormed(value)).slice(0, 2_000)}`,
      init: {},
    }),
    (value) => ({
      where: 'mcp:path',
      path: `/mcp/${encodeURIComponent(wellFormed(value)).slice(0, 2_000)}`,
      init: { headers: credentials },
    }),
    ...['event_type', 'outcome', 'client_id', 'subject', 'target', 'from', 'to', 'cursor', 'limit'].map(
      (name) => query('/admin/audit/records', name, credentials),
    ),
    ...['format', 'from', 'to'].map((name) => query('/admin/audit/report', name, credentials)),
    (value) => ({
      where: 'mcp:body',
      path: '/mcp',
      init: withHeaders({ ...statelessCall('tools/list'), body: wellFormed(value) }, credentials),
    }),
    ...['mcp-protocol-version', 'mcp-method', 'mcp-name', 'mcp-session-id', 'accept', 'origin'].map(
      (name): Target<string> =>
        (value) => ({
          where: `mcp:header:${name}`,
          path: '/mcp',
          init: withHeaders(statelessCall('tools/list'), { ...credentials, [name]: headerValue(value) }),
        }),
    ),
    ...['tools/call', 'resources/read', 'prompts/get', 'completion/complete'].map(
      (method): Target<string> =>
        (value) => ({
          where: `mcp:${method}:name`,
          path: '/mcp',
          init: withHeaders(statelessCall(method, { name: value, uri: value }), {
            ...credentials,
            'mcp-name': headerValue(value),
          }),
        }),
    ),
    ...tools.flatMap((tool) =>
      Object.keys(tool.inputSchema.properties ?? {}).map((argument) =>
        toolArgument<string>(tool.name, argument),
      ),
    ),
  ];

  const toolArgument =
    <Value>(name: string, argument: string): Target<Value> =>
    (value) => ({
      where: `tool:${name}:${argument}`,
      path: '/mcp',
      init: withHeaders(
        statelessCall('tools/call', { name, arguments: { ...sample(name), [argument]: value } }),
        credentials,
      ),
    });

  /** Valid values for the other arguments, so that the hostile one reaches the tool. */
  const sample = (name: string): Record<string, unknown> =>
    ({
      store_sensitive_data: {
        customer_name: '홍길동',
        customer_email: 'hong@example.com',
        customer_phone: '010-1234-5678',
      },
      create_ticket: { title: 'Printer', description: 'Out of paper' },
      create_product: { name: 'Desk', price: 10 },
      high_security_operation: { operation_data: 'quarterly totals' },
      simulate_data_breach_detection: { suspicious_activity: 'many logins' },
    })[name] ?? {};

  const attempt = async ({ where, path, init }: Attempt, value: unknown): Promise<string | undefined> => {
    const shown = `${where} ${JSON.stringify(value)?.slice(0, 120)}`;
    let response: Response;
    try {
      response = await fetch(gatehouse.url + path, { ...init, signal: AbortSignal.timeout(HANG_MS) });
    } catch (error) {
      return `${shown}: ${String((error as Error).cause ?? error)}`;
    }
    const text = await response.text();
    if (response.status >= 500) return `${shown}: ${response.status} ${text.slice(0, 300)}`;
    return LEAK.test(text) ? `${shown}: leaks ${text.slice(0, 300)}` : undefined;
  };

  const attack = async <Value>(
    targets: readonly Target<Value>[],
    values: readonly Value[],
  ): Promise<string[]> => {
    const failures: string[] = [];
    let next = 0;
    const worker = async () => {
      for (let index = next++; index < values.length; index = next++) {
        const value = values[index] as Value;
        const target = targets[index % targets.length] as Target<Value>;
        const failure = await attempt(target(value), value);
        if (failure !== undefined) failures.push(failure);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, worker));
    return failures;
  };

  it(`${STRINGS} strings at every parameter: no 5xx, no hang, no stack (seed ${SEED})`, async () => {
    const failures = await attack(stringTargets(), hostileStrings(STRINGS));
    expect(failures.slice(0, 20)).toEqual([]);
  }, 300_000);

  it(`${JSON_VALUES} JSON values at tool arguments and JSON-RPC members (seed ${SEED})`, async () => {
    const targets: Target<unknown>[] = [
      ...tools.flatMap((tool) =>
        Object.keys(tool.inputSchema.properties ?? {}).map((argument) =>
          toolArgument<unknown>(tool.name, argument),
        ),
      ),
      ...['jsonrpc', 'id', 'method', 'params'].map((member): Target<unknown> => (value) => {
        const call = statelessCall('tools/list');
        const body = { ...(JSON.parse(String(call.body)) as object), [member]: value };
        return {
          where: `rpc:${member}`,
          path: '/mcp',
          init: withHeaders({ ...call, body: JSON.stringify(body) }, credentials),
        };
      }),
      (value) => ({
        where: 'rpc:whole',
        path: '/mcp',
        init: withHeaders(
          { ...statelessCall('tools/list'), body: JSON.stringify(value) ?? 'null' },
          credentials,
        ),
      }),
    ];
    const failures = await attack(targets, hostileJson(JSON_VALUES));
    expect(failures.slice(0, 20)).toEqual([]);
  }, 300_000);

  it('is still well afterwards, and its log holds whole JSON lines only', async () => {
    expect((await fetch(`${gatehouse.url}/health/ready`)).status).toBe(200);
    const lines = gatehouse
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'));
    for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
  });
});
