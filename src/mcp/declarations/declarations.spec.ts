import { z } from 'zod';
import { McpPrompt } from './mcp-prompt.decorator.js';
import { McpResource } from './mcp-resource.decorator.js';
import { McpTool } from './mcp-tool.decorator.js';

const schema = z.object({});
const described = { description: 'Does something', input: schema, output: schema };

describe('declarations refuse nonsense when they are made', () => {
  it.each([['a'], ['A-z_0.9'], ['x'.repeat(128)]])('the name %s is callable', (name) => {
    expect(() => McpTool({ name, ...described })).not.toThrow();
  });

  it.each([[''], ['with blank'], ['x'.repeat(129)], ['한글'], ['a/b'], ['a\n']])(
    'the name %j is not',
    (name) => {
      expect(() => McpTool({ name, ...described })).toThrow(/1 to 128 characters/);
      expect(() => McpTool({ name: 'fine', aliases: [name], ...described })).toThrow(/1 to 128 characters/);
      expect(() => McpPrompt({ name, description: 'x' })).toThrow(/1 to 128 characters/);
    },
  );

  it('needs a description', () => {
    expect(() => McpTool({ name: 'tool', ...described, description: ' ' })).toThrow(/needs a description/);
  });

  it.each([['/relative'], ['no-scheme'], ['']])('the URI %j is not absolute', (uri) => {
    const declaration = { uri, name: 'r', description: 'x', mimeType: 'text/plain' };
    expect(() => McpResource(declaration)).toThrow(/absolute URI/);
  });

  it('needs the method it declares', () => {
    const declare = McpTool({ name: 'tool', ...described }) as unknown as (target: object) => void;
    expect(() => declare(class Empty {})).toThrow(/Empty has no method execute/);
  });
});
