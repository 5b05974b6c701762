import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { JsonRpcClient } from './json-rpc-client.js';

const TOOL = 'test_input_required_result_request_state';
const OTHER_TOOL = 'test_input_required_result_tampered_state';
const _meta = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': { elicitation: {} },
};
const inputResponses = { confirm: { action: 'accept', content: { ok: true } } };

describe('the state of a multi-round-trip request', () => {
  let gatehouse: Gatehouse;
  let client: JsonRpcClient;

  beforeAll(async () => {
    gatehouse = await startGatehouse({ env: { CONFORMANCE_FIXTURES: 'true' } });
    client = new JsonRpcClient(gatehouse, await gatehouse.token());
  }, 120_000);
  afterAll(() => gatehouse.stop());

  const asked = async (): Promise<string> => {
    const { message } = await client.stateless('tools/call', { name: TOOL, _meta });
    expect(message.result).toMatchObject({ resultType: 'input_required', inputRequests: { confirm: {} } });
    return String(message.result?.['requestState']);
  };
  const answer = (requestState: string, name = TOOL, caller = client) =>
    caller.stateless('tools/call', { name, _meta, inputResponses, requestState });

  it('comes back to the handler that gave it', async () => {
    expect((await answer(await asked())).text).toContain('state-ok');
  });

  it('does not say what it holds', async () => {
    expect(await asked()).not.toMatch(/confirming|Y29uZmlybWluZ/);
  });

  it.each([
    ['changed', async () => answer(`${await asked()}A`)],
    ['cut off', async () => answer((await asked()).slice(0, -2))],
    ['made up', () => answer('anything')],
    ['given to another tool', async () => answer(await asked(), OTHER_TOOL)],
    [
      'used by another caller',
      async () => answer(await asked(), TOOL, new JsonRpcClient(gatehouse, await gatehouse.adminToken())),
    ],
  ])('%s, it is refused', async (_how, ask) => {
    const { message } = await ask();
    expect(message.error).toMatchObject({ code: -32602, message: 'Invalid or expired requestState' });
  });
});
