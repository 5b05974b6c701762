import { z } from 'zod';

/** Where the doors of this server are, as paths below the public URL. */
const PATHS = {
  token: '/oauth2/token',
  authorization_server_metadata: '/.well-known/oauth-authorization-server',
  openid_configuration: '/.well-known/openid-configuration',
  protected_resource_metadata: '/.well-known/oauth-protected-resource',
  mcp_resource_metadata: '/.well-known/oauth-protected-resource/mcp',
  jwks: '/.well-known/jwks.json',
  mcp: '/mcp',
  hello: '/hello',
  audit_report: '/admin/audit/report',
  health: '/health',
} as const;

type Endpoint = keyof typeof PATHS;

export const serverEndpointsSchema = z.record(
  z.enum(Object.keys(PATHS) as [Endpoint, ...Endpoint[]]),
  z.url(),
);

/** The URL of every door. */
export function serverEndpoints(publicUrl: string): Record<Endpoint, string> {
  const entries = Object.entries(PATHS).map(([name, path]) => [name, publicUrl + path]);
  return Object.fromEntries(entries) as Record<Endpoint, string>;
}
