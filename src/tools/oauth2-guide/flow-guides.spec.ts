import { flowGuide, GUIDED_GRANT_TYPES, whyUnsupported } from './flow-guides.js';
import { flowTarget } from './flow-target.js';
import { Configuration } from '../../config/index.js';

function configured(isProduction: boolean): Configuration {
  return { isProduction, server: { publicUrl: 'https://gate.example' } } as Configuration;
}

describe('flowGuide', () => {
  it('writes every step of client_credentials for this server', () => {
    const guide = flowGuide('client_credentials', flowTarget(configured(false)));
    const steps = guide?.steps ?? [];
    expect(steps.map(({ title }) => title)).toEqual([
      'Read the metadata',
      'Request an access token',
      'Call a protected route',
      'List the MCP tools',
      'See the refusal',
    ]);
    expect(steps.every(({ command }) => command.includes("'https://gate.example/"))).toBe(true);
    expect(steps.every(({ powershell }) => powershell.includes("'https://gate.example/"))).toBe(true);
  });

  it.each(GUIDED_GRANT_TYPES)('leads through %s by commands for this server, in both shells', (grantType) => {
    const steps = flowGuide(grantType, flowTarget(configured(false)))?.steps ?? [];
    expect(steps.length).toBeGreaterThan(1);
    const commands = steps.flatMap(({ command, powershell }) => [command, powershell]).join('\n');
    const urls = commands.match(/https?:\/\/[^\s'"/]+/g) ?? [];
    expect(new Set(urls)).toEqual(
      new Set(['https://gate.example', ...urls.filter((url) => url === 'http://127.0.0.1:8400')]),
    );
    expect(commands).toContain(
      grantType === 'client_credentials' ? 'client_credentials' : `grant_type=${grantType}`,
    );
  });

  it('runs as it is in development and never shows the published secret in production', () => {
    const commands = (isProduction: boolean) =>
      JSON.stringify(flowGuide('client_credentials', flowTarget(configured(isProduction))));
    expect(commands(false)).toContain('mcp-client:secret');
    expect(commands(true)).not.toContain('mcp-client');
    expect(commands(true)).toContain('$CLIENT_ID:$CLIENT_SECRET');
  });

  it.each([
    ['urn:ietf:params:oauth:grant-type:device_code', /not available in this version/i],
    ['password', /OAuth 2\.1 removed/],
    ['implicit', /OAuth 2\.1 removed/],
    ['Client_Credentials', /does not know/],
    ['toString', /does not know/],
  ])('has no guide for %s and says why', (grantType, reason) => {
    expect(flowGuide(grantType, flowTarget(configured(false)))).toBeUndefined();
    expect(whyUnsupported(grantType)).toMatch(reason);
    expect(GUIDED_GRANT_TYPES).not.toContain(grantType);
  });
});
