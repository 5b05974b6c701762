import type { TestingModule } from '@nestjs/testing';
import { AuditTrail } from '../../../src/audit/index.js';
import { Configuration } from '../../../src/config/index.js';
import { ChangeFeed, Transactions } from '../../../src/database/index.js';
import { diffOf } from '../../../src/gateway/upstreams/pins/definition-diff.js';
import { ToolPins } from '../../../src/gateway/upstreams/pins/tool-pins.js';
import { UpstreamToolRows } from '../../../src/gateway/upstreams/pins/upstream-tools.repository.js';
import { configurationOf } from '../../support/test-configuration.js';
import { createTestDatabase, type TestDatabase } from '../../support/test-database.js';
import { query, startAudit } from '../audit/audit-application.js';

const tool = (name: string, description: string) => ({
  name,
  description,
  inputSchema: { type: 'object' as const },
});

describe('pins of tools', () => {
  let database: TestDatabase;
  let module: TestingModule;
  let rows: UpstreamToolRows;
  let pins: ToolPins;
  let upstream = '';
  let count = 0;

  beforeAll(async () => {
    database = await createTestDatabase();
    module = await startAudit(configurationOf(database) as Configuration);
    const transactions = module.get(Transactions);
    rows = new UpstreamToolRows(transactions);
    pins = new ToolPins(rows, transactions, module.get(ChangeFeed), module.get(AuditTrail));
  });
  afterAll(async () => {
    await module.close();
    await database.drop();
  });
  beforeEach(() => {
    upstream = `server-${(count += 1)}`;
  });

  const review = async (...tools: ReturnType<typeof tool>[]) =>
    (await pins.review(upstream, tools, 'first-use')).map(({ description }) => description);
  const approve = (names?: string[]) =>
    module.get(Transactions).run((transaction) => rows.approve(transaction, upstream, names, 'somebody'));
  const quarantined = () =>
    query<{ reason: string; id: string }>(
      module,
      `SELECT reason, target_id AS id FROM audit_records
       WHERE event_type = 'upstream-tool.quarantined' AND target_id LIKE $1 ORDER BY target_id`,
      [`${upstream}/%`],
    );

  describe('of a name that is listed twice', () => {
    const good = tool('x', 'good');
    const evil = tool('x', 'evil');

    it('serve neither, whichever comes first, though one is what was approved', async () => {
      expect(await review(good, tool('y', 'other'))).toEqual(['good', 'other']);
      expect(await review(evil, good, tool('y', 'other'))).toEqual(['other']);
      expect(await review(good, evil, tool('y', 'other'))).toEqual(['other']);
      expect(await quarantined()).toEqual([{ reason: 'listed_twice', id: `${upstream}/x` }]);
      expect(await review(good)).toEqual(['good']);
    });

    it('trust neither at first use', async () => {
      expect(await review(tool('x', 'clean'), tool('x', 'hid\u200bden'), tool('y', 'other'))).toEqual([
        'other',
      ]);
      expect(await quarantined()).toEqual([{ reason: 'listed_twice', id: `${upstream}/x` }]);
    });

    it('hold it, where nothing was approved, without a failure', async () => {
      await review(tool('y', 'other'));
      expect(await review(evil, good, good)).toEqual([]);
      expect(await quarantined()).toHaveLength(1);
    });

    it('show all definitions to whoever looks, and let nobody approve them', async () => {
      await review(good);
      await review(evil, good);
      const [held] = await rows.list(upstream);
      const [change] = diffOf(held!.approved, held!.pending);
      expect(change!.after).toMatch(/"evil".*"good"/);
      expect(await approve(['x'])).toEqual([]);
      expect(await approve()).toEqual([]);
      expect(await review(good)).toEqual(['good']);
    });
  });
  describe('of what cannot be kept', () => {
    const nested = (levels: number) =>
      JSON.parse(`{"type":"object","x":${'['.repeat(levels)}${']'.repeat(levels)}}`) as { type: 'object' };

    it.each([
      ['NUL', tool('x', 'a\u0000b'), 'not_storable'],
      ['half a surrogate pair', tool('x', 'a\ud800b'), 'not_storable'],
      ['more levels than a stack has', { ...tool('x', ''), inputSchema: nested(10_000) }, 'nested_too_deep'],
    ])('withhold a definition with %s, and nothing else', async (_what, broken, reason) => {
      expect(await review(broken, tool('y', 'other'))).toEqual(['other']);
      expect(await review(broken, tool('y', 'other'))).toEqual(['other']);
      expect(await quarantined()).toEqual([{ reason, id: `${upstream}/x` }]);
      expect(await approve()).toEqual([]);
    });

    it('withhold a name that cannot, and take backslashes for what they are', async () => {
      expect(await review(tool('x\u0000', ''), tool('y', '\\u0000 \\ud800'))).toEqual(['\\u0000 \\ud800']);
      expect(await quarantined()).toEqual([{ reason: 'not_storable', id: `${upstream}/x\ufffd` }]);
    });
  });
});
