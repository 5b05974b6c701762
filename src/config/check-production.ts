import type { Environment } from './environment.schema.js';
import { publicUrlOf } from './public-url.js';

/** A value published in demos: fine on a laptop, fatal on a server. */
export const DEMO_SECRET_KEY = 'mcp-oauth2-demo-secret-key-2025';
/** RFC 7518 §3.2: an HS256 key has at least the size of the hash. */
const MINIMUM_SECRET_BYTES = 32;

/** What must not be so with NODE_ENV=production, each with what to set instead. */
export function checkProduction(environment: Environment): string[] {
  if (environment.NODE_ENV !== 'production') return [];
  const mistakes: string[] = [];
  const secret = environment.JWT_SECRET_KEY;
  if (secret === DEMO_SECRET_KEY) {
    mistakes.push(
      'JWT_SECRET_KEY: is the published demo value; set a random one of 32 bytes or more, or none for ES256',
    );
  } else if (secret !== undefined && Buffer.byteLength(secret) < MINIMUM_SECRET_BYTES) {
    mistakes.push('JWT_SECRET_KEY: is shorter than 32 bytes; set a longer random one, or none for ES256');
  }
  if (!publicUrlOf(environment).startsWith('https://')) {
    mistakes.push('PUBLIC_URL: must be an https URL in production; set it to the URL that clients use');
  }
  if (environment.CONFORMANCE_FIXTURES) {
    mistakes.push('CONFORMANCE_FIXTURES: test tools are never served in production; unset it');
  }
  return mistakes;
}
