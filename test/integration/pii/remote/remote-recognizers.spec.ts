import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readiness } from '../../../../src/common/readiness.js';
import { ConfigurationError, loadConfiguration } from '../../../../src/config/index.js';
import { Metrics } from '../../../../src/observability/index.js';
import { GuardedFetcher, SystemNameResolver, TlsConnector } from '../../../../src/security/fetch/index.js';
import { RecognizerMetrics } from '../../../../src/security/pii/remote/recognizer-metrics.js';
import { RemoteRecognizers } from '../../../../src/security/pii/remote/remote-recognizers.js';
import { within, LIVENESS_MS } from '../../../support/eventually.js';
import {
  answerLikePresidio,
  answerTokens,
  RecognizerService,
  sendAnswer,
  type RecognizerAnswerer,
} from '../../../support/recognizer-service.js';
import { MovableClock } from '../../auth-guards/replica.js';

const TEXT = 'the order of Zorblax Quimby is late';
const NAME = { start: 13, end: 27 };

describe('RemoteRecognizers', () => {
  let service: RecognizerService;
  let folder: string;
  let clock: MovableClock;
  let metrics: Metrics;
  let readiness: Readiness;

  beforeAll(async () => {
    service = await RecognizerService.start();
    folder = mkdtempSync(join(tmpdir(), 'recognizers-'));
  });
  afterAll(async () => {
    await service.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    service.requests.length = 0;
    service.mostAtOnce = 0;
    service.abandoned = 0;
    service.begun = 0;
    service.answer = answerLikePresidio;
    clock = new MovableClock();
    metrics = new Metrics();
    readiness = new Readiness();
  });

  function recognizers(
    settings: object = {},
    environment: NodeJS.ProcessEnv = { FETCH_ALLOWED_HOSTS: service.host },
  ): RemoteRecognizers {
    const file = join(folder, 'recognizers.json');
    const entry = { name: 'ner', kind: 'presidio', url: service.url, languages: ['en', 'ko'], ...settings };
    writeFileSync(file, JSON.stringify({ recognizers: [{ budget_ms: 10_000, ...entry }] }));
    const configuration = loadConfiguration({ PII_RECOGNIZERS_FILE: file, ...environment });
    const fetcher = new GuardedFetcher(new SystemNameResolver(), new TlsConnector(), configuration);
    return new RemoteRecognizers(configuration, fetcher, new RecognizerMetrics(metrics), clock, readiness);
  }

  const counted = async (name: string) =>
    Object.fromEntries(
      [
        ...(await metrics.expose()).text.matchAll(
          new RegExp(`^gatehouse_pii_recognizer_${name}{([^}]*)} (\\d+)`, 'gm'),
        ),
      ].map(([, labels = '', value]) => [
        /(?:outcome|reason|recognizer)="(\w+)"}?$/.exec(labels)?.[1] ?? labels,
        Number(value),
      ]),
    );

  it.each<[string, object, RecognizerAnswerer]>([
    ['presidio', { kind: 'presidio' }, answerLikePresidio],
    ['token_classification', { kind: 'token_classification' }, answerTokens],
  ])('find what only a service of the kind %s knows', async (_kind, settings, answer) => {
    service.answer = answer;
    const texts = [TEXT, '😀 나래솔 왔습니다', '12-34', TEXT];
    const { findings, failed } = await recognizers(settings).find(texts);
    expect(failed).toEqual([]);
    expect(findings.get(TEXT)).toEqual([
      { entityType: 'PERSON', ...NAME, score: expect.any(Number), recognizer: 'ner' },
    ]);
    // Code points on the wire, UTF-16 units here.
    expect(findings.get(texts[1]!)).toMatchObject([{ start: 3, end: 6 }]);
    expect(service.requests.flatMap((request) => request.texts)).not.toContain('12-34');
  });

  it('never count a model surer than what a checksum proves', async () => {
    service.answer = (request, response) =>
      sendAnswer(
        response,
        request.texts.map(() => [
          { entity_type: 'PERSON', start: 0, end: 3, score: 1 },
          { entity_type: 'PERSON', start: 4, end: 9, score: 0.5 },
        ])[0],
      );
    const { findings } = await recognizers().find([TEXT]);
    expect(findings.get(TEXT)?.map(({ score }) => score)).toEqual([0.85, 0.5]);
  });

  it('send the secret and believe only the operator about where to', async () => {
    await recognizers(
      { credential_env: 'NER_SECRET' },
      { FETCH_ALLOWED_HOSTS: service.host, NER_SECRET: 'Bearer s3cret' },
    ).find([TEXT]);
    expect(service.requests[0]?.headers.authorization).toBe('Bearer s3cret');
  });

  it('refuse a private address that nobody declared', async () => {
    const url = service.url.replace('http:', 'https:');
    const { failed } = await recognizers({ url }, {}).find([TEXT]);
    expect(failed).toEqual(['ner']);
    expect(service.requests).toEqual([]);
    expect(() => recognizers({}, {})).toThrow(ConfigurationError);
  });

  it.each<[string, RecognizerAnswerer, string]>([
    ['an error', (_request, response) => void response.writeHead(500).end('no'), 'status'],
    ['what is no JSON', (_request, response) => void response.end('<html>'), 'malformed_answer'],
    ['another shape', (_request, response) => sendAnswer(response, { results: [] }), 'malformed_answer'],
    ['too few lists', (_request, response) => sendAnswer(response, [[], []]), 'malformed_answer'],
    [
      'a redirect',
      (_request, response) => void response.writeHead(307, { location: '/elsewhere' }).end(),
      'refused',
    ],
    ['too much', (_request, response) => void response.end(`["${'x'.repeat(5_000_000)}"]`), 'refused'],
    ['a reset', (_request, response) => void response.socket?.destroy(), 'unreachable'],
  ])('take %s for no answer', async (_what, answer, outcome) => {
    service.answer = answer;
    const { findings, failed } = await recognizers().find([TEXT]);
    expect([findings.size, failed]).toEqual([0, ['ner']]);
    expect(await counted('calls_total')).toEqual({ [outcome]: 1 });
  });

  it('leave out spans that do not fit the text, and count them', async () => {
    const text = '😀 Zorblax Quimby';
    const span = (start: unknown, end: unknown, score: unknown = 0.9, label: unknown = 'PERSON') => ({
      entity_type: label,
      start,
      end,
      score,
    });
    service.answer = (_request, response) =>
      sendAnswer(response, [
        span(0, 99),
        span(5, 3),
        span(4, 4),
        span(-1, 3),
        span(1.5, 3),
        span('0', 3),
        span(1, 4),
        span(3, 5, 2),
        span(3, 5, 'NaN'),
        span(3, 5, 0.1),
        span(3, 5, 0.9, 'SHOE_SIZE'),
        span(2, 3),
        span(2, 17),
      ]);
    const { findings, failed } = await recognizers({ offsets: 'utf-16' }).find([text]);
    expect(failed).toEqual([]);
    expect(findings.get(text)).toMatchObject([{ start: 3, end: 17 }]);
    expect(await counted('ignored_spans_total')).toEqual({
      out_of_range: 3,
      malformed: 6,
      inside_character: 1,
      unsure: 1,
      other_label: 1,
    });
  });

  it('give up when the budget is spent', async () => {
    service.answer = () => undefined;
    const { failed } = await recognizers({ budget_ms: 50 }).find([TEXT]);
    expect(failed).toEqual(['ner']);
    expect(await counted('calls_total')).toEqual({ too_slow: 1 });
    // On a busy machine the time may be over before the request has arrived.
    expect(await within(LIVENESS_MS, () => service.abandoned === service.begun)).toBe(true);
  });

  it('call the request off when their caller is gone, which is no failure of the service', async () => {
    service.answer = () => undefined;
    const remote = recognizers({ breaker: { failures: 1 } });
    const caller = new AbortController();
    const found = remote.find([TEXT], caller.signal);
    await within(LIVENESS_MS, () => service.requests.length === 1);
    caller.abort();
    expect((await found).failed).toEqual(['ner']);
    expect(await within(LIVENESS_MS, () => service.abandoned === 1)).toBe(true);
    expect(remote.recognizers[0]?.state).toBe('closed');
  });

  it('leave a failing service alone, let one call try again, and recover', async () => {
    service.answer = (_request, response) => void response.writeHead(503).end();
    const remote = recognizers({ breaker: { failures: 2, open_ms: 5_000 } });
    for (let call = 0; call < 5; call++) expect((await remote.find([TEXT])).failed).toEqual(['ner']);
    expect(service.requests).toHaveLength(2);
    expect(await counted('calls_total')).toEqual({ status: 2, breaker_open: 3 });
    expect((await readiness.checkDegradations()).get('recognizer ner')).toMatch(/does not answer/);
    expect(await readiness.check()).toEqual(new Map());

    clock.offsetMs += 5_001;
    await remote.find([TEXT]);
    await remote.find([TEXT]);
    expect(service.requests).toHaveLength(3);

    clock.offsetMs += 5_001;
    service.answer = answerLikePresidio;
    const probes = await Promise.all([remote.find([TEXT]), remote.find([TEXT])]);
    expect(probes.map(({ failed }) => failed.length)).toEqual([0, 1]);
    expect((await remote.find([TEXT])).failed).toEqual([]);
    expect((await readiness.checkDegradations()).get('recognizer ner')).toBeUndefined();
  });

  it('ask no more than so many questions at once', async () => {
    service.answer = (request, response) => void setTimeout(() => answerLikePresidio(request, response), 20);
    const remote = recognizers({ max_concurrency: 3, max_batch: 1 });
    const texts = Array.from({ length: 12 }, (_, index) => `${TEXT} ${index}`);
    const { findings, failed } = await remote.find(texts);
    expect([findings.size, failed.length, service.mostAtOnce]).toEqual([12, 0, 3]);
  });

  it('have no type that the detector does not have', () => {
    expect(() => recognizers({ entities: { PER: 'HUMAN' } })).toThrow(/there is no entity type HUMAN/);
  });
});
