import { error, GENERATIONS, warning, type Finding, type Generation } from '../finding.js';
import { isUrl, stringsOf, type JsonObject } from '../json.js';
import { quoted } from '../quoted.js';
import { differBySlash } from '../well-known.js';

export type ServerDocumentKind = 'oauth' | 'oidc';

export interface ServerDocumentContext {
  /** The identifier from which the document's URL was made. */
  readonly issuer: string;
  readonly kind: ServerDocumentKind;
  /** Whether a person will be sent to the authorization endpoint. */
  readonly isInteractive: boolean;
}

/** OpenID Connect Discovery 1.0 §3 demands more than RFC 8414 §2. */
const REQUIRED: Readonly<Record<ServerDocumentKind, readonly string[]>> = {
  oauth: ['issuer', 'authorization_endpoint', 'token_endpoint', 'response_types_supported'],
  oidc: [
    ...['issuer', 'authorization_endpoint', 'token_endpoint', 'response_types_supported'],
    ...['jwks_uri', 'subject_types_supported', 'id_token_signing_alg_values_supported'],
  ],
};
const URLS = ['authorization_endpoint', 'token_endpoint', 'jwks_uri', 'registration_endpoint'] as const;
const ENDPOINTS = ['authorization_endpoint', 'token_endpoint', 'registration_endpoint'] as const;
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** What is wrong with authorization server metadata (RFC 8414, OpenID Connect Discovery, RFC 7636, RFC 9207). */
export function findingsOfServerDocument(document: JsonObject, context: ServerDocumentContext): Finding[] {
  const missing = REQUIRED[context.kind].filter((member) => document[member] === undefined);
  const malformed = URLS.filter((member) => document[member] !== undefined && !isUrl(document[member]));
  if (missing.length + malformed.length > 0) return [invalid([...missing, ...malformed])];
  return [
    ...aboutIssuer(document['issuer'], context.issuer),
    ...aboutCode(document, context),
    ...aboutEndpoints(document),
    ...aboutIss(document),
  ];
}

function invalid(members: readonly string[]): Finding {
  return error('server_metadata_invalid', {
    problem: `The authorization server metadata lacks, or has no usable value for: ${members.join(', ')}.`,
    mend: 'Put them into the document: the official clients refuse all of it otherwise (RFC 8414 section 2).',
  });
}

/** RFC 8414 §3.3: octet for octet. */
function aboutIssuer(issuer: unknown, expected: string): Finding[] {
  // What is left when a client had to guess the issuer from the origin.
  if (issuer === expected || (expected.endsWith('/') && `${String(issuer)}/` === expected)) return [];
  const stops: readonly Generation[] = ['v2'];
  if (differBySlash(String(issuer), expected)) {
    return [
      error(
        'slash_mismatch',
        {
          problem: `The issuer is ${quoted(issuer)}, but the protected resource metadata names ${expected}: they differ by the slash at the end.`,
          mend: `Write the issuer in the same way in authorization_servers, in issuer, and in the iss of tokens: "${quoted(issuer)}".`,
        },
        stops,
      ),
    ];
  }
  return [
    error(
      'wrong_issuer',
      {
        problem: `The metadata of ${expected} says that its issuer is ${quoted(issuer)}. Clients have to refuse that (RFC 8414 section 3.3).`,
        mend: `Set the authorization server's issuer (its public URL) to ${expected}, or name ${quoted(issuer)} in authorization_servers of the protected resource metadata.`,
      },
      stops,
    ),
  ];
}

function aboutCode(document: JsonObject, { isInteractive }: ServerDocumentContext): Finding[] {
  const stops = isInteractive ? GENERATIONS : [];
  const findings: Finding[] = [];
  if (stringsOf(document['response_types_supported'])?.includes('code') !== true) {
    findings.push(
      error(
        'code_not_supported',
        {
          problem: 'The metadata does not list the response type code, the only one that OAuth 2.1 knows.',
          mend: 'Put "response_types_supported": ["code"] into it.',
        },
        stops,
      ),
    );
  }
  const methods = stringsOf(document['code_challenge_methods_supported']);
  if (methods === undefined) findings.push(withoutPkce());
  else if (!methods.includes('S256')) findings.push(withoutS256(methods, stops));
  return findings;
}

/** The official clients go on; MCP tells clients to refuse. */
function withoutPkce(): Finding {
  return error(
    'pkce_missing',
    {
      problem:
        'The metadata says nothing of PKCE (code_challenge_methods_supported). MCP clients must then refuse to go on.',
      mend: 'Support PKCE, and put "code_challenge_methods_supported": ["S256"] into the metadata, in the OpenID document too.',
    },
    [],
  );
}

function withoutS256(methods: readonly string[], stops: readonly Generation[]): Finding {
  return error(
    'pkce_without_s256',
    {
      problem: `The metadata lists PKCE with ${quoted(methods.join(', ') || 'no method')}, not with S256.`,
      mend: 'Support S256 and list it in code_challenge_methods_supported; leave plain out.',
    },
    stops,
  );
}

function aboutEndpoints(document: JsonObject): Finding[] {
  const insecure = ENDPOINTS.filter((member) => isInsecure(document[member]));
  if (insecure.length === 0) return [];
  return [
    error(
      'insecure_endpoint',
      {
        problem: `Not https: ${insecure.map((member) => `${member} ${quoted(document[member])}`).join(', ')}.`,
        mend: 'Serve them over TLS and advertise https URLs. Behind a proxy that ends TLS, tell the server its public URL.',
      },
      insecure.includes('token_endpoint') ? ['v2'] : [],
    ),
  ];
}

function aboutIss(document: JsonObject): Finding[] {
  if (document['authorization_response_iss_parameter_supported'] === true) return [];
  return [
    warning('iss_not_announced', {
      problem:
        'The metadata does not announce iss in authorization responses, which tells servers apart (RFC 9207).',
      mend: 'Send iss, and put "authorization_response_iss_parameter_supported": true into the metadata; MCP is about to demand it.',
    }),
  ];
}

function isInsecure(value: unknown): boolean {
  if (!isUrl(value)) return false;
  const { protocol, hostname } = new URL(value);
  return protocol !== 'https:' && !LOOPBACK.test(hostname);
}
