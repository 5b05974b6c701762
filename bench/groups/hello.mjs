import { nestPassport } from '../contestants/floors.mjs';
import { gatehouse } from '../contestants/gatehouse.mjs';
import { createKeys } from '../lib/keys.mjs';

/** `GET /hello` with a bearer token. */
export const hello = {
  title: 'GET /hello with a token (Gatehouse: all checks, audit committed before the answer)',
  base: 'Nest Fastify + passport-jwt ES256 (PEM)',
  async contestants() {
    const keys = await createKeys('ES256');
    return [gatehouse.hello(), nestPassport(keys, 'PEM'), nestPassport(keys, 'KeyObject')];
  },
  bars: [{ figure: 'cpuMicros', atMost: 0.7, goal: 0.35 }],
};
