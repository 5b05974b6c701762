import type { CallHandler } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defer, firstValueFrom } from 'rxjs';
import { SystemClock } from '../../../../src/common/clock.js';
import type { McpCall } from '../../../../src/common/mcp-call.js';
import { Readiness } from '../../../../src/common/readiness.js';
import { loadConfiguration } from '../../../../src/config/index.js';
import { Metrics } from '../../../../src/observability/index.js';
import { GuardedFetcher, SystemNameResolver, TlsConnector } from '../../../../src/security/fetch/index.js';
import {
  ActivePolicies,
  Anonymizer,
  PiiAnalyzer,
  PiiPolicy,
  PiiPolicyInterceptor,
  PiiRejectedError,
  PolicyEnforcer,
  PolicyOrigins,
  RecognizersUnavailableError,
  type PiiPolicyDeclaration,
} from '../../../../src/security/pii/index.js';
import { RecognizerMetrics } from '../../../../src/security/pii/remote/recognizer-metrics.js';
import { RemoteRecognizers } from '../../../../src/security/pii/remote/remote-recognizers.js';
import { LIVENESS_MS, within } from '../../../support/eventually.js';
import { answerLikePresidio, RecognizerService } from '../../../support/recognizer-service.js';
import { blindIndex, cipher } from '../crypto.js';

const LINE = 'ask zorblax quimby (zq@example.com) about 😀 it';
const MASKED = 'ask z****** q***** (z****@example.com) about 😀 it';

describe('policies with a remote recognizer', () => {
  let service: RecognizerService;
  let folder: string;
  let interceptor: PiiPolicyInterceptor;
  const metrics = new Metrics();

  beforeAll(async () => {
    service = await RecognizerService.start();
    folder = mkdtempSync(join(tmpdir(), 'recognizers-'));
    const file = join(folder, 'recognizers.json');
    const ner = { name: 'ner', kind: 'presidio', url: service.url, budget_ms: 20_000 };
    writeFileSync(file, JSON.stringify({ recognizers: [{ ...ner, breaker: { failures: 1_000 } }] }));
    const configuration = loadConfiguration({
      PII_RECOGNIZERS_FILE: file,
      FETCH_ALLOWED_HOSTS: service.host,
    });
    const remote = new RemoteRecognizers(
      configuration,
      new GuardedFetcher(new SystemNameResolver(), new TlsConnector(), configuration),
      new RecognizerMetrics(metrics),
      new SystemClock(),
      new Readiness(),
    );
    const enforcer = new PolicyEnforcer(new PiiAnalyzer(), new Anonymizer(cipher, blindIndex), remote);
    interceptor = new PiiPolicyInterceptor(enforcer, new ActivePolicies(new PolicyOrigins()));
  });
  afterAll(async () => {
    await service.close();
    rmSync(folder, { recursive: true });
  });
  beforeEach(() => {
    service.answer = answerLikePresidio;
    service.requests.length = 0;
  });

  /** One tool call through the interceptor, as Nest runs it. */
  async function run(
    declaration: PiiPolicyDeclaration,
    args: unknown,
    handler: (call: McpCall) => unknown = () => null,
    signal?: AbortSignal,
  ): Promise<{ call: McpCall; result: unknown }> {
    class Tool {
      execute() {}
    }
    PiiPolicy(declaration)(Tool);
    const call: McpCall = { kind: 'tool', name: 'sample', arguments: args, signal };
    const context = new ExecutionContextHost([call], Tool, Tool.prototype.execute);
    context.setType('mcp');
    const next: CallHandler = { handle: () => defer(async () => handler(call)) };
    return { call, result: await firstValueFrom(interceptor.intercept(context, next)) };
  }

  const failing = (_request: unknown, response: { writeHead(status: number): { end(): void } }) =>
    response.writeHead(500).end();

  it('protect arguments and results in one question for each', async () => {
    const { call, result } = await run('mask', { note: LINE, deep: [{ 'zorblax quimby': 1 }] }, () => ({
      text: LINE,
      json: JSON.stringify({ inner: LINE }),
    }));
    expect(call.arguments).toEqual({ note: MASKED, deep: [{ 'z****** q*****': 1 }] });
    expect(result).toEqual({ text: MASKED, json: JSON.stringify({ inner: MASKED }) });
    expect(service.requests).toHaveLength(2);
  });

  it('refuse a name that only the recognizer finds', async () => {
    await expect(run({ in: 'reject', out: 'mask' }, { note: 'zorblax quimby' })).rejects.toThrow(
      PiiRejectedError,
    );
  });

  it('protect errors', async () => {
    const failed = run({ in: 'keep', out: 'mask' }, {}, () => {
      throw new Error(LINE);
    });
    await expect(failed).rejects.toThrow(MASKED);
  });

  it('ask nobody about what is kept, nor about what is encrypted already', async () => {
    await run({ in: 'keep', out: 'mask' }, { note: LINE });
    expect(service.requests).toHaveLength(0);
    const { result } = await run({ in: 'keep', out: 'encrypt' }, {}, () => LINE);
    service.requests.length = 0;
    const again = await run({ in: 'keep', out: 'encrypt' }, {}, () => result);
    expect(again.result).toBe(result);
    expect(JSON.stringify(service.requests)).not.toMatch(/[a-z2-7]{40}/);
  });

  it('keep messages in their order, before the result', async () => {
    const sent: unknown[] = [];
    service.answer = (request, response) => {
      const delay = request.texts[0]?.startsWith('slow') === true ? 50 : 0;
      setTimeout(() => answerLikePresidio(request, response), delay);
    };
    const { result } = await run({ in: 'keep', out: 'mask' }, {}, (call) => {
      for (const text of ['slow zorblax quimby', 'quick zorblax quimby'])
        void Promise.resolve(call.protectOutbound?.(text)).then((safe) => sent.push(safe));
      return 'done with zorblax quimby';
    });
    sent.push(result);
    expect(sent).toEqual(['slow z****** q*****', 'quick z****** q*****', 'done with z****** q*****']);
  });

  it('refuse the call while the recognizer fails, and the handler does not run', async () => {
    service.answer = failing;
    let ran = false;
    await expect(run('mask', { note: LINE }, () => (ran = true))).rejects.toThrow(
      RecognizersUnavailableError,
    );
    expect(ran).toBe(false);
    await expect(run({ in: 'keep', out: 'mask' }, {}, () => LINE)).rejects.toThrow(
      RecognizersUnavailableError,
    );
  });

  it('make do with the rules where the policy says so', async () => {
    service.answer = failing;
    const declaration = { in: 'mask', out: 'mask', onRecognizerFailure: 'rules-only' } as const;
    const { call } = await run(declaration, { note: LINE });
    expect(call.arguments).toEqual({ note: LINE.replace('zq@', 'z****@') });
  });

  it('call the question off when the call is cancelled', async () => {
    service.answer = () => undefined;
    service.abandoned = 0;
    const caller = new AbortController();
    const call = run('mask', { note: LINE }, () => null, caller.signal);
    await within(LIVENESS_MS, () => service.requests.length > 0);
    caller.abort();
    await expect(call).rejects.toThrow(RecognizersUnavailableError);
    expect(await within(LIVENESS_MS, () => service.abandoned === 1)).toBe(true);
    // Not because its time was over.
    const { text } = await metrics.expose();
    expect(text).toContain('calls_total{recognizer="ner",outcome="cancelled"} 1');
  });
});
