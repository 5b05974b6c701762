import { bareSigner, oidcProvider } from '../contestants/floors.mjs';
import { gatehouse } from '../contestants/gatehouse.mjs';
import { createKeys } from '../lib/keys.mjs';

/** `POST /oauth2/token`: client_credentials, client_secret_post, one ES256 JWT an answer. */
export const token = {
  title: 'POST /oauth2/token, ES256 (Gatehouse: client in the database, audit committed before the answer)',
  base: 'oidc-provider 9 ES256',
  async contestants() {
    const keys = await createKeys('ES256');
    return [gatehouse.token(), oidcProvider(keys), bareSigner(keys)];
  },
  bars: [
    { figure: 'cpuMicros', atMost: 0.65, goal: 0.5 },
    { figure: 'rps', atLeast: 1.5 },
  ],
};
