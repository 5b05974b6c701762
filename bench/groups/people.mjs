import { oidcProviderForPeople } from '../contestants/floors.mjs';
import { gatehouse } from '../contestants/gatehouse.mjs';
import { createKeys } from '../lib/keys.mjs';

/** What a person's client redeems, beside the client_credentials grant of the same service. */
function group(kind, title, atMost) {
  return {
    title: `POST /oauth2/token, ${title}, ES256`,
    base: gatehouse.token().name,
    async contestants() {
      const keys = await createKeys('ES256');
      return [gatehouse[kind](), gatehouse.token(), oidcProviderForPeople(keys, kind)];
    },
    bars: [{ figure: 'cpuMicros', atMost }],
  };
}

/** `authorization_code` with PKCE: a code is used up, an access and a refresh token are issued. */
export const code = group('code', 'authorization_code with PKCE and a refresh token', 3);
/** `refresh_token`: one is used up, its successor and an access token are issued. */
export const refresh = group('refresh', 'refresh_token with rotation', 2.5);
