import { clientCredentialsFlow } from './client-credentials-flow.js';
import type { FlowStep, FlowTarget } from './flow-step.js';

export interface FlowGuide {
  readonly summary: string;
  readonly steps: readonly FlowStep[];
}

type GuideWriter = (target: FlowTarget) => FlowGuide;

/** The grants this server answers, each with its guide. A new grant is one entry. */
const GUIDES: ReadonlyMap<string, GuideWriter> = new Map<string, GuideWriter>([
  [
    'client_credentials',
    (target) => ({
      summary: 'A service gets a token in its own name, with its client id and secret (RFC 6749 §4.4).',
      steps: clientCredentialsFlow(target),
    }),
  ],
]);

const REMOVED =
  'OAuth 2.1 removed this grant because it exposes credentials or tokens; this server will not offer it.';
const NOT_YET = 'Not available in this version of the server.';

/** Why a grant people ask for does not work here. */
const UNSUPPORTED: ReadonlyMap<string, string> = new Map([
  ['authorization_code', `${NOT_YET} Login and consent in a browser (with PKCE) are to come.`],
  ['refresh_token', `${NOT_YET} Request a new token with client_credentials instead; it costs one request.`],
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
