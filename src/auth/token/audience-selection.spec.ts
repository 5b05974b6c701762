import { loadConfiguration } from '../../config/index.js';
import { ProtectedResources } from '../challenges/protected-resources.js';
import type { Client } from '../clients/client.js';
import { InvalidTargetError } from '../errors/oauth-errors.js';
import { AudienceSelection } from './audience-selection.js';

const URL = 'https://gate.example.com';
const configuration = loadConfiguration({ PUBLIC_URL: URL });
const selection = new AudienceSelection(new ProtectedResources(configuration), configuration);
const clientWith = (...audiences: string[]) => ({ audiences }) as unknown as Client;
const everywhere = clientWith(URL, `${URL}/mcp`, 'mcp-client');

describe('AudienceSelection', () => {
  it('takes the audiences of the client when no resource is asked for', () => {
    expect(selection.select(everywhere, [])).toEqual([URL, `${URL}/mcp`, 'mcp-client']);
  });

  it.each([
    ['the public URL', [URL], [URL]],
    ['a trailing slash', [`${URL}/`], [URL]],
    ['upper-case scheme and host', ['HTTPS://GATE.example.com/mcp'], [`${URL}/mcp`]],
    ['the default port', ['https://gate.example.com:443/mcp'], [`${URL}/mcp`]],
    ['several', [`${URL}/mcp`, URL], [`${URL}/mcp`, URL]],
    ['the same twice', [`${URL}/mcp`, `${URL}/mcp/`], [`${URL}/mcp`]],
  ])('spells %s as registered', (_what, requested, expected) => {
    expect(selection.select(everywhere, requested)).toEqual(expected);
  });

  it('lets a client of the public URL narrow its token to a resource below it', () => {
    expect(selection.select(clientWith(URL), [`${URL}/mcp`])).toEqual([`${URL}/mcp`]);
  });

  it.each([
    ['a relative reference', '/mcp'],
    ['a name', 'mcp-client'],
    ['a fragment', `${URL}/mcp#tools`],
    ['an empty fragment', `${URL}/mcp#`],
    ['another host', 'https://gate.example.com.evil.example/mcp'],
    ['another scheme', 'http://gate.example.com/mcp'],
    ['another port', 'https://gate.example.com:8443/mcp'],
    ['a longer path', `${URL}/mcp/x`],
    ['another case of the path', `${URL}/MCP`],
    ['a query', `${URL}/mcp?a=b`],
    ['user information', 'https://user@gate.example.com/mcp'],
  ])('refuses %s', (_what, resource) => {
    expect(() => selection.select(everywhere, [resource])).toThrow(InvalidTargetError);
    expect(() => selection.select(everywhere, [URL, resource])).toThrow(InvalidTargetError);
  });

  it('refuses a resource the client may not reach', () => {
    expect(() => selection.select(clientWith(`${URL}/mcp`), [URL])).toThrow(InvalidTargetError);
  });
});
