/** One thing that a standard or a known attack demands, and the tests that fail without it. */
export interface Requirement {
  readonly id: string;
  readonly demand: string;
  /** `file` below test/ or src/, and a part of the title of a test in it. */
  readonly tests: readonly { readonly file: string; readonly title: string }[];
}

const by = (file: string, ...titles: string[]) => titles.map((title) => ({ file, title }));

/** OAuth 2.1, RFC 6749 and RFC 6750. */
const OAUTH: readonly Requirement[] = [
  {
    id: 'oauth-1',
    demand: 'PKCE with S256 for every client that uses a code',
    tests: [
      ...by(
        'test/e2e/authorize/authorization-requests.e2e.ts',
        'no challenge (oauth-1, bcp-1)',
        'asks public clients for a challenge as well (oauth-1)',
      ),
    ],
  },
  {
    id: 'oauth-2',
    demand: 'redirect_uri matches exactly; only the port of a loopback is free',
    tests: [
      ...by(
        'test/e2e/authorize/authorization-requests.e2e.ts',
        'a redirect_uri that is not the registered one (oauth-2, oauth-16, bcp-7)',
        'may differ in the port of a loopback (RFC 8252): %s',
      ),
    ],
  },
  {
    id: 'oauth-3',
    demand: 'no implicit grant, no password grant',
    tests: [
      ...by(
        'test/e2e/authorize/authorization-requests.e2e.ts',
        'the implicit grant (oauth-3)',
        'a hybrid flow (oauth-3)',
      ),
    ],
  },
  {
    id: 'oauth-4',
    demand: 'no bearer token in the query',
    tests: [
      ...by('test/e2e/bearer/challenges.e2e.ts', 'never takes a token from the URL'),
      ...by(
        'test/e2e/authorize/identity.e2e.ts',
        'takes the token from the header and from nowhere else (oauth-4)',
      ),
    ],
  },
  {
    id: 'oauth-5',
    demand: 'refresh tokens of public clients are rotated',
    tests: [...by('test/e2e/refresh/refresh.e2e.ts', 'rotates the token of a %s client every time')],
  },
  {
    id: 'oauth-6',
    demand: 'codes are used once, live shortly, belong to client, redirect and challenge',
    tests: [
      ...by(
        'test/e2e/authorize/codes.e2e.ts',
        'with %s (oauth-6)',
        'at another client, and stays good for its own (bcp-4, oauth-6)',
        'to all but one of twenty that use it at once (oauth-6)',
      ),
    ],
  },
  {
    id: 'oauth-7',
    demand: 'a replayed code ends what came of it',
    tests: [
      ...by(
        'test/e2e/authorize/codes.e2e.ts',
        'the second time, and everything that came of it with it (oauth-7)',
      ),
    ],
  },
  {
    id: 'oauth-8',
    demand: 'no client credentials in a URI; one way to authenticate',
    tests: [
      ...by('test/e2e/token/token-endpoint.e2e.ts', 'parameters in the URL: %s', 'two ways to authenticate'),
    ],
  },
  {
    id: 'oauth-9',
    demand: 'HTTP Basic credentials are form-decoded',
    tests: [...by('src/auth/token/client-authentication/client-secret-basic.spec.ts', 'reads %s')],
  },
  {
    id: 'oauth-10',
    demand: 'a parameter once; an empty one is none; unknown ones are ignored',
    tests: [
      ...by(
        'src/auth/token/form-parameters.spec.ts',
        'refuses %s',
        'knows no parameter %s that was not sent',
      ),
      ...by(
        'test/e2e/authorize/authorization-requests.e2e.ts',
        'ignores what it does not know, and takes the empty for the omitted (oauth-10)',
      ),
    ],
  },
  {
    id: 'oauth-11',
    demand: 'token endpoint: POST, form, no-store',
    tests: [...by('test/e2e/token/token-endpoint.e2e.ts', 'a body of type "%s"', 'the method %s')],
  },
  {
    id: 'oauth-12',
    demand: 'each registered error code where it belongs',
    tests: [...by('test/e2e/token/token-endpoint.e2e.ts', 'each refusal with its reason: %s')],
  },
  {
    id: 'oauth-13',
    demand: 'error texts keep to the charset of RFC 6749',
    tests: [
      ...by('src/auth/errors/oauth-error-format.spec.ts', 'keeps to the characters of RFC 6749 §5.2: %j'),
    ],
  },
  {
    id: 'oauth-14',
    demand: 'scope: default or invalid_scope; reported when changed',
    tests: [
      ...by('test/e2e/token/token-endpoint.e2e.ts', 'scopes: %s'),
      ...by(
        'test/e2e/authorize/codes.e2e.ts',
        'gives what the person has of what was asked for, and says so (oauth-14)',
      ),
    ],
  },
  {
    id: 'oauth-15',
    demand: 'client_credentials gives no refresh token',
    tests: [...by('test/e2e/token/token-endpoint.e2e.ts', 'the form of the documentation')],
  },
  {
    id: 'oauth-16',
    demand: 'a wrong client or redirect_uri is shown, not redirected to',
    tests: [
      ...by(
        'test/e2e/authorize/authorization-requests.e2e.ts',
        'is shown to the person and not redirected to: %s',
      ),
    ],
  },
  {
    id: 'oauth-17',
    demand: 'bearer challenges of RFC 6750',
    tests: [
      ...by(
        'test/e2e/bearer/challenges.e2e.ts',
        'asks for a token, without an error code, and points to its metadata',
        'answers 403 insufficient_scope with every scope needed',
      ),
    ],
  },
  {
    id: 'oauth-18',
    demand: 'the scheme has no case; two credentials are refused',
    tests: [
      ...by('src/auth/guards/bearer-credential.spec.ts', 'reads %s: %s, whatever the case'),
      ...by('test/e2e/bearer/challenges.e2e.ts', 'refuses a good token that is sent twice'),
    ],
  },
  {
    id: 'oauth-19',
    demand: 'scopes about a person only as registered (RFC 7591), and never to a client that acts for itself',
    tests: [
      ...by(
        'test/e2e/authorize/identity-scopes.e2e.ts',
        'are refused: %s',
        'are left out of its default',
        'a client %s with other scopes',
      ),
    ],
  },
  {
    id: 'oauth-20',
    demand: 'consent is for the resources it was given for (RFC 8707), and asked again for others',
    tests: [
      ...by(
        'test/e2e/authorize/consent-resources.e2e.ts',
        'is remembered for it, and asked again for every other',
        'does not mix with the scopes of another',
      ),
    ],
  },
  {
    id: 'oauth-21',
    demand: 'userinfo answers by RFC 6750 to whatever stands for no person of this server',
    tests: [
      ...by(
        'test/e2e/external-issuers/external-issuers.e2e.ts',
        'tell nothing at userinfo: whom they stand for is nobody here',
      ),
    ],
  },
];

