import { auditRecords, type RecordView } from '../../support/audit-records.js';
import { cli, runCli } from '../../support/cli.js';
import { timeUntil } from '../../support/eventually.js';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createUser, runCliWithInput } from '../../support/people.js';

const PASSWORD = 'the tram was late again';

describe('people and roles at the command line, beside a running server', () => {
  let gatehouse: Gatehouse;

  beforeAll(async () => {
    gatehouse = await startGatehouse();
  });
  afterAll(() => gatehouse.stop());

  const run = <T>(...args: string[]) => cli(gatehouse.database, [...args, '--json']) as Promise<T>;
  const fail = async (input: string, ...args: string[]) => {
    const { code, stderr } = await runCliWithInput(gatehouse.database, [...args, '--json'], input);
    expect(code).toBe(1);
    return (JSON.parse(stderr) as { error: string }).error;
  };
  const changesOf = async (eventType: string, id: string) =>
    (await auditRecords(gatehouse, { event_type: eventType }))
      .filter((record) => (record['target'] as { id: string } | null)?.id === id)
      .map((record) => record['details']);

  it('creates people whose changes are on record with what was and what is', async () => {
    const user = await createUser(gatehouse, {
      username: 'alice@people.example',
      password: PASSWORD,
      email: 'alice.mail@people.example',
      displayName: 'Alice of the trams',
      roles: ['user'],
    });
    await run('user', 'set-roles', 'Alice@People.Example', 'admin,guest');
    await run('user', 'disable', user.username);
    await run('user', 'enable', user.username);

    expect(await changesOf('user.created', user.id)).toEqual([
      { roles: ['user'], status: 'active', has_password: true },
    ]);
    expect(await changesOf('user.updated', user.id)).toEqual([
      { before: { roles: ['user'] }, after: { roles: ['admin', 'guest'] } },
    ]);
    expect(await changesOf('user.disabled', user.id)).toEqual([
      { before: { status: 'active' }, after: { status: 'disabled' } },
    ]);
    expect(await changesOf('user.enabled', user.id)).toEqual([
      { before: { status: 'disabled' }, after: { status: 'active' } },
    ]);
  });

  it('makes a password, shows it once, and has it changed at the first login', async () => {
    const created = await run<{ id: string; password: string }>(
      ...['user', 'create', '--username', 'bob', '--generate-password'],
    );
    expect(created.password).toMatch(/^(\w{5}-){4}\w{5}$/);
    const reset = await run<{ password: string }>('user', 'reset-password', 'bob', '--generate-password');
    expect(reset.password).not.toBe(created.password);
    expect(await changesOf('password.changed', created.id)).toEqual([{ by: 'administrator' }]);
    const { stdout } = await runCli(gatehouse.database, ['user', 'list', '--json']);
    const listed = (JSON.parse(stdout) as Record<string, unknown>[]).find(({ id }) => id === created.id);
    expect(listed).toMatchObject({ username: 'bob', has_password: true, must_change_password: true });
    for (const secret of [created.password, reset.password, 'argon2']) expect(stdout).not.toContain(secret);
  });

  it('shows where a person is logged in, and erases them', async () => {
    const { id, username } = await createUser(gatehouse, { roles: ['guest'] });
    expect(await run('user', 'sessions', username)).toEqual([]);
    await run('user', 'delete', username);
    expect(await changesOf('user.deleted', id)).toEqual([{ before: { roles: ['guest'], status: 'active' } }]);
    expect(await fail('', 'user', 'end-sessions', username)).toBe('There is no such user.');
  });

  it('changes what a role allows, tokens issued before included', async () => {
    await run('role', 'create', 'auditor', '--scope', 'mcp.access', '--description', 'Reads the trail');
    const client = await run<{ client_secret: string }>(
      ...['client', 'create', 'audit-job', '--default-scope', 'mcp.access', '--role', 'auditor'],
    );
    const credentials = { clientId: 'audit-job', clientSecret: client.client_secret };
    const mayAudit = () =>
      gatehouse.token({ ...credentials, scope: 'audit.read' }).then(
        () => true,
        () => false,
      );
    expect(await mayAudit()).toBe(false);
    await run('role', 'set-scopes', 'auditor', 'mcp.access', 'audit.read');
    await timeUntil(true, mayAudit);
    expect(await changesOf('role.created', 'auditor')).toEqual([{ scopes: ['mcp.access'] }]);
    expect(await changesOf('role.updated', 'auditor')).toEqual([
      { before: { scopes: ['mcp.access'] }, after: { scopes: ['audit.read', 'mcp.access'] } },
    ]);
  });

  it.each([
    ['a password that is too short', 'short\n', ['user', 'create', '--username', 'dora'], /12 characters/],
    ['no password', '', ['user', 'create', '--username', 'dora'], /standard input/],
  ])('says what is wrong with %s', async (_what, input, args, expected) => {
    const error = await fail(input, ...args);
    expect(error).toMatch(expected);
    expect(error).not.toContain(PASSWORD);
  });

  it('takes no password as an argument', async () => {
    const attempt = await runCli(gatehouse.database, [
      ...['user', 'create', '--username', 'eve', '--password', PASSWORD],
    ]);
    expect(attempt.code).toBe(1);
    expect(attempt.stderr).toMatch(/unknown option '--password'/);
  });

  it('leaves names, addresses and passwords out of the trail and the logs', async () => {
    const records: RecordView[] = await auditRecords(gatehouse);
    const texts = [JSON.stringify(records), gatehouse.output()];
    expect(records.some(({ event_type: type }) => type === 'user.created')).toBe(true);
    for (const clear of ['alice@people', 'alice.mail', 'Alice of the trams', 'bob"', PASSWORD, 'argon2'])
      for (const text of texts) expect(text).not.toContain(clear);
  });
});
