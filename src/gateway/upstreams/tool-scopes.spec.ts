import type { ScopeRequirement } from '../../common/scopes.decorator.js';
import { ToolScopes } from './tool-scopes.js';

const needs = (...allOf: string[]): ScopeRequirement => ({ allOf, anyOf: [] });
const rule = (name: string, scope: string) => ({
  name,
  requirement: needs(scope),
  policy: undefined,
  rateLimits: {},
});

const scopes = new ToolScopes({
  requirement: needs('mcp.access'),
  tools: [
    rule('delete_*', 'Admin.Write'),
    rule('delete_draft', 'write'),
    rule('*', 'read'),
    rule('delete_*_forever', 'never'),
    rule('a.b', 'dotted'),
  ],
});

describe('ToolScopes', () => {
  it.each([
    ['the very name before any pattern', 'delete_draft', 'write'],
    ['a pattern', 'delete_customer', 'Admin.Write'],
    ['the pattern that says more', 'delete_customer_forever', 'never'],
    ['a star that stands for nothing', 'delete_', 'Admin.Write'],
    ['a name whose case differs as another name', 'Delete_customer', 'read'],
    ['a dot as a dot', 'a.b', 'dotted'],
    ['nothing but a dot as a dot', 'axb', 'read'],
  ])('takes %s', (_what, tool, scope) => {
    expect(scopes.requirementOf(tool).allOf).toEqual([scope]);
  });

  it('falls back to what the upstream asks for', () => {
    const plain = new ToolScopes({ requirement: needs('mcp.access'), tools: [] });
    expect(plain.requirementOf('anything').allOf).toEqual(['mcp.access']);
  });

  it('knows everything that somebody needs who may call anything', () => {
    expect(scopes.all().flatMap(({ allOf }) => allOf)).toEqual([
      'mcp.access',
      'Admin.Write',
      'write',
      'read',
      'never',
      'dotted',
    ]);
  });
});
