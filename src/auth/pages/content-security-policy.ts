import { digestToken } from '../../security/crypto/index.js';

/** CSP Level 3 §2.3.1: allows exactly this text as an inline style or script. */
export function hashSource(text: string): string {
  // The grammar wants base64 with padding; a SHA-256 digest has exactly one character of it.
  return `'sha256-${digestToken(text).replaceAll('-', '+').replaceAll('_', '/')}='`;
}

/** What one page may do beside showing itself. */
export interface PagePermissions {
  readonly styleSource: string;
  /** Source of the only script that may run; without it none runs. */
  readonly scriptSource?: string;
  /**
   * Where the answer to a form may lead, beside our own pages: URIs of the client or the identity provider.
   * Chromium holds every redirect after a form against `form-action`, those the client itself makes included;
   * a policy that named the client's origin alone would stop its login at a blank page. So the scheme is allowed,
   * and https always. (A host would not do either: CSP has no syntax for `[::1]`.)
   */
  readonly formTargets?: readonly string[];
}

/** Nothing but the page's own style: no request to anywhere, no frame around it, no base to turn its links. */
export function contentSecurityPolicy({ styleSource, scriptSource, formTargets }: PagePermissions): string {
  return [
    "default-src 'none'",
    `style-src ${styleSource}`,
    // The icon stands in the page itself.
    'img-src data:',
    ...(scriptSource === undefined ? [] : [`script-src ${scriptSource}`]),
    `form-action ${["'self'", ...targetSources(formTargets ?? [])].join(' ')}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');
}

function targetSources(targets: readonly string[]): string[] {
  if (targets.length === 0) return [];
  const schemes = targets.flatMap((target) => (URL.canParse(target) ? [new URL(target).protocol] : []));
  return [...new Set(['https:', ...schemes])];
}
