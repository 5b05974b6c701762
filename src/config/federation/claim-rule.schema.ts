import { z } from 'zod';

export const text = z.string().min(1).max(512);
/** A member name, or a path of them from the outside in. Names may hold dots, so a dotted text is one name. */
export const claimPath = z
  .union([text, z.array(text).min(1).max(8)])
  .transform((path) => (typeof path === 'string' ? [path] : path));
export const requiredClaims = z.record(text, z.union([text, z.number(), z.boolean()])).default({});
/** Short enough for the front of a name, and no scheme of a URL. */
export const identifier = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,31}$/, 'must be 1 to 32 lower-case letters, digits and hyphens')
  .refine((id) => !['http', 'https', 'client', 'user'].includes(id), 'is not available');
export const httpsUrl = z.string().refine(isHttpsUrl, 'must be an https URL without credentials or fragment');
/** OpenID Connect Discovery 1.0 §3: no query and no fragment; compared octet for octet. */
export const issuerUrl = httpsUrl.refine((url) => !url.includes('?'), 'must have no query');

export const scopeRule = z
  .strictObject({
    claim: claimPath,
    value: text,
    scopes: z.array(text).default([]),
    roles: z.array(text).default([]),
  })
  .refine(({ scopes, roles }) => scopes.length + roles.length > 0, 'must give scopes or roles');

/** The message for everyone whose file lists something twice. */
export function isUnique<T>(items: readonly T[], keyOf: (item: T) => string): boolean {
  return new Set(items.map(keyOf)).size === items.length;
}

function isHttpsUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, hash } = new URL(value);
  return protocol === 'https:' && username === '' && password === '' && hash === '';
}
