import { ScopeHierarchy } from './scope-hierarchy.js';

const scope = (name: string, implies: string[] = [], baseline = false) => ({
  name,
  implies,
  baseline,
  descriptionEn: name,
  descriptionKo: name,
});

const hierarchy = new ScopeHierarchy({
  scopes: [
    scope('mcp.access', [], true),
    scope('read'),
    scope('write', ['read']),
    scope('Guest.Read'),
    scope('User.Read', ['Guest.Read']),
    scope('User.Write', ['User.Read']),
    scope('Admin.Write', ['User.Write']),
  ],
  roles: [
    { name: 'admin', everyScope: true, scopes: [] },
    { name: 'user', everyScope: false, scopes: ['write', 'User.Write'] },
  ],
});

describe('ScopeHierarchy', () => {
  it.each([
    [['mcp.access'], ['mcp.access']],
    [['read'], ['mcp.access', 'read']],
    [['write'], ['mcp.access', 'read', 'write']],
    [['User.Read'], ['Guest.Read', 'User.Read', 'mcp.access']],
    [['Admin.Write'], ['Admin.Write', 'Guest.Read', 'User.Read', 'User.Write', 'mcp.access']],
    [[], []],
  ])('%j brings %j', (granted, expected) => {
    expect([...hierarchy.expand(granted)].sort()).toEqual(expected);
  });

  it.each(['unknown', 'Write', 'write ', 'mcp', '__proto__', ''])(
    '%j, which nobody defined, implies nothing',
    (name) => {
      expect([...hierarchy.expand([name])]).toEqual([name]);
    },
  );

  it('gives a role its scopes and what they imply, and nothing for a role nobody defined', () => {
    expect([...hierarchy.scopesOfRoles(['user'])].sort()).toEqual(
      ['Guest.Read', 'User.Read', 'User.Write', 'mcp.access', 'read', 'write'].sort(),
    );
    expect(hierarchy.scopesOfRoles(['admin']).size).toBe(7);
    expect(hierarchy.scopesOfRoles(['root']).size).toBe(0);
  });

  it('survives a cycle: its members become equal', () => {
    const cyclic = new ScopeHierarchy({
      scopes: [scope('a', ['b']), scope('b', ['c']), scope('c', ['a'])],
      roles: [],
    });
    expect([...cyclic.expand(['b'])].sort()).toEqual(['a', 'b', 'c']);
  });
});
