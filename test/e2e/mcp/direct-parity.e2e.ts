import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { JsonRpcClient, type RpcAnswer } from './json-rpc-client.js';

/** A member no method knows: harmless, but it makes the request one that the SDK has to look at. */
const UNUSUAL = { unusual: true };

const REQUESTS: readonly (readonly [string, string, Record<string, unknown>])[] = [
  ['the tools', 'tools/list', {}],
  ['the resources', 'resources/list', {}],
  ['the resource templates', 'resources/templates/list', {}],
  ['the prompts', 'prompts/list', {}],
  ['a structured result', 'tools/call', { name: 'get_oauth2_flow_guide', arguments: {} }],
  ['a result of content blocks', 'tools/call', { name: 'test_multiple_content_types' }],
  ['a tool error', 'tools/call', { name: 'test_error_handling', arguments: {} }],
  ['a validation error', 'tools/call', { name: 'get_oauth2_flow_guide', arguments: { grant_type: 5 } }],
  ['an unknown tool', 'tools/call', { name: 'no_such_tool', arguments: {} }],
  ['a text resource', 'resources/read', { uri: 'test://static-text' }],
  ['a binary resource', 'resources/read', { uri: 'test://static-binary' }],
  ['an unknown resource', 'resources/read', { uri: 'test://no-such-resource' }],
  ['a prompt', 'prompts/get', { name: 'test_prompt_with_arguments', arguments: { arg1: 'a', arg2: 'b' } }],
  ['a prompt without its arguments', 'prompts/get', { name: 'test_prompt_with_arguments' }],
  ['an unknown prompt', 'prompts/get', { name: 'no_such_prompt' }],
];

describe('requests served directly get the very answer of the SDK', () => {
  let gatehouse: Gatehouse;
  let client: JsonRpcClient;

  beforeAll(async () => {
    gatehouse = await startGatehouse({ env: { CONFORMANCE_FIXTURES: 'true' } });
    client = new JsonRpcClient(gatehouse, await gatehouse.token());
  }, 120_000);
  afterAll(() => gatehouse.stop());

  const visible = ({ status, headers, text }: RpcAnswer): object => ({
    status,
    contentType: headers.get('content-type'),
    text,
  });

  it.each(REQUESTS)('%s', async (_what, method, params) => {
    const direct = await client.stateless(method, params);
    const bySdk = await client.stateless(method, { ...params, ...UNUSUAL });
    expect(visible(direct)).toEqual(visible(bySdk));
    expect(direct.status).toBe(200);
  });

  it.each(REQUESTS)('in a session: %s', async (_what, method, params) => {
    const session = await client.openSession();
    const direct = await client.inSession(session, method, params);
    const bySdk = await client.inSession(session, method, { ...params, ...UNUSUAL });
    expect(direct.message).toEqual(bySdk.message);
    expect(direct.headers.get('content-type')).toMatch(/^application\/json/);
  });

  const envelope = 'io.modelcontextprotocol';
  const call = { name: 'test_simple_text', arguments: {} };

  it.each([
    ['a name header that differs', call, { 'mcp-name': 'another_tool' }, 400, -32020],
    ['a method header that differs', call, { 'mcp-method': 'tools/list' }, 400, -32020],
    ['a version header that differs', call, { 'mcp-protocol-version': '2025-11-25' }, 400, -32020],
    ['no _meta', { ...call, _meta: undefined }, {}, 400, -32602],
    [
      'an incomplete envelope',
      { ...call, _meta: { [`${envelope}/protocolVersion`]: '2026-07-28' } },
      {},
      400,
      -32602,
    ],
    [
      'an unsupported version',
      {
        ...call,
        _meta: { [`${envelope}/protocolVersion`]: '2099-01-01', [`${envelope}/clientCapabilities`]: {} },
      },
      { 'mcp-protocol-version': '2099-01-01' },
      400,
      -32022,
    ],
    ['arguments that are no object', { ...call, arguments: [] }, {}, 200, -32602],
  ])('leaves %s to the SDK', async (_what, params, headers, status, code) => {
    const answer = await client.stateless('tools/call', params, headers as Record<string, string>);
    expect({ status: answer.status, code: answer.message.error?.code }).toEqual({ status, code });
  });

  it('says where arguments are wrong and never repeats them', async () => {
    const args = { grant_type: { secret: '홍길동' } };
    const { text } = await client.stateless('tools/call', { name: 'get_oauth2_flow_guide', arguments: args });
    expect(text).toContain('grant_type');
    expect(text).not.toContain('홍길동');
  });
});
