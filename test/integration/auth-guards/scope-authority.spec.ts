import { ScopeAuthority } from '../../../src/auth/index.js';
import { ChangeFeed, Transactions } from '../../../src/database/index.js';
import { REACHES_REPLICAS_MS, within } from '../../support/eventually.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { startReplica, type Replica } from './replica.js';

const allOf = (...scopes: string[]) => ({ allOf: scopes, anyOf: [] });
const anyOf = (...scopes: string[]) => ({ allOf: [], anyOf: scopes });

describe('ScopeAuthority with the scopes and roles of a new database', () => {
  let database: TestDatabase;
  let replica: Replica;
  let authority: ScopeAuthority;

  beforeAll(async () => {
    database = await createTestDatabase();
    replica = await startReplica(database);
    authority = replica.module.get(ScopeAuthority);
  });
  afterAll(async () => {
    await replica.close();
    await database.drop();
  });

  it.each([
    [['read'], allOf('mcp.access'), true],
    [['mcp.access'], allOf('read'), false],
    [['write'], allOf('read', 'mcp.access'), true],
    [['read'], allOf('write'), false],
    [['Admin.Write'], allOf('Guest.Read'), true],
    [['Admin.Write'], allOf('read'), false],
    [['Guest.Read'], allOf('User.Read'), false],
    [['User.Write'], anyOf('User.Write', 'Admin.Write'), true],
    [['User.Read'], anyOf('User.Write', 'Admin.Write'), false],
    [['read'], { allOf: ['read'], anyOf: ['write', 'audit.read'] }, false],
    [['read', 'audit.read'], { allOf: ['read'], anyOf: ['write', 'audit.read'] }, true],
    [[], allOf('mcp.access'), false],
    [['read'], { allOf: [], anyOf: [] }, false],
    [['user.write'], allOf('User.Write'), false],
  ])('%j for %j: %s', (granted, requirement, expected) => {
    expect(authority.satisfies(granted, requirement)).toBe(expected);
  });

  it.each([
    [allOf('mcp.access'), ['mcp.access']],
    [allOf('read', 'write', 'read'), ['read', 'write']],
    [anyOf('Admin.Write', 'User.Write'), ['User.Write']],
    [anyOf('read', 'audit.read'), ['read']],
    [{ allOf: ['audit.read'], anyOf: ['Admin.Write', 'User.Write'] }, ['audit.read', 'User.Write']],
    [{ allOf: ['Admin.Write'], anyOf: ['read', 'User.Write'] }, ['Admin.Write']],
  ])('a challenge for %j names %j', (requirement, expected) => {
    const needed = authority.scopesNeeded(requirement);
    expect(needed).toEqual(expected);
    expect(authority.satisfies(needed, requirement)).toBe(true);
  });

  it.each([
    [
      'admin',
      [
        'Admin.Write',
        'Guest.Read',
        'User.Read',
        'User.Write',
        'audit.read',
        'mcp.access',
        'pii.analyze',
        'pii.clear',
        'pii.reveal',
        'read',
        'token.introspect',
        'write',
      ],
    ],
    ['user', ['Guest.Read', 'User.Read', 'User.Write', 'mcp.access', 'read', 'write']],
    ['guest', ['Guest.Read', 'mcp.access', 'read']],
    ['nobody', []],
  ])('the role %s holds %j', (role, expected) => {
    const holder = { scopes: [], defaultScopes: [], roles: [role] };
    expect([...authority.grantable(holder)].sort()).toEqual(expected);
  });

  it('takes a change of the tables over', async () => {
    const feed = replica.module.get(ChangeFeed);
    await replica.module.get(Transactions).run(async (transaction) => {
      await transaction.query("INSERT INTO scopes VALUES ('stock.count', 'Count stock', '재고를 셉니다')");
      await transaction.query("INSERT INTO scope_implications VALUES ('write', 'stock.count')");
      await feed.announce(transaction, 'scopes');
    });
    expect(
      await within(REACHES_REPLICAS_MS, () => authority.satisfies(['write'], allOf('stock.count'))),
    ).toBe(true);
    const admin = { scopes: [], defaultScopes: [], roles: ['admin'] };
    expect(authority.grantable(admin).has('stock.count')).toBe(true);
  });
});
