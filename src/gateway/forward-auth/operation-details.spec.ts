import { detailsOf } from './operation-details.js';

const call = (tool: string) => ({ method: 'tools/call', tool });
const list = { method: 'tools/list' };

describe('detailsOf', () => {
  it.each([
    ['nothing', undefined, {}],
    ['one method', [list], { mcp_method: 'tools/list' }],
    ['one call', [call('a')], { mcp_method: 'tools/call', tool: 'a' }],
    [
      'a call behind something else',
      [list, call('a')],
      { mcp_method: 'tools/call', tool: 'a', operations: 2 },
    ],
    [
      'several tools, each once',
      [call('a'), list, call('b'), call('a')],
      { mcp_method: 'tools/call', tool: 'a', tools: ['a', 'b'], operations: 4 },
    ],
    ['long names in short', [call('x'.repeat(200))], { mcp_method: 'tools/call', tool: 'x'.repeat(128) }],
  ])('tells of %s', (_what, operations, expected) => {
    expect(detailsOf(operations)).toEqual(expected);
  });

  it('counts the tools that it has no room for', () => {
    const details = detailsOf(Array.from({ length: 25 }, (_none, index) => call(`tool_${index}`)));
    expect(details.tools).toHaveLength(20);
    expect(details.further_tools).toBe(5);
  });
});
