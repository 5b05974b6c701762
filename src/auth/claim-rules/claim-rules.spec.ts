import { holds, missingClaims, worthOf } from './claim-rules.js';

const claims = {
  scp: 'files.read access_as_user',
  roles: ['Gatehouse.Admin', 7],
  realm_access: { roles: ['operator'] },
  'https://gate.example/groups': ['a.b'],
  tid: '0000',
  admin: true,
  map: { admin: true },
};

describe('holds', () => {
  it.each([
    ['a word of a text', ['scp'], 'access_as_user', true],
    ['the whole of a text', ['scp'], 'files.read access_as_user', true],
    ['a part of a word', ['scp'], 'access', false],
    ['an item of a list', ['roles'], 'Gatehouse.Admin', true],
    ['another case', ['roles'], 'gatehouse.admin', false],
    ['a number in a list', ['roles'], '7', false],
    ['a member of a member', ['realm_access', 'roles'], 'operator', true],
    ['a path written with dots', ['realm_access.roles'], 'operator', false],
    ['a name that has dots', ['https://gate.example/groups'], 'a.b', true],
    ['a flag', ['admin'], 'true', false],
    ['the name of a member', ['map'], 'admin', false],
    ['what is inherited', ['constructor', 'name'], 'Object', false],
    ['the length of a text', ['scp', 'length'], '25', false],
    ['nothing', ['missing'], '', false],
  ])('%s', (_what, path, value, expected) => {
    expect(holds(claims, path, value)).toBe(expected);
  });
});

describe('worthOf', () => {
  it('adds up what the rules give that are met, each once', () => {
    const rules = [
      { claim: ['scp'], value: 'access_as_user', scopes: ['mcp.access', 'read'], roles: [] },
      { claim: ['roles'], value: 'Gatehouse.Admin', scopes: ['read'], roles: ['admin'] },
      { claim: ['roles'], value: 'Gatehouse.Auditor', scopes: ['audit.read'], roles: [] },
    ];
    expect(worthOf(claims, rules)).toEqual({ scopes: ['mcp.access', 'read'], roles: ['admin'] });
  });
});

describe('missingClaims', () => {
  it('names what is absent, different, of another type or inherited', () => {
    const required = { tid: '0000', admin: 'true', ver: '2.0', toString: 'x' };
    expect(missingClaims(claims, required)).toEqual(['admin', 'ver', 'toString']);
  });
});
