import { findingsOfResourceDocument } from './resource-document.js';
import { findingsOfServerDocument } from './server-document.js';

const URL_ASKED = 'https://mcp.example/mcp';
const ISSUER = 'https://login.example';
const RESOURCE = { resource: URL_ASKED, authorization_servers: [ISSUER] };
const SERVER = {
  issuer: ISSUER,
  authorization_endpoint: `${ISSUER}/authorize`,
  token_endpoint: `${ISSUER}/token`,
  response_types_supported: ['code'],
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
};

const codes = (findings: readonly { code: string; stops: readonly string[] }[]) =>
  findings.map(({ code, stops }) => [code, [...stops].sort().join(' ')]);

describe('findingsOfResourceDocument', () => {
  it.each<[string, object, string[][]]>([
    ['a sound one', {}, []],
    ['upper case in the host, which is the same', { resource: 'https://MCP.example/mcp' }, []],
    ['a slash too many', { resource: `${URL_ASKED}/` }, [['slash_mismatch', 'v1 v2']]],
    ['the whole origin', { resource: 'https://mcp.example' }, [['broader_resource', '']]],
    ['another path', { resource: 'https://mcp.example/other' }, [['wrong_resource', 'v1 v2']]],
    ['a path that only begins alike', { resource: 'https://mcp.example/mc' }, [['wrong_resource', 'v1 v2']]],
    ['another host', { resource: 'https://other.example/mcp' }, [['wrong_resource', 'v1 v2']]],
    ['another scheme', { resource: 'http://mcp.example/mcp' }, [['wrong_resource', 'v1 v2']]],
    ['no resource', { resource: undefined }, [['resource_metadata_invalid', '']]],
    ['no server', { authorization_servers: [] }, [['no_authorization_server', '']]],
    ['a server that is no URL', { authorization_servers: ['login'] }, [['no_authorization_server', '']]],
  ])('%s', (_what, spoilt, expected) => {
    expect(codes(findingsOfResourceDocument({ ...RESOURCE, ...spoilt }, URL_ASKED))).toEqual(expected);
  });

  it('lets a client call with a slash what is named without, as the official clients do', () => {
    expect(codes(findingsOfResourceDocument(RESOURCE, `${URL_ASKED}/`))).toEqual([['slash_mismatch', '']]);
  });
});

describe('findingsOfServerDocument', () => {
  const find = (spoilt: object, issuer = ISSUER, kind: 'oauth' | 'oidc' = 'oauth') =>
    codes(findingsOfServerDocument({ ...SERVER, ...spoilt }, { issuer, kind, isInteractive: true }));

  it.each<[string, object, string[][]]>([
    ['a sound one', {}, []],
    ['another issuer', { issuer: 'https://other.example' }, [['wrong_issuer', 'v2']]],
    ['a slash too many', { issuer: `${ISSUER}/` }, [['slash_mismatch', 'v2']]],
    ['no token endpoint', { token_endpoint: undefined }, [['server_metadata_invalid', 'v1 v2']]],
    ['an endpoint that is no URL', { token_endpoint: '/token' }, [['server_metadata_invalid', 'v1 v2']]],
    ['no PKCE', { code_challenge_methods_supported: undefined }, [['pkce_missing', '']]],
    ['PKCE in clear', { code_challenge_methods_supported: ['plain'] }, [['pkce_without_s256', 'v1 v2']]],
    ['no codes', { response_types_supported: ['token'] }, [['code_not_supported', 'v1 v2']]],
    [
      'tokens over plain HTTP',
      { token_endpoint: 'http://login.example/token' },
      [['insecure_endpoint', 'v2']],
    ],
    ['a token endpoint on this machine', { token_endpoint: 'http://127.0.0.1:9/token' }, []],
    ['no iss', { authorization_response_iss_parameter_supported: false }, [['iss_not_announced', '']]],
  ])('%s', (_what, spoilt, expected) => {
    expect(find(spoilt)).toEqual(expected);
  });

  it('takes an issuer that had to be guessed from the origin, with its slash', () => {
    expect(find({}, `${ISSUER}/`)).toEqual([]);
  });

  it('asks more of an OpenID provider', () => {
    expect(find({}, ISSUER, 'oidc')).toEqual([['server_metadata_invalid', 'v1 v2']]);
  });
});
