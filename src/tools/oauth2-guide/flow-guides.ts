import { authorizationCodeFlow } from './authorization-code-flow.js';
import { clientCredentialsFlow } from './client-credentials-flow.js';
import type { FlowStep, FlowTarget } from './flow-step.js';
import { refreshTokenFlow } from './refresh-token-flow.js';

export interface FlowGuide {
  readonly summary: string;
  readonly steps: readonly FlowStep[];
}

type GuideWriter = (target: FlowTarget) => FlowGuide;

/** The grants this server answers, each with its guide. A new grant is one entry. */
const GUIDES: ReadonlyMap<string, GuideWriter> = new Map<string, GuideWriter>([
  [
    'authorization_code',
    (target) => ({
      summary: 'A person logs in with a browser and lets a client act for them (RFC 6749 §4.1, with PKCE).',
      steps: authorizationCodeFlow(target),
    }),
  ],
  [
    'client_credentials',
    (target) => ({
      summary: 'A service gets a token in its own name, with its client id and secret (RFC 6749 §4.4).',
      steps: clientCredentialsFlow(target),
    }),
  ],
  [
    'refresh_token',
    (target) => ({
      summary:
        'A client that acts for a person gets a new access token without asking them again (RFC 6749 §6).',
      steps: refreshTokenFlow(target),
    }),
  ],
]);

const REMOVED =
  'OAuth 2.1 removed this grant because it exposes credentials or tokens; this server will not offer it.';
const NOT_YET = 'Not available in this version of the server.';

/** Why a grant people ask for does not work here. */
const UNSUPPORTED: ReadonlyMap<string, string> = new Map([
  ['urn:ietf:params:oauth:grant-type:device_code', NOT_YET],
  ['urn:ietf:params:oauth:grant-type:token-exchange', NOT_YET],
  ['urn:ietf:params:oauth:grant-type:jwt-bearer', NOT_YET],
  ['password', REMOVED],
  ['implicit', REMOVED],
]);

/** Grant types with a guide. */
export const GUIDED_GRANT_TYPES: readonly string[] = [...GUIDES.keys()];

/** The guide of a grant, or undefined when the server does not support it. */
export function flowGuide(grantType: string, target: FlowTarget): FlowGuide | undefined {
  return GUIDES.get(grantType)?.(target);
}

/** Why there is no guide, in words that are true of any grant type. */
export function whyUnsupported(grantType: string): string {
  return UNSUPPORTED.get(grantType) ?? 'This server does not know this grant type.';
}