/** RFC 9700, the security best current practice. */
const BEST_PRACTICE: readonly Requirement[] = [
  {
    id: 'bcp-1',
    demand: 'no PKCE downgrade (2.1.1)',
    tests: [...by('test/e2e/authorize/authorization-requests.e2e.ts', 'no challenge (oauth-1, bcp-1)')],
  },
  {
    id: 'bcp-2',
    demand: 'no plain challenge, named or by omission (2.1.1)',
    tests: [
      ...by(
        'test/e2e/authorize/authorization-requests.e2e.ts',
        'the plain method (bcp-2)',
        'no method, which means plain (bcp-2)',
      ),
    ],
  },
  {
    id: 'bcp-3',
    demand: 'iss in every authorization response (4.4)',
    tests: [
      ...by(
        'test/e2e/authorize/authorization-requests.e2e.ts',
        'a request that is refused is answered to the client, with state and iss (bcp-3, rfc9207)',
      ),
      ...by('test/e2e/authorize/codes.e2e.ts', 'is answered with state and iss (bcp-3, rfc9207)'),
    ],
  },
  {
    id: 'bcp-4',
    demand: 'an injected code is of no use (4.5)',
    tests: [
      ...by(
        'test/e2e/authorize/codes.e2e.ts',
        'at another client, and stays good for its own (bcp-4, oauth-6)',
      ),
    ],
  },
  {
    id: 'bcp-5',
    demand: 'login and consent cannot be forged from elsewhere (4.7)',
    tests: [
      ...by(
        'test/e2e/pages/pages.e2e.ts',
        'forms that our page did not send in this browser (bcp-5)',
        'opens in the browser that brought it and in no other (bcp-5)',
      ),
    ],
  },
  {
    id: 'bcp-6',
    demand: 'access tokens are good for one audience (4.9)',
    tests: [
      ...by(
        'test/e2e/bearer/challenges.e2e.ts',
        'takes a token for /mcp at /mcp only, and one for the server at both',
      ),
    ],
  },
  {
    id: 'bcp-7',
    demand: 'no open redirector (4.11)',
    tests: [
      ...by(
        'test/e2e/pages/pages.e2e.ts',
        'shows nothing to who is not logged in, and leads nowhere but to itself (bcp-7)',
      ),
      ...by(
        'test/e2e/authorize/authorization-requests.e2e.ts',
        'is shown to the person and not redirected to: %s',
      ),
      ...by('test/e2e/authorize/identity.e2e.ts', 'leads nowhere else (bcp-7): %s'),
      ...by(
        'test/e2e/authorize/open-redirector.e2e.ts',
        'with %s, before anybody has logged in',
        'while somebody is logged in who never allowed it anything',
        'by a link, when nobody is logged in, whosever ID token is shown',
      ),
    ],
  },
  {
    id: 'bcp-8',
    demand: 'no 307 or 308 in the flow (4.12)',
    tests: [
      ...by('test/e2e/pages/pages.e2e.ts', 'is led on by 303 from every form, never by 307 or 308 (bcp-8)'),
    ],
  },
  {
    id: 'bcp-9',
    demand: 'headers of a proxy are not believed from anybody (4.13)',
    tests: [
      ...by(
        'test/e2e/http/raw-requests.e2e.ts',
        'names itself as configured, whatever a proxy is said to be',
      ),
    ],
  },
  {
    id: 'bcp-10',
    demand: 'a reused refresh token ends the family, access tokens too (4.14.2)',
    tests: [
      ...by(
        'test/e2e/refresh/refresh.e2e.ts',
        'a reused token ends its family: the newest token, and the access tokens wherever they are used',
      ),
    ],
  },
  {
    id: 'bcp-11',
    demand: 'pages cannot be framed (4.16)',
    tests: [...by('test/e2e/pages/pages.e2e.ts', 'what comes with every page (web-headers, bcp-11, bcp-12)')],
  },
  {
    id: 'bcp-12',
    demand: 'nothing leaks by Referer (4.2)',
    tests: [...by('test/e2e/pages/pages.e2e.ts', 'what comes with every page (web-headers, bcp-11, bcp-12)')],
  },
  {
    id: 'bcp-13',
    demand: 'access tokens are short-lived and narrow (2.2)',
    tests: [
      ...by('test/e2e/process/settings.e2e.ts', 'a token lives half an hour'),
      ...by('test/e2e/token/token-endpoint.e2e.ts', 'an access token as RFC 9068 has it'),
    ],
  },
  {
    id: 'bcp-14',
    demand: 'asymmetric client authentication is offered (2.5)',
    tests: [
      ...by(
        'test/e2e/client-authentication/client-authentication.e2e.ts',
        'is announced, without shared secrets for assertions',
      ),
    ],
  },
  {
    id: 'bcp-15',
    demand: 'a client cannot pass for a person (4.15)',
    tests: [
      ...by('test/e2e/authorize/codes.e2e.ts', 'is exchanged for tokens of the person (rfc9068, bcp-15)'),
    ],
  },
];

