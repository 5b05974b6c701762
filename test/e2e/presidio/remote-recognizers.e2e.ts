import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGatehouse, type Gatehouse } from '../../support/gatehouse.js';
import { answerLikePresidio, RecognizerService } from '../../support/recognizer-service.js';
import { ToolClient } from '../tools/tool-client.js';

/** No rule finds this name; the service of the test does. */
const TEXT = 'the parcel of zorblax quimby is late';
const NAME = 'zorblax quimby';

describe('a remote recognizer', () => {
  let service: RecognizerService;
  let gatehouse: Gatehouse;
  let client: ToolClient;
  let folder: string;

  beforeAll(async () => {
    service = await RecognizerService.start();
    folder = mkdtempSync(join(tmpdir(), 'recognizers-'));
    const file = join(folder, 'recognizers.json');
    const ner = { name: 'ner', kind: 'presidio', url: service.url, budget_ms: 20_000 };
    writeFileSync(
      file,
      JSON.stringify({ recognizers: [{ ...ner, breaker: { failures: 1, open_ms: 100 } }] }),
    );
    gatehouse = await startGatehouse({
      env: { PII_RECOGNIZERS_FILE: file, FETCH_ALLOWED_HOSTS: service.host },
    });
    client = await ToolClient.connect(gatehouse, await gatehouse.token({ scope: 'mcp.access write' }));
  });
  afterAll(async () => {
    await client?.close();
    await gatehouse?.stop();
    await service.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    service.answer = answerLikePresidio;
    service.requests.length = 0;
  });

  const health = async () => {
    const response = await fetch(`${gatehouse.url}/health/ready`);
    return [response.status, await response.json()] as const;
  };
  const analyze = async () =>
    fetch(`${gatehouse.url}/pii/analyze`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${await gatehouse.adminToken('pii.analyze')}`,
      },
      body: JSON.stringify({ text: TEXT, language: 'en' }),
    });

  it('finds what the rules cannot, and the tool’s policy acts on it', async () => {
    const { isError, text } = await client.call('create_ticket', { title: TEXT, description: TEXT });
    expect(isError).toBe(false);
    expect(text).toMatch(/the parcel of ⟦PERSON:[a-z2-7]+⟧ is late/);
    expect(text).not.toContain(NAME);
  });

  it('is asked by the tool that shows what is found, and by the analysis service', async () => {
    const { data } = await client.call('test_pii_detection', { test_text: TEXT });
    expect(data).toMatchObject({
      counts_by_type: { PERSON: 1 },
      masked_text: 'the parcel of z****** q***** is late',
    });
    const found = (await (await analyze()).json()) as object[];
    expect(found).toMatchObject([
      { entity_type: 'PERSON', start: 14, end: 28, recognition_metadata: { recognizer_name: 'ner' } },
    ]);
  });

  it('is not asked about what the policy keeps', async () => {
    await client.call('test_encryption', { test_data: TEXT });
    expect(service.requests.flatMap(({ texts }) => texts).join()).not.toContain(NAME);
  });

  it('closes what needs it while it fails, says so, and opens it again', async () => {
    expect(await health()).toMatchObject([200, { status: 'ok', checks: { 'recognizer ner': 'ok' } }]);
    service.answer = (_request, response) => void response.writeHead(500).end();
    const refused = await analyze();
    expect([refused.status, await refused.json()]).toEqual([503, { error: expect.stringContaining('ner') }]);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    const ticket = client.call('create_ticket', { title: TEXT, description: TEXT });
    expect(await ticket.then(({ isError }) => isError).catch(() => true)).toBe(true);
    expect(await health()).toMatchObject([200, { status: 'degraded' }]);
    const metrics = await (await fetch(`${gatehouse.url}/metrics`)).text();
    expect(metrics).toMatch(/gatehouse_pii_recognizer_calls_total{recognizer="ner",outcome="status"} [1-9]/);

    service.answer = answerLikePresidio;
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect((await analyze()).status).toBe(200);
    expect(await health()).toMatchObject([200, { status: 'ok' }]);
  });

  it('leaves nothing of the texts in the log', () => {
    expect(gatehouse.output()).not.toContain(NAME);
  });
});
