import type { FastifyRequest } from 'fastify';
import { plainSessionRequest, plainStatelessRequest } from './plain-request.js';

const META = {
  'io.modelcontextprotocol/protocolVersion': '2026-07-28',
  'io.modelcontextprotocol/clientCapabilities': { elicitation: {} },
};
const HEADERS = { 'mcp-protocol-version': '2026-07-28', 'mcp-method': 'tools/call', 'mcp-name': 'echo' };
const PARAMS = { name: 'echo', arguments: { text: 'x' }, _meta: META };
const BODY = { jsonrpc: '2.0', id: 1, method: 'tools/call', params: PARAMS };

const request = (body: unknown, headers: object): FastifyRequest => ({ body, headers }) as FastifyRequest;

describe('plainStatelessRequest', () => {
  it('recognizes a request with nothing unusual', () => {
    expect(plainStatelessRequest(request(BODY, HEADERS))).toMatchObject({
      id: 1,
      method: 'tools/call',
      params: PARAMS,
    });
  });

  it.each([
    ['a batch', [BODY]],
    ['another JSON-RPC version', { ...BODY, jsonrpc: '1.0' }],
    ['no id', { ...BODY, id: undefined }],
    ['an id that is null', { ...BODY, id: null }],
    ['a fractional id', { ...BODY, id: 1.5 }],
    ['a member beside the envelope', { ...BODY, extra: 1 }],
    ['a method of the SDK', { ...BODY, method: 'server/discover' }],
    ['a completion', { ...BODY, method: 'completion/complete' }],
    ['answers to questions', { ...BODY, params: { ...PARAMS, inputResponses: {} } }],
    ['a name that is no text', { ...BODY, params: { ...PARAMS, name: 1 } }],
    ['arguments that are a list', { ...BODY, params: { ...PARAMS, arguments: [] } }],
    ['no _meta', { ...BODY, params: { name: 'echo' } }],
    [
      'another revision',
      {
        ...BODY,
        params: { ...PARAMS, _meta: { ...META, 'io.modelcontextprotocol/protocolVersion': '2026-07-29' } },
      },
    ],
    [
      'capabilities of a wrong shape',
      {
        ...BODY,
        params: {
          ...PARAMS,
          _meta: { ...META, 'io.modelcontextprotocol/clientCapabilities': { elicitation: 1 } },
        },
      },
    ],
    [
      'an unknown log level',
      { ...BODY, params: { ...PARAMS, _meta: { ...META, 'io.modelcontextprotocol/logLevel': 'loud' } } },
    ],
    [
      'a progress token that is an object',
      { ...BODY, params: { ...PARAMS, _meta: { ...META, progressToken: {} } } },
    ],
  ])('leaves %s to the SDK', (_what, body) => {
    expect(plainStatelessRequest(request(body, HEADERS))).toBeUndefined();
  });

  it.each([
    ['no version header', { 'mcp-protocol-version': undefined }],
    ['another version', { 'mcp-protocol-version': '2025-11-25' }],
    ['another method', { 'mcp-method': 'tools/list' }],
    ['another name', { 'mcp-name': 'Echo' }],
    ['an encoded name', { 'mcp-name': '=?base64?ZWNobw==?=' }],
    ['two names', { 'mcp-name': ['echo', 'echo'] }],
  ])('leaves headers with %s to the SDK', (_what, headers) => {
    expect(plainStatelessRequest(request(BODY, { ...HEADERS, ...headers }))).toBeUndefined();
  });
});

describe('plainSessionRequest', () => {
  const accept = 'application/json, text/event-stream';
  const body = { ...BODY, params: { name: 'echo' } };

  it.each([
    ['no version header', { accept }, body, true],
    ['a session revision', { accept, 'mcp-protocol-version': '2025-06-18' }, body, true],
    ['an unknown revision', { accept, 'mcp-protocol-version': '2031-01-01' }, body, false],
    ['no accepted event stream', { accept: 'application/json' }, body, false],
    ['an event stream named first', { accept: 'text/event-stream, application/json' }, body, false],
    ['a stateless envelope', { accept }, BODY, false],
  ])('%s', (_what, headers, message, plain) => {
    expect(plainSessionRequest(request(message, headers)) !== undefined).toBe(plain);
  });
});