/** Extensions that are offered. */
const EXTENSIONS: readonly Requirement[] = [
  {
    id: 'rfc7636',
    demand: 'wrong, missing, short and malformed verifiers and unknown methods are refused',
    tests: [
      ...by(
        'test/e2e/authorize/authorization-requests.e2e.ts',
        'an unknown method (rfc7636)',
        'a short challenge (rfc7636)',
      ),
      ...by('test/e2e/authorize/codes.e2e.ts', 'with %s, and is used up by the attempt (rfc7636)'),
    ],
  },
  {
    id: 'rfc7009',
    demand: 'revocation: known and unknown, hint, foreign client, again',
    tests: [
      ...by(
        'test/e2e/introspection/revocation-and-introspection.e2e.ts',
        'is the same the second time, and recorded once',
        'of what is no token is answered 200: %j',
        'does not depend on the hint: %s',
        'by another client has no effect',
        'needs a client that is who it says',
      ),
      ...by(
        'test/integration/auth-guards/access-token-verifier.spec.ts',
        'refuses the tokens of a client that was deleted, whoever has its id now',
        'refuses what is older than an access token may become now, however long it was issued for',
      ),
    ],
  },
  {
    id: 'rfc7662',
    demand: 'introspection: only for those it concerns; else exactly inactive',
    tests: [
      ...by(
        'test/e2e/introspection/revocation-and-introspection.e2e.ts',
        'says exactly one thing of unknown, foreign, forged, altered and ended tokens',
        'is for clients that can keep a secret, and have',
      ),
    ],
  },
  {
    id: 'rfc9701',
    demand: 'introspection as a signed JWT',
    tests: [
      ...by(
        'test/e2e/introspection/revocation-and-introspection.e2e.ts',
        'is signed by the server, for the caller alone, and cannot pass for an access token',
      ),
    ],
  },
  {
    id: 'rfc7591',
    demand: 'registration: 201, no-store, hostile metadata refused',
    tests: [
      ...by(
        'test/e2e/registration/registration.e2e.ts',
        'answers 201 at %s, not to be kept',
        'picks the id itself, and lets no client choose rights',
        'a form, with an error of its own language',
      ),
      ...by(
        'test/e2e/registration/hostile-metadata.e2e.ts',
        'are refused or registered, whatever cannot be stored stands at whatever member',
        'lose the members of keys that nobody here understands (RFC 7517 §4)',
      ),
    ],
  },
  {
    id: 'rfc7592',
    demand: 'a registration is managed by its own token only',
    tests: [
      ...by(
        'test/e2e/registration/registration.e2e.ts',
        'lets only the holder of its token read a registration',
        'replaces a registration, with the same rules',
        'ends a client with all it was granted when its holder deletes it',
      ),
    ],
  },
  {
    id: 'rfc8414',
    demand: 'both metadata documents, in agreement',
    tests: [
      ...by(
        'test/e2e/metadata/metadata.e2e.ts',
        'lists what answers, and nothing else (RFC 8414)',
        'says the same in the form of OpenID Connect',
      ),
    ],
  },
  {
    id: 'rfc8707',
    demand: 'resource: audience, unknown, malformed, other at exchange',
    tests: [
      ...by(
        'test/e2e/authorize/codes.e2e.ts',
        'is good for the resources it was asked for, and for fewer (rfc8707)',
        'is not good for another resource (rfc8707): %s',
      ),
    ],
  },
  {
    id: 'rfc9068',
    demand: 'access tokens are at+jwt, checked as such',
    tests: [
      ...by('test/e2e/token/token-endpoint.e2e.ts', 'an access token as RFC 9068 has it'),
      ...by('test/integration/auth-guards/access-token-verifier.spec.ts', 'typ %j'),
      ...by('test/e2e/authorize/codes.e2e.ts', 'is exchanged for tokens of the person (rfc9068, bcp-15)'),
    ],
  },
  {
    id: 'rfc9126',
    demand: 'pushed requests: authenticated, bound, used once',
    tests: [
      ...by(
        'test/e2e/authorize/authorization-requests.e2e.ts',
        'a pushed authorization request (rfc9126)',
        'is used once',
        'is refused when it is %s',
        'needs the client to prove itself, and a POST',
      ),
    ],
  },
  {
    id: 'rfc9207',
    demand: 'iss in success and error',
    tests: [
      ...by('test/e2e/authorize/authorization-requests.e2e.ts', 'with state and iss (bcp-3, rfc9207)'),
      ...by('test/e2e/authorize/codes.e2e.ts', 'is answered with state and iss (bcp-3, rfc9207)'),
    ],
  },
  {
    id: 'rfc9728',
    demand: 'protected resource metadata in every place, challenge',
    tests: [
      ...by(
        'test/e2e/metadata/metadata.e2e.ts',
        'describes the protected resource "%s" (RFC 9728)',
        'describes its resources where RFC 9728 §3.1 puts them',
      ),
    ],
  },
  {
    id: 'rfc7523',
    demand: 'client assertions: eleven mutations, replay',
    tests: [
      ...by(
        'test/e2e/client-authentication/client-authentication.e2e.ts',
        'refuses an assertion that is not signed: %j',
        'takes an assertion once, in parallel too',
        'takes no assertion of another client, or for a client without the method',
      ),
    ],
  },
  {
    id: 'rfc9101',
    demand: 'request objects: none refused, request_uri never fetched',
    tests: [
      ...by(
        'test/e2e/authorize/authorization-requests.e2e.ts',
        'a request object (rfc9101)',
        'a request_uri (rfc9101)',
      ),
    ],
  },
  {
    id: 'cimd',
    demand: 'metadata documents: https, public addresses, size, redirect, rebinding, identity',
    tests: [
      ...by(
        'test/integration/registration/metadata-documents.spec.ts',
        'are refused for %s',
        'are refused for a document over 5 KB',
        'are refused for a redirect',
        'are not fetched from inside the network: %s',
        'are fetched from the address that was checked when their name flips',
      ),
      ...by(
        'test/e2e/registration/metadata-documents.e2e.ts',
        'connects to nothing of this machine: %s',
        'redirects nobody when the document has %s',
      ),
    ],
  },
];

