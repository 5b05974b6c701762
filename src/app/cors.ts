import fastifyCors from '@fastify/cors';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Configuration } from '../config/index.js';

/** Anybody's page may read these: they hold nothing private, and no cookie is ever looked at. */
const OPEN_PATHS = /^\/(\.well-known\/|(oauth2\/)?(token|register(\/[^/?]*)?)(\?|$))/;
const EXPOSED_HEADERS = [
  'WWW-Authenticate',
  'Mcp-Session-Id',
  'X-Correlation-Id',
  'Retry-After',
  'RateLimit',
  'RateLimit-Policy',
];
const PREFLIGHT_SECONDS = 600;

const COMMON = {
  credentials: false,
  methods: ['GET', 'HEAD', 'POST', 'PUT', 'DELETE'],
  exposedHeaders: EXPOSED_HEADERS.join(', '),
  maxAge: PREFLIGHT_SECONDS,
  strictPreflight: false,
};

/** Cross-origin access: `*` without credentials where everything is public, an allow-list of origins elsewhere. */
export async function bindCors(app: NestFastifyApplication, configuration: Configuration): Promise<void> {
  const open = { ...COMMON, origin: '*' };
  const listed = { ...COMMON, origin: [...configuration.server.allowedOrigins] };
  await app.register(fastifyCors, {
    delegator: ({ url = '/' }, callback) => callback(null, OPEN_PATHS.test(url) ? open : listed),
  });
}
