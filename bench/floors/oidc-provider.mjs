/** The peer to beat at the token endpoint: `oidc-provider` with its in-memory adapter, JWT access tokens and no audit. */
import Provider from 'oidc-provider';

const { PORT, BENCH_PRIVATE_JWK, BENCH_CLIENT_ID, BENCH_CLIENT_SECRET } = process.env;
const key = JSON.parse(BENCH_PRIVATE_JWK);
const resource = 'https://resource.example';

const provider = new Provider(`http://localhost:${PORT}`, {
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
  ],
  jwks: { keys: [key] },
  scopes: ['mcp.access'],
  ttl: { ClientCredentials: 1_800 },
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

provider.listen(Number(PORT), '127.0.0.1');
