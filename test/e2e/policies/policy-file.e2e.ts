import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditRecords } from '../../support/audit-records.js';
import { runCli } from '../../support/cli.js';
import { LIVENESS_MS, within } from '../../support/eventually.js';
import { refusedStart, startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { ToolClient } from '../tools/tool-client.js';

/** The whole file of the documentation. */
const EXAMPLE = /```yaml\n([\s\S]*?)```/.exec(readFileSync('docs/pii-policies.md', 'utf8'))![1]!;
const MASKING = EXAMPLE.replace(
  'types: [KR_RRN, KR_FRN]\n    action: reject',
  'types: [KR_RRN, KR_FRN]\n    action: mask',
);
const RRN = '900101-1234568';
const TOKEN = /⟦EMAIL:/;

interface Health {
  readonly status: string;
  readonly checks: Readonly<Record<string, string>>;
}

describe('a policy file', () => {
  let database: TestDatabase;
  let gatehouse: Gatehouse;
  let caller: ToolClient;
  let staff: ToolClient;
  let folder: string;
  let file: string;
  let mounted = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    folder = mkdtempSync(join(tmpdir(), 'gatehouse-policies-'));
    file = join(folder, 'policies.yaml');
    symlinkSync(join('..data', 'policies.yaml'), file);
    replaceFile(EXAMPLE);
    gatehouse = await startGatehouse({ database, env: { PII_POLICY_FILE: file } });
    caller = await ToolClient.connect(gatehouse, await gatehouse.token({ scope: 'mcp.access write' }));
    staff = await ToolClient.connect(gatehouse, await gatehouse.adminToken('mcp.access pii.clear'));
  });
  afterAll(async () => {
    await caller?.close();
    await staff?.close();
    await gatehouse?.stop();
    await database?.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** As Kubernetes changes a ConfigMap: another folder, a link to it moved over the old one, the old folder gone. */
  function replaceFile(text: string): void {
    const [before, now] = [`..${mounted}`, `..${++mounted}`].map((name) => join(folder, name));
    mkdirSync(now!);
    writeFileSync(join(now!, 'policies.yaml'), text);
    symlinkSync(`..${mounted}`, join(folder, '..data_tmp'));
    renameSync(join(folder, '..data_tmp'), join(folder, '..data'));
    rmSync(before!, { recursive: true, force: true });
  }

  /** Resolves once the server says that it has read the file again. */
  async function reload(text: string, outcome: 'success' | 'failure'): Promise<void> {
    const count = async () => (await reloads(outcome)).length;
    const before = await count();
    replaceFile(text);
    process.kill(gatehouse.pid, 'SIGHUP');
    expect(await within(LIVENESS_MS, async () => (await count()) > before)).toBe(true);
  }

  const reloads = async (outcome: string) =>
    auditRecords(gatehouse, { event_type: 'policy.reloaded', outcome });
  const health = async () => (await (await fetch(`${gatehouse.url}/health`)).json()) as Health;
  const metrics = async () => (await fetch(`${gatehouse.url}/metrics`)).text();
  const ticket = (title: string) => caller.call('create_ticket', { title, description: 'see the title' });

  it('is in force from the first call, by type, field and tool, and its version and purpose are on record', async () => {
    const { data } = await ticket('고객명: 홍길동 (hong@example.com)');
    expect(data['title']).toMatch(TOKEN);
    expect(data['title']).toContain('홍*동');
    expect(await ticket(`about ${RRN}`)).toMatchObject({
      isError: true,
      text: expect.stringMatching(/KR_RRN at \/title/),
    });
    const [refused, taken] = await auditRecords(gatehouse, { target: 'create_ticket' });
    expect(JSON.stringify(refused)).toMatch(/"policy_version":"[^"]+\+example@[0-9a-f]{12}"/);
    expect(JSON.stringify(refused)).toContain('"purposes":["Nobody needs resident registration numbers"]');
    expect(JSON.stringify(taken)).toMatch(/"entity_type":"PERSON","score":[\d.]+,"action":"mask"/);
  });

  it('tells callers apart by their scopes', async () => {
    const customer = {
      customer_name: '김철수',
      customer_email: 'kim@example.com',
      customer_phone: '010-9876-5432',
    };
    await caller.call('store_sensitive_data', customer);
    const find = async (client: ToolClient) =>
      JSON.stringify((await client.call('get_user_info', { user_query: 'kim@example.com' })).data);
    expect(await find(caller)).not.toMatch(/김철수|kim@example\.com|9876/);
    expect(await find(staff)).toMatch(/김철수.*kim@example\.com.*010-9876-5432/);
  });

  it('is read again when it changes, and calls meet what it says now', async () => {
    await reload(MASKING, 'success');
    expect((await ticket(`about ${RRN}`)).data['title']).toBe('about 900101-*******');
    const [record] = await reloads('success');
    const version = expect.stringMatching(/^example@[0-9a-f]{12}$/) as string;
    expect(record?.['details']).toEqual({ before: version, after: version, rules: 8 });
    expect(await health()).toMatchObject({ status: 'ok', checks: { policy: 'ok', 'personal-data': 'ok' } });
  });

  it('stays in force when the new one is broken, and everybody can see that', async () => {
    await reload(EXAMPLE.replace('action: reject', 'action: rejcet'), 'failure');
    expect((await ticket(`about ${RRN}`)).data['title']).toBe('about 900101-*******');
    expect(await health()).toMatchObject({
      status: 'degraded',
      checks: {
        policy: expect.stringMatching(/^old version example@[0-9a-f]{12} kept because .* 1 mistake/),
      },
    });
    expect(await metrics()).toMatch(/^gatehouse_pii_policy_stale 1$/m);
    expect(gatehouse.output()).toMatch(
      /policies\.yaml:\d+:13: rules\.0\.action: \\"rejcet\\" is no action; allowed: keep/,
    );
    const [record] = await reloads('failure');
    expect(record?.reason).toBe('invalid_policy');
  });

  it('is found without being told when a ConfigMap changes, and a broken one is mended by a usable one', async () => {
    replaceFile(EXAMPLE);
    expect(await within(LIVENESS_MS, async () => (await health()).status === 'ok')).toBe(true);
    expect((await ticket(`about ${RRN}`)).isError).toBe(true);
    expect(await metrics()).toMatch(/^gatehouse_pii_policy_stale 0$/m);
    rmSync(join(folder, '..data'));
    expect(await within(LIVENESS_MS, async () => (await health()).status === 'degraded')).toBe(true);
    expect((await ticket(`about ${RRN}`)).isError).toBe(true);
    replaceFile(EXAMPLE);
    expect(await within(LIVENESS_MS, async () => (await health()).status === 'ok')).toBe(true);
  });

  it('takes neither the process nor the policy along when it is made to', async () => {
    await reload(`version: 1\nrules: ${'['.repeat(400_000)}`, 'failure');
    expect(gatehouse.output()).toMatch(/policies\.yaml:2:40: is nested more than 32 levels deep/);
    expect((await ticket(`about ${RRN}`)).isError).toBe(true);
    await reload(MASKING, 'success');
    await reload(EXAMPLE, 'success');
  });

  it('can be tried on what was recorded, and checked, before it is in force', async () => {
    replaceFile(MASKING);
    const args = ['--json', 'policy', 'replay', '--policy', file, '--from', '2020-01-01', '--fail-on-change'];
    const { code, stdout } = await runCli(database, args);
    expect(code).toBe(1);
    const report = JSON.parse(stdout) as Record<string, unknown>;
    expect(report).toMatchObject({ calls_no_longer_rejected: 4, calls_newly_rejected: 0 });
    expect(report['changes']).toContainEqual(
      expect.objectContaining({
        origin: 'tool:create_ticket',
        direction: 'in',
        entity_type: 'KR_RRN',
        path: '/title',
        before: 'reject',
        after: 'mask',
        findings: 4,
      }),
    );
    replaceFile(MASKING.replace('create_ticket', 'create_tikcet'));
    const checked = await runCli(database, ['policy', 'check', file]);
    expect(checked.code).toBe(1);
    expect(checked.stderr).toMatch(
      /policies\.yaml:\d+:13: rules\.2\.tools\.0: there is no tool "create_tikcet"; allowed: \*, create_/,
    );
    const asJson = await runCli(database, ['--json', 'policy', 'check', file]);
    expect(asJson.code).toBe(1);
    expect(asJson.stdout).toBe('');
    expect(JSON.parse(asJson.stderr)).toMatchObject({ error: expect.stringContaining('create_tikcet') });
  });

  it('that is usable is said to be, for people and for programs', async () => {
    replaceFile(EXAMPLE);
    const version = expect.stringMatching(/^example@[0-9a-f]{12}$/) as string;
    expect(JSON.parse((await runCli(database, ['--json', 'policy', 'check', file])).stdout)).toEqual({
      version,
      rules: 8,
    });
    expect((await runCli(database, ['policy', 'check', file])).stdout).toMatch(
      /is usable: version example@.* 8 rule/,
    );
    for (const [args, said] of [
      [['policy', '--help'], /check .*replay /s],
      [['policy', 'check', '--help'], /<file>.*--origin <origin>/s],
      [['policy', 'replay', '--help'], /--policy <file>.*--from <instant>.*--to.*--limit.*--fail-on-change/s],
    ] as const) {
      const { code, stdout } = await runCli(database, args);
      expect([code, stdout]).toEqual([0, expect.stringMatching(said)]);
    }
  });

  it.each([
    ['no file', ['policy', 'check', '/nowhere/policies.yaml'], /cannot be read \(ENOENT\)/],
    ['a folder', ['policy', 'check', '/'], /:1:1: is no file/],
    ['no instant', ['policy', 'replay', '--policy', 'x', '--from', 'yesterday'], /--from/],
    ['nothing', ['policy', 'replay'], /--policy <file>/],
  ])('is not taken from %s', async (_what, args, message) => {
    const { code, stderr } = await runCli(database, args);
    expect([code, stderr]).toEqual([1, expect.stringMatching(message)]);
    expect(stderr).not.toMatch(/ {4}at /);
  });

  it('stops the boot with every mistake when it is broken', async () => {
    const broken = EXAMPLE.replace('action: keep', 'action: kepe').replace('[pii.clear]', '[pii.claer]');
    replaceFile(broken);
    // The embedded database has room for one server.
    await gatehouse.terminate();
    const { code, output } = await refusedStart({ ...database.environment, PII_POLICY_FILE: file });
    expect(code).toBe(1);
    expect(output).toMatch(
      /policies\.yaml:\d+:\d+: rules\.1\.scopes\.0: there is no scope "pii\.claer"; allowed: .*pii\.clear/,
    );
    expect(output).toMatch(/policies\.yaml:\d+:\d+: rules\.1\.action: "kepe" is no action/);
    expect(output).not.toMatch(/ {4}at /);
  });
});
