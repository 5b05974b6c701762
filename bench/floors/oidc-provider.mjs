/** The peer to beat at the token endpoint: `oidc-provider` with its an in-memory adapter, JWT access tokens and no audit. */
import Provider from 'oidc-provider';

const { PORT, BENCH_PRIVATE_JWK, BENCH_CLIENT_ID, BENCH_CLIENT_SECRET } = process.env;
const key = JSON.parse(BENCH_PRIVATE_JWK);
const resource = 'https://resource.example';
const PERSON_CLIENT_ID = 'bench-person';

/** RFC 7636 Appendix B. */
const CODE = {
  redirectUri: 'https://client.example/callback',
  codeChallenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM',
  codeChallengeMethod: 'S256',
};
const REFRESH = { gty: 'authorization_code', rotations: 0, iiat: Math.floor(Date.now() / 1_000) };

/** As its own in-memory adapter, which forgets all but the newest thousand; a round has more codes than that. */
class MapAdapter {
  static rows = new Map();

  constructor(model) {
    this.model = model;
  }

  async upsert(id, payload) {
    MapAdapter.rows.set(this.keyOf(id), payload);
  }

  async find(id) {
    return MapAdapter.rows.get(this.keyOf(id));
  }

  async consume(id) {
    MapAdapter.rows.get(this.keyOf(id)).consumed = Math.floor(Date.now() / 1_000);
  }

  async destroy(id) {
    MapAdapter.rows.delete(this.keyOf(id));
  }

  async revokeByGrantId(grantId) {
    for (const [key, row] of MapAdapter.rows) if (row.grantId === grantId) MapAdapter.rows.delete(key);
  }

  keyOf(id) {
    return `${this.model}:${id}`;
  }
}

const provider = new Provider(`http://localhost:${PORT}`, {
  adapter: MapAdapter,
  clients: [
    {
      client_id: BENCH_CLIENT_ID,
      client_secret: BENCH_CLIENT_SECRET,
      grant_types: ['client_credentials'],
      redirect_uris: [],
      response_types: [],
      token_endpoint_auth_method: 'client_secret_post',
      id_token_signed_response_alg: key.alg,
    },
    {
      client_id: PERSON_CLIENT_ID,
      client_secret: BENCH_CLIENT_SECRET,
      grant_types: ['authorization_code', 'refresh_token'],
      redirect_uris: ['https://client.example/callback'],
      response_types: ['code'],
      token_endpoint_auth_method: 'client_secret_post',
      id_token_signed_response_alg: key.alg,
    },
  ],
  jwks: { keys: [key] },
  scopes: ['mcp.access'],
  ttl: {
    ClientCredentials: 1_800,
    AccessToken: 1_800,
    AuthorizationCode: 600,
    RefreshToken: 86_400,
    Grant: 86_400,
  },
  findAccount: (_context, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
  issueRefreshToken: () => true,
  rotateRefreshToken: true,
  routes: { token: '/oauth2/token' },
  features: {
    devInteractions: { enabled: false },
    clientCredentials: { enabled: true },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => resource,
      useGrantedResource: () => true,
      getResourceServerInfo: () => ({
        scope: 'mcp.access',
        audience: resource,
        accessTokenFormat: 'jwt',
        jwt: { sign: { alg: key.alg } },
      }),
    },
  },
});

/** Codes or refresh tokens as an authorization would leave them behind, each with a grant of its own. */
async function seed(kind, count) {
  const client = await provider.Client.find(PERSON_CLIENT_ID);
  const credentials = [];
  for (let index = 0; index < count; index += 1) {
    const common = { accountId: 'person', client, grantId: await newGrant(), scope: 'mcp.access', resource };
    const model =
      kind === 'code'
        ? new provider.AuthorizationCode({ ...common, ...CODE })
        : new provider.RefreshToken({ ...common, ...REFRESH });
    credentials.push(await model.save());
  }
  return { clientId: PERSON_CLIENT_ID, clientSecret: BENCH_CLIENT_SECRET, credentials };
}

async function newGrant() {
  const grant = new provider.Grant({ clientId: PERSON_CLIENT_ID, accountId: 'person' });
  grant.addResourceScope(resource, 'mcp.access');
  return grant.save();
}

process.on('message', async (question) => {
  if (question.seed !== undefined) process.send(await seed(question.seed, question.count));
});

provider.listen(Number(PORT), '127.0.0.1');