/** Attacks on JWTs. */
const JWT_ATTACKS: readonly Requirement[] = [
  {
    id: 'jwt-none',
    demand: 'alg none in every spelling',
    tests: [
      ...by('test/e2e/bearer/jwt-attacks.e2e.ts', 'alg %j'),
      ...by(
        'test/integration/auth-guards/access-token-verifier.spec.ts',
        'alg %j, without or with a signature',
      ),
    ],
  },
  {
    id: 'jwt-confusion',
    demand: 'HMAC with a public key',
    tests: [
      ...by('test/e2e/bearer/jwt-attacks.e2e.ts', '%s with a public key as the secret'),
      ...by(
        'test/integration/auth-guards/access-token-verifier.spec.ts',
        '%s with the public key as the secret',
      ),
    ],
  },
  {
    id: 'jwt-algorithm-swap',
    demand: 'another algorithm on the right key',
    tests: [
      ...by(
        'test/integration/auth-guards/access-token-verifier.spec.ts',
        '%s with the RSA key that is pinned to RS256',
      ),
    ],
  },
  {
    id: 'jwt-embedded-key',
    demand: 'jwk, x5c, jku and x5u in the header',
    tests: [
      ...by(
        'test/e2e/bearer/jwt-attacks.e2e.ts',
        'keys and addresses of keys that the token brings along; nothing is fetched',
      ),
    ],
  },
  {
    id: 'jwt-kid',
    demand: 'hostile key ids, unknown keys',
    tests: [
      ...by('test/e2e/bearer/jwt-attacks.e2e.ts', 'kid %j'),
      ...by('test/integration/auth-guards/access-token-verifier.spec.ts', 'another key under a known kid'),
    ],
  },
  {
    id: 'jwt-zero-signature',
    demand: 'zero, empty and cut signatures; tampered payload',
    tests: [
      ...by('test/e2e/bearer/jwt-attacks.e2e.ts', 'a real token with any part changed'),
      ...by('test/integration/auth-guards/access-token-verifier.spec.ts', 'every part tampered with'),
    ],
  },
  {
    id: 'jwt-times',
    demand: 'expired, no exp, exp as text, nbf ahead',
    tests: [
      ...by(
        'test/integration/auth-guards/access-token-verifier.spec.ts',
        'a missing or mistyped %s',
        'refuses a remembered token once it has expired',
      ),
    ],
  },
  {
    id: 'jwt-audience',
    demand: 'wrong audience and issuer',
    tests: [
      ...by(
        'test/integration/auth-guards/access-token-verifier.spec.ts',
        'of a token that another resource has just accepted',
      ),
    ],
  },
  {
    id: 'jwt-typ',
    demand: 'other kinds of token',
    tests: [
      ...by('test/integration/auth-guards/access-token-verifier.spec.ts', 'typ %j'),
      ...by(
        'test/e2e/authorize/identity.e2e.ts',
        'is given to who asks with openid, and is no access token (jwt-typ)',
      ),
    ],
  },
  {
    id: 'jwt-duplicate',
    demand: 'duplicate claims',
    tests: [
      ...by(
        'test/integration/auth-guards/access-token-verifier.spec.ts',
        'a duplicate member, of which the last counts for everybody',
      ),
    ],
  },
  {
    id: 'jwt-crit',
    demand: 'unknown crit, b64 false',
    tests: [...by('test/integration/auth-guards/access-token-verifier.spec.ts', 'crit %j', 'b64 %j')],
  },
  {
    id: 'jwt-encrypted',
    demand: 'what looks like a JWE, bombs',
    tests: [
      ...by(
        'test/e2e/http/raw-requests.e2e.ts',
        'a token that looks encrypted, %s, is refused without opening it',
      ),
    ],
  },
  {
    id: 'jwt-flood',
    demand: 'unknown keys do not make a storm of fetches',
    tests: [
      ...by('test/e2e/bearer/jwt-attacks.e2e.ts', 'hundreds of unknown keys, and goes on answering'),
      ...by(
        'test/e2e/external-issuers/external-issuers.e2e.ts',
        'fetch nothing more, however many unknown keys they name',
      ),
      ...by(
        'test/integration/fetch/remote-key-sets.spec.ts',
        'are fetched once within the cool-down, however many unknown keys are asked for',
      ),
    ],
  },
  {
    id: 'jwks-slots',
    demand: 'key servers that never answer keep no other client from proving who it is',
    tests: [
      ...by(
        'test/e2e/client-authentication/key-sets.e2e.ts',
        'are had for administrators’ clients, and for others but those who share a host or an address with the silent',
      ),
      ...by(
        'test/integration/fetch/remote-key-sets.spec.ts',
        'say so when no fetch is free for a key that is not known, and find it as soon as one is',
        'are forgotten when there are too many: those first that were not used for longest',
      ),
    ],
  },
];

