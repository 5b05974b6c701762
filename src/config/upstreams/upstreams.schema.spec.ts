import { upstreamsSchema } from './upstreams.schema.js';

const GUARDED = {
  name: 'crm',
  resource: 'https://crm.example/mcp',
  scopes: ['read'],
  forward_auth: { proxy: 'nginx' },
};
const HTTP = { name: 'web', url: 'https://mcp.example/mcp', scopes: ['read'], pii: 'mask' };
const STDIO = {
  name: 'files',
  command: '/usr/bin/files',
  scopes: ['read'],
  pii: { in: 'keep', out: 'mask' },
};
const CLIENT = { client_id: 'gatehouse', client_secret_env: 'TOKEN' };
const OAUTH = { ...HTTP, identity: 'client_credentials', authorization: CLIENT };
const withClient = (members: object, identity = 'client_credentials') => ({
  ...OAUTH,
  identity,
  authorization: { ...CLIENT, ...members },
});
const environment = { PATH: '/bin', TOKEN: 'secret', LINES: 'top\nsecret' };
const parse = (...upstreams: object[]) => upstreamsSchema(environment).safeParse({ upstreams });
const places = (...upstreams: object[]) =>
  parse(...upstreams).error?.issues.map(({ path }) => path.slice(2).join('.'));

