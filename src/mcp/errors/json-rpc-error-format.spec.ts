import { ProblemError } from '../../common/problem-error.js';
import { jsonRpcErrorFormat } from './json-rpc-error-format.js';

const problem = (status: number, code: string): ProblemError =>
  new ProblemError({ status, code, title: 'Title' }, 'What to do');

describe('jsonRpcErrorFormat', () => {
  it.each([
    ['/mcp', true],
    ['/mcp/', true],
    ['/mcp/anything/below', true],
    ['/mcpx', false],
    ['/', false],
    ['/admin/mcp', false],
  ])('handles %s: %s', (path, handled) => {
    expect(jsonRpcErrorFormat.handles(path)).toBe(handled);
  });

  it.each([
    [400, 'malformed-json', -32700],
    [400, 'json-too-deep', -32700],
    [400, 'session-required', -32600],
    [401, 'unauthorized', -32000],
    [404, 'session-not-found', -32000],
    [500, 'internal-error', -32603],
    [503, 'service-unavailable', -32000],
  ])('%d %s has code %d', (status, code, expected) => {
    expect(jsonRpcErrorFormat.body(problem(status, code))).toEqual({
      contentType: 'application/json',
      body: { jsonrpc: '2.0', error: { code: expected, message: 'What to do' }, id: null },
    });
  });
});
