import { bearer } from '../../support/doors.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';

interface Operation {
  readonly operationId: string;
  readonly summary?: string;
  readonly parameters: readonly { readonly name: string; readonly in: string }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { description: string; content?: Readonly<Record<string, unknown>> }>
  >;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
}
interface Schema {
  readonly required?: readonly string[];
  readonly properties: Readonly<Record<string, unknown>>;
}
interface Description {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, unknown>>;
    readonly securitySchemes: { readonly oauth2: { flows: { clientCredentials: { scopes: object } } } };
  };
}

/** Clients prove themselves there in the request itself. */
const CLIENT_ENDPOINT = /\/(token|par|revoke|introspect|register)$/;

describe('/docs/openapi.json', () => {
  let gatehouse: Gatehouse;
  let description: Description;
  let operations: readonly (readonly [method: string, path: string, operation: Operation])[];

  beforeAll(async () => {
    // The framework tells every route it maps, at this level.
    gatehouse = await startGatehouse({ env: { LOG_LEVEL: 'debug' } });
    description = (await (await fetch(`${gatehouse.url}/docs/openapi.json`)).json()) as Description;
    operations = Object.entries(description.paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => [method, path, operation] as const),
    );
  });
  afterAll(() => gatehouse.stop());

  const operation = (method: string, path: string): Operation | undefined =>
    description.paths[path]?.[method];

  it('describes every route there is', () => {
    const mapped = [
      ...gatehouse.output().matchAll(/Mapped \{([^,]+), (GET|POST|PUT|PATCH|DELETE)\} route/g),
    ].map(
      ([, path = '', method = '']) =>
        `${method} ${path.replace(/\*\w*$/, '{path}').replace(/:(\w+)/g, '{$1}')}`,
    );
    expect(mapped.length).toBeGreaterThan(15);
    const described = operations.map(([method, path]) => `${method.toUpperCase()} ${path}`);
    expect(mapped.filter((route) => !described.includes(route))).toEqual([]);
  });

  it('says of each in words what it does, under an id of its own', () => {
    for (const [method, path, { summary }] of operations) {
      expect({ method, path, summary }).toEqual({ method, path, summary: expect.any(String) as string });
    }
    const ids = operations.map(([, , { operationId }]) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('declares every parameter of a path, and every schema it refers to', () => {
    for (const [, path, { parameters }] of operations) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      expect(parameters.filter((each) => each.in === 'path').map(({ name }) => name)).toEqual(named);
    }
    const references = JSON.stringify(description).matchAll(/"#\/components\/schemas\/(\w+)"/g);
    for (const [, name = ''] of references) expect(description.components.schemas).toHaveProperty(name);
  });

  it('is true about who may call', async () => {
    const token = await gatehouse.token();
    for (const [method, path, { security }] of operations.filter(([, each]) => !each.includes('{'))) {
      const call = (headers: Record<string, string>) =>
        fetch(gatehouse.url + path, { method: method.toUpperCase(), headers }).then(async (response) => {
          await response.body?.cancel();
          return { status: response.status, challenge: response.headers.get('www-authenticate') };
        });
      const isToken = CLIENT_ENDPOINT.test(path);
      const isOpen = security.length === 0;
      expect({ path, closed: !isToken && (await call({})).status === 401 }).toEqual({
        path,
        closed: !isOpen,
      });
      const needsMore = security.length > 0 && !security[0]?.['oauth2']?.includes('mcp.access');
      const { status, challenge } = await call(bearer(token));
      // A page refuses forged forms with 403 as well, and challenges nobody.
      const forbidden = status === 403 && challenge !== null;
      expect({ path, forbidden }).toEqual({ path, forbidden: needsMore });
    }
  });

  it('names the scopes, and what stands for each', () => {
    expect(operation('get', '/admin/audit/records')?.security).toEqual([
      { oauth2: ['audit.read'] },
      { 'api-key': [] },
    ]);
    expect(description.components.securitySchemes.oauth2.flows.clientCredentials.scopes).toMatchObject({
      'mcp.access': expect.any(String) as string,
      'Admin.Write': expect.any(String) as string,
    });
  });

  it('shows the form of the token endpoint and the query of the audit routes', () => {
    const form = operation('post', '/oauth2/token')?.requestBody?.content[
      'application/x-www-form-urlencoded'
    ];
    expect(Object.keys(form?.schema.properties ?? {})).toEqual([
      'grant_type',
      'client_id',
      'client_secret',
      'code',
      'redirect_uri',
      'code_verifier',
      'refresh_token',
      'scope',
      'resource',
    ]);
    const query = (path: string) => operation('get', path)?.parameters.filter((each) => each.in === 'query');
    expect(query('/admin/audit/records')?.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['event_type', 'outcome', 'client_id', 'from', 'to', 'cursor', 'limit']),
    );
    expect(query('/admin/audit/report')?.map(({ name }) => name)).toEqual(['format', 'from', 'to']);
  });

  it.each([
    ['post', '/oauth2/token', 400, 'application/json', 'OAuthError'],
    ['post', '/mcp', 401, 'application/json', 'JsonRpcError'],
    ['get', '/hello', 403, 'application/problem+json', 'Problem'],
  ])('%s %s shows the body of its refusals', (method, path, status, type, schema) => {
    expect(operation(method, path)?.responses[status]?.content).toEqual({
      [type]: { schema: { $ref: `#/components/schemas/${schema}` } },
    });
  });

  it('has the client_id in the body that replaces a registration (RFC 7592 §2.2), and in no other', () => {
    const requiredBy = (method: string, path: string) =>
      operation(method, path)?.requestBody?.content['application/json']?.schema?.required;
    expect(requiredBy('put', '/oauth2/register/{client_id}')).toEqual(['client_id', 'redirect_uris']);
    expect(requiredBy('post', '/oauth2/register')).toEqual(['redirect_uris']);
  });

  it('is 404 beside its pages, as everywhere', async () => {
    const answer = await fetch(`${gatehouse.url}/docs/nowhere`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });

  it.each(['/docs', '/docs/openapi.yaml'])('%s shows it as well', async (path) => {
    expect((await fetch(gatehouse.url + path)).status).toBe(200);
  });
});