describe('UPSTREAMS_FILE', () => {
  it('takes servers behind a proxy, over HTTP and on stdio', () => {
    expect(parse(GUARDED, HTTP, STDIO).data).toMatchObject([
      { name: 'crm', relay: undefined, forwardAuth: { proxy: 'nginx', bindsHeaders: false } },
      { name: 'web', forwardAuth: undefined, relay: { transport: { kind: 'http' }, prefix: 'web_' } },
      {
        name: 'files',
        resource: undefined,
        relay: {
          transport: { kind: 'stdio', args: [], inherited: { PATH: '/bin' }, env: {} },
          connections: 'shared',
          approval: 'first-use',
        },
      },
    ]);
  });

  it('takes limits of a server and of its tools', () => {
    const tools = [{ name: 'write_*', scopes: ['write'], rate_limits: { person: 5 } }];
    expect(parse({ ...HTTP, rate_limits: { client: 60, all: 600 }, tools }).data).toMatchObject([
      { relay: { rateLimits: { client: 60, all: 600 } }, tools: [{ rateLimits: { person: 5 } }] },
    ]);
    expect(parse(HTTP).data).toMatchObject([{ relay: { rateLimits: {} } }]);
  });

  it.each<[string, object, string[]]>([
    ['neither way to it', { name: 'x', scopes: ['read'], pii: 'keep' }, ['']],
    ['no limit in its limits', { ...HTTP, rate_limits: {} }, ['rate_limits']],
    ['a limit of nothing', { ...HTTP, rate_limits: { person: 0 } }, ['rate_limits.person']],
    ['a limit of half a call', { ...HTTP, rate_limits: { all: 0.5 } }, ['rate_limits.all']],
    ['a limit in words', { ...HTTP, rate_limits: { client: '10' } }, ['rate_limits.client']],
    ['a limit for somebody else', { ...HTTP, rate_limits: { user: 10 } }, ['rate_limits', 'rate_limits']],
    [
      'more for one than for all',
      { ...HTTP, rate_limits: { person: 11, client: 10, all: 10 } },
      ['rate_limits.person'],
    ],
    [
      'a limit where a proxy passes calls on',
      {
        ...GUARDED,
        rate_limits: { all: 1 },
        tools: [{ name: 'x', scopes: ['read'], rate_limits: { all: 1 } }],
      },
      ['rate_limits', 'tools'],
    ],
    ['two ways to it', { ...HTTP, command: 'x' }, ['']],
    ['no word on personal data', { ...HTTP, pii: undefined }, ['pii']],
    ['an unknown action', { ...HTTP, pii: 'blur' }, ['pii']],
    ['no scopes at all', { ...HTTP, scopes: [] }, ['']],
    ['a resource of its own', { ...HTTP, resource: 'https://x.example/' }, ['resource']],
    ['no TLS, and no word that it is meant', { ...HTTP, url: 'http://mcp.example/mcp' }, ['url']],
    ['a URL that is none', { ...HTTP, url: 'file:///etc/passwd' }, ['url']],
    ['arguments for a URL', { ...HTTP, args: ['x'] }, ['args']],
    ['a private address for a command', { ...STDIO, private_address: true }, ['private_address']],
    ['a folder that is relative', { ...STDIO, cwd: 'here' }, ['cwd']],
    ['an argument with a NUL', { ...STDIO, args: ['a\0b'] }, ['args.0']],
    ['a variable that is not set', { ...STDIO, env_from: ['MISSING'] }, ['env_from']],
    [
      'a secret that is not there',
      { ...HTTP, identity: 'static', credential_env: 'MISSING' },
      ['credential_env'],
    ],
    ['a secret of two lines', { ...HTTP, identity: 'static', credential_env: 'LINES' }, ['credential_env']],
    ['a secret that is not asked for', { ...HTTP, credential_env: 'TOKEN' }, ['identity']],
    [
      'identity on a shared connection',
      { ...HTTP, identity: 'signed', connections: 'shared' },
      ['connections'],
    ],
    ['an unknown identity', { ...HTTP, identity: 'oauth' }, ['identity']],
    ['authorization nobody asked for', { ...HTTP, authorization: CLIENT }, ['authorization']],
    ['no authorization', { ...OAUTH, authorization: undefined }, ['authorization']],
    [
      'no client',
      withClient({ client_id: undefined }),
      ['authorization.client_id', 'authorization.client_id'],
    ],
    [
      'a client secret that is not there',
      withClient({ client_secret_env: 'MISSING' }),
      ['authorization.client_secret_env'],
    ],
    [
      'a key that is not there',
      withClient({ client_secret_env: undefined, private_key_file: '/nowhere' }),
      ['authorization.private_key_file'],
    ],
    [
      'a secret beside a key',
      withClient({ token_endpoint_auth_method: 'private_key_jwt', private_key_file: '/nowhere' }),
      ['authorization.private_key_file', 'authorization.token_endpoint_auth_method'],
    ],
    [
      'a machine without any proof',
      withClient({ token_endpoint_auth_method: 'none', client_secret_env: undefined }),
      ['authorization.token_endpoint_auth_method'],
    ],
    ['an issuer without TLS', withClient({ issuer: 'http://as.example' }), ['authorization.issuer']],
    ['an issuer with a query', withClient({ issuer: 'https://as.example?x' }), ['authorization.issuer']],
    [
      'two places for tokens',
      withClient({ issuer: 'https://as.example', token_endpoint: 'https://as.example/token' }),
      ['authorization.token_endpoint'],
    ],
    ['a private address of nobody', withClient({ private_address: true }), ['authorization.private_address']],
    ['an actor without exchange', withClient({ actor_token: true }), ['authorization.actor_token']],
    [
      'exchange on a shared connection',
      { ...withClient({}, 'token_exchange'), connections: 'shared' },
      ['connections'],
    ],
    [
      'a token endpoint for people, who have to be sent somewhere first',
      withClient({ token_endpoint: 'https://as.example/token' }, 'per_person'),
      ['authorization.token_endpoint'],
    ],
    ['authorization for a command', { ...STDIO, authorization: CLIENT }, ['authorization', 'authorization']],
    ['questions of a program that serves all', { ...STDIO, asks: ['elicitation'] }, ['asks']],
    ['questions of a revision without them', { ...HTTP, revision: '2026-07-28', asks: ['roots'] }, ['asks']],
    ['a prefix that is not used', { ...HTTP, merged: false, prefix: 'x' }, ['prefix']],
    ['an unknown member', { ...HTTP, timeout: 5 }, ['']],
    ['no resource beside a proxy', { ...GUARDED, resource: undefined }, ['resource']],
    ['a policy beside a proxy', { ...GUARDED, pii: 'mask' }, ['pii']],
    [
      'several mistakes, all of them',
      { ...HTTP, pii: undefined, args: [], resource: 'https://x.example/' },
      ['pii', 'args', 'resource'],
    ],
  ])('refuses %s', (_what, upstream, expected) => {
    expect(places(upstream)).toEqual(expected);
    expect(JSON.stringify(parse(upstream).error?.issues)).not.toContain('secret\\n');
  });

  it('names an upstream once', () => {
    expect(parse(HTTP, { ...STDIO, name: 'web' }).success).toBe(false);
  });

  it('lets rules alone say what is served', () => {
    const rules = {
      ...STDIO,
      scopes: undefined,
      tools: [{ name: 'read_*', scopes: ['read'], pii: 'encrypt' }],
    };
    expect(parse(rules).data?.[0]).toMatchObject({
      requirement: { allOf: [], anyOf: [] },
      tools: [{ name: 'read_*', policy: 'encrypt' }],
    });
  });

  it('takes clients of authorization servers', () => {
    const issuer = 'http://as.internal:8080/realm';
    const declared = [
      withClient({ issuer, private_address: true, scopes: ['a'] }),
      { ...withClient({ audience: 'x', actor_token: true }, 'token_exchange'), name: 'exchanging' },
      { ...HTTP, name: 'personal', identity: 'per_person' },
    ];
    expect(parse(...declared).data?.map(({ relay }) => relay)).toMatchObject([
      {
        connections: 'shared',
        transport: {
          identity: {
            kind: 'client_credentials',
            authorization: {
              ...{ issuer, clientId: 'gatehouse', privateHosts: ['as.internal:8080'], scopes: ['a'] },
              authentication: { method: 'client_secret_basic', secret: 'secret' },
            },
          },
        },
      },
      {
        connections: 'caller',
        transport: { identity: { kind: 'token_exchange', audience: 'x', sendsActor: true } },
      },
      {
        connections: 'caller',
        transport: {
          identity: {
            kind: 'per_person',
            authorization: { authentication: { method: 'none' }, clientId: undefined },
          },
        },
      },
    ]);
  });

  it('refuses exchange where nobody could verify what is exchanged', () => {
    const upstreams = [withClient({}, 'token_exchange')];
    const shared = { ...environment, JWT_SECRET_KEY: 'x' };
    expect(upstreamsSchema(shared).safeParse({ upstreams }).error?.issues[0]?.path).toEqual([
      'upstreams',
      0,
      'identity',
    ]);
  });

  it('takes a secret from a variable, and hands variables on', () => {
    const secret = { ...HTTP, identity: 'static', credential_env: 'TOKEN', credential_header: 'X-Key' };
    expect(parse(secret, { ...STDIO, env_from: ['TOKEN'], env: { MODE: 'x' } }).data).toMatchObject([
      { relay: { transport: { identity: { kind: 'static', header: 'X-Key', value: 'secret' } } } },
      { relay: { transport: { env: { TOKEN: 'secret', MODE: 'x' } } } },
    ]);
  });

  it.each([
    ['begins another', 'a.', 'a.b.'],
    ['begins with another', 'a.b.', 'a.'],
    ['is another', 'a.', 'a.'],
    ['is empty beside others', '', 'a.'],
  ])('refuses a prefix that %s', (_what, prefix, taken) => {
    const issues = parse({ ...HTTP, prefix: taken }, { ...STDIO, prefix }).error?.issues;
    expect(issues).toMatchObject([{ path: ['upstreams', 1, 'prefix'] }]);
    expect(issues![0]!.message).toContain('web');
    expect(parse({ ...HTTP, prefix: taken }, { ...STDIO, merged: false }).success).toBe(true);
  });

  it('takes an empty prefix where no other server is merged', () => {
    expect(parse({ ...HTTP, prefix: '' }, { ...STDIO, merged: false }, GUARDED).success).toBe(true);
  });
});
