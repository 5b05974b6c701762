import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { ToolClient } from './tool-client.js';

describe('tools in production', () => {
  let gatehouse: Gatehouse;
  let client: ToolClient;

  beforeAll(async () => {
    const env = { NODE_ENV: 'production', PUBLIC_URL: 'https://gatehouse.invalid' };
    gatehouse = await startGatehouse({ env });
    client = await ToolClient.connect(gatehouse, await gatehouse.adminToken('Admin.Write'));
  });
  afterAll(async () => {
    await client?.close();
    await gatehouse?.stop();
  });

  it.each(['create_oauth2_test_token', 'create_test_token'])('%s does not exist', async (name) => {
    expect(await client.toolNames()).not.toContain(name);
    await expect(client.call(name)).rejects.toThrow(/unknown tool/i);
  });

  it('the guide shows no published credentials', async () => {
    const { text } = await client.call('get_oauth2_flow_guide');
    expect(text).toContain('$CLIENT_ID:$CLIENT_SECRET');
    expect(text).toContain('https://gatehouse.invalid/oauth2/token');
    expect(text).not.toContain('mcp-client');
  });

  it('an unreachable public URL is a skipped check with its reason, and the others go on', async () => {
    const { data } = await client.call('validate_oauth2_setup');
    const [outside, ...others] = data['checks'] as { name: string; status: string; detail: string }[];
    expect(outside).toMatchObject({ name: 'public_url', status: 'skipped' });
    expect(outside?.detail).toMatch(
      /gatehouse\.invalid.*could not be reached.*The other checks used http:\/\/localhost/s,
    );
    expect(others.map(({ status }) => status)).toEqual(others.map(() => 'passed'));
  });
});
