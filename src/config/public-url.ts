import type { Environment } from './environment.schema.js';

/** The URL clients see: as configured, else Azure Container Apps' own, else this machine's. */
export function publicUrlOf(environment: Environment): string {
  const { CONTAINER_APP_NAME: app, CONTAINER_APP_ENV_DNS_SUFFIX: suffix } = environment;
  if (environment.PUBLIC_URL !== undefined) return environment.PUBLIC_URL.replace(/\/+$/, '');
  if (app !== undefined && suffix !== undefined) return `https://${app}.${suffix}`;
  const scheme = environment.TLS_CERT_FILE === undefined ? 'http' : 'https';
  return `${scheme}://localhost:${environment.PORT}`;
}