/** Attacks on pages and inputs. */
const WEB_ATTACKS: readonly Requirement[] = [
  {
    id: 'web-xss',
    demand: 'no markup of others on a page',
    tests: [
      ...by(
        'test/e2e/pages/pages.e2e.ts',
        'markup of others (web-xss)',
        'in %s stays text wherever it is shown',
      ),
    ],
  },
  {
    id: 'web-headers',
    demand: 'framing, CSP, caching, cookies',
    tests: [...by('test/e2e/pages/pages.e2e.ts', 'what comes with every page (web-headers, bcp-11, bcp-12)')],
  },
  {
    id: 'web-ssrf',
    demand: 'nothing inside is ever fetched',
    tests: [
      ...by(
        'test/integration/fetch/guarded-fetcher.spec.ts',
        'makes no connection',
        'connects to the address it checked, whatever the name means a moment later',
        'does not follow a redirect (%i)',
      ),
      ...by(
        'test/e2e/registration/metadata-documents.e2e.ts',
        'connects to nothing of this machine: %s',
        'fetches neither logos nor request objects nor key sets that a client names',
      ),
    ],
  },
  {
    id: 'web-timing',
    demand: 'unknown client and wrong secret cost the same',
    tests: [
      ...by('test/e2e/http/raw-requests.e2e.ts', 'an unknown client costs what a wrong secret costs'),
      ...by(
        'test/integration/people/password-login.spec.ts',
        'answers the same, after the same work, whether nobody, somebody disabled or somebody else is asked for',
      ),
    ],
  },
  {
    id: 'web-enumeration',
    demand: 'unknown and wrong look the same',
    tests: [
      ...by('test/e2e/token/token-endpoint.e2e.ts', 'an unknown client and a wrong secret in the same words'),
    ],
  },
  {
    id: 'web-brute-force',
    demand: 'guessing secrets and passwords is stopped, owners are not',
    tests: [
      ...by('test/e2e/limits/lockout.e2e.ts', 'refuses the right secret too, says for how long, and ends'),
      ...by(
        'test/integration/people/password-login.spec.ts',
        'stops listening after so many wrong passwords, to the right one as well, and says for how long',
        'lets the person in from elsewhere, and another person in from there',
      ),
    ],
  },
  {
    id: 'web-redos',
    demand: 'no input makes a pattern run away',
    tests: [...by('src/security/pii/scanner.spec.ts', 'PiiAnalyzer')],
  },
  {
    id: 'web-smuggling',
    demand: 'one 400 and a closed connection',
    tests: [...by('test/e2e/http/raw-requests.e2e.ts', '%s: one 400, and the connection is closed')],
  },
  {
    id: 'web-oversize',
    demand: 'too large is 4xx, quickly',
    tests: [
      ...by('test/e2e/errors/doors.e2e.ts', 'problem 413 and 415 where a route takes no such body'),
      ...by('test/e2e/http/raw-requests.e2e.ts', '%s is refused (web-oversize)'),
    ],
  },
  {
    id: 'web-slowloris',
    demand: 'half-open requests are cut',
    tests: [...by('test/e2e/http/raw-requests.e2e.ts', '%s are cut off')],
  },
  {
    id: 'web-log-injection',
    demand: 'one JSON line each',
    tests: [
      ...by(
        'test/e2e/hostile/hostile-input.e2e.ts',
        'is still well afterwards, and its log holds whole JSON lines only',
      ),
    ],
  },
  {
    id: 'web-sql',
    demand: 'SQL in every parameter is text',
    tests: [
      ...by('test/e2e/hostile/hostile-input.e2e.ts', 'strings at every parameter: no 5xx, no hang, no stack'),
    ],
  },
  {
    id: 'web-prototype',
    demand: '__proto__, arrays, extra members',
    tests: [
      ...by('test/e2e/hostile/hostile-input.e2e.ts', 'JSON values at tool arguments and JSON-RPC members'),
      ...by('src/auth/token/form-parameters.spec.ts', 'knows no parameter %s that was not sent'),
    ],
  },
  {
    id: 'web-csv',
    demand: 'no cell is a formula',
    tests: [...by('src/admin/audit/report/report-presentation.spec.ts', 'holds every list, and no formula')],
  },
  {
    id: 'web-bypass',
    demand: 'paths, methods and headers open nothing',
    tests: [
      ...by(
        'test/e2e/http/raw-requests.e2e.ts',
        '%s opens nothing without a token',
        '%s /hello shows nothing without a token',
        '%j is believed from nobody',
      ),
    ],
  },
  {
    id: 'web-cors',
    demand: 'no origin is reflected with credentials',
    tests: [
      ...by(
        'test/e2e/http/first-requests.e2e.ts',
        'the answer to a page that is not on the list is closed to it',
      ),
    ],
  },
  {
    id: 'web-leak',
    demand: 'no stack, SQL or secret in an answer',
    tests: [
      ...by('test/e2e/hostile/hostile-input.e2e.ts', 'strings at every parameter: no 5xx, no hang, no stack'),
      ...by('test/e2e/token/token-endpoint.e2e.ts', 'never repeats a secret in its output'),
    ],
  },
];

export const REQUIREMENTS: readonly Requirement[] = [
  ...OAUTH,
  ...BEST_PRACTICE,
  ...EXTENSIONS,
  ...JWT_ATTACKS,
  ...WEB_ATTACKS,
];
