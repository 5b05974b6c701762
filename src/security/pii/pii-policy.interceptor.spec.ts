import type { CallHandler } from '@nestjs/common';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { defer, firstValueFrom } from 'rxjs';
import type { McpCall } from '../../common/mcp-call.js';
import type { PolicyDecision } from '../../common/policy-decision.js';
import { ProblemError, ServiceUnavailableError } from '../../common/problem-error.js';
import { RequestContext } from '../../common/request-context.js';
import { ToolError } from '../../common/tool-error.js';
import { BlindIndex, DataEncryptionKey, EnvelopeCipher, KeyRing } from '../crypto/index.js';
import { PiiAnalyzer } from './analyzer.js';
import { Anonymizer } from './anonymizer.js';
import { PiiPolicyInterceptor } from './pii-policy.interceptor.js';
import { PiiPolicy } from './policies/pii-policy.decorator.js';
import type { PiiPolicyDeclaration } from './policies/pii-policy.js';
import { PiiRejectedError } from './policies/pii-rejected.error.js';
import { PolicyEnforcer } from './policies/policy-enforcer.js';

const LINE = 'Customer info: John Doe (john@example.com, 010-1234-5678)';
const MASKED_LINE = 'Customer info: J*** D** (j***@example.com, 010-****-5678)';

const keyRing = new KeyRing([new DataEncryptionKey('test', 1, 'active', Buffer.alloc(32, 7))]);
const anonymizer = new Anonymizer(new EnvelopeCipher(keyRing), new BlindIndex(keyRing));
const enforcer = new PolicyEnforcer(new PiiAnalyzer(), anonymizer);

interface Outcome {
  readonly call: McpCall;
  readonly result?: unknown;
  readonly error?: unknown;
  readonly decisions: readonly PolicyDecision[];
}

/** Runs one tool call through the interceptor, as Nest does on the `mcp` context. */
async function run(
  declaration: PiiPolicyDeclaration | undefined,
  args: unknown,
  handler: (call: McpCall) => unknown,
  enforcing = enforcer,
): Promise<Outcome> {
  class Tool {
    execute() {}
  }
  if (declaration) PiiPolicy(declaration)(Tool);
  const call: McpCall = { kind: 'tool', name: 'sample', arguments: args };
  const context = new ExecutionContextHost([call], Tool, Tool.prototype.execute);
  context.setType('mcp');
  const next: CallHandler = { handle: () => defer(async () => handler(call)) };
  const request = requestContext();
  return RequestContext.run(request, async () => {
    try {
      const result = await firstValueFrom(new PiiPolicyInterceptor(enforcing).intercept(context, next));
      return { call, result, decisions: request.piiDecisions };
    } catch (error) {
      return { call, error, decisions: request.piiDecisions };
    }
  });
}

function requestContext(): RequestContext {
  const trace = { traceId: '0'.repeat(32), spanId: '0'.repeat(16), sampled: false };
  return new RequestContext('id', trace, { address: '192.0.2.1', userAgent: 'test' }, new Date());
}

describe('PiiPolicyInterceptor on the mcp context', () => {
  it('gives the handler protected arguments and leaves the original alone', async () => {
    const args = { note: LINE, nested: [{ email: 'a.b@example.com' }] };
    const { call } = await run('mask', args, () => null);
    expect(call.arguments).toEqual({ note: MASKED_LINE, nested: [{ email: 'a***@example.com' }] });
    expect(args.nested[0]!.email).toBe('a.b@example.com');
  });

  it('treats every surface of a result alike', async () => {
    const { result } = await run({ in: 'keep', out: 'mask' }, {}, () => ({
      content: [
        { type: 'text', text: LINE },
        { type: 'text', text: JSON.stringify({ email: 'john@example.com', phone: 1012345678 }) },
        { type: 'resource', resource: { uri: 'gatehouse://x', text: LINE } },
      ],
      structuredContent: { 'john@example.com': { phone: 1012345678 }, lines: [[LINE]] },
      _meta: { 'example.com/note': LINE },
    }));
    expect(result).toEqual({
      content: [
        { type: 'text', text: MASKED_LINE },
        { type: 'text', text: '{"email":"j***@example.com","phone":"101***5678"}' },
        { type: 'resource', resource: { uri: 'gatehouse://x', text: MASKED_LINE } },
      ],
      structuredContent: { 'j***@example.com': { phone: '101***5678' }, lines: [[MASKED_LINE]] },
      _meta: { 'example.com/note': MASKED_LINE },
    });
  });

  it('replaces equal values equally, so that text and structured content agree', async () => {
    const data = { email: 'john@example.com' };
    const { result } = await run('encrypt', {}, () => ({
      content: [{ type: 'text', text: JSON.stringify(data) }],
      structuredContent: data,
    }));
    const { content, structuredContent } = result as {
      content: { text: string }[];
      structuredContent: object;
    };
    expect(JSON.parse(content[0]!.text)).toEqual(structuredContent);
    expect(JSON.stringify(result)).not.toContain('john@');
  });

  it('protects progress and log messages', async () => {
    let sent: unknown;
    const { decisions } = await run({ in: 'keep', out: 'mask' }, {}, (call) => {
      sent = call.protectOutbound?.({ message: LINE });
      return null;
    });
    expect(sent).toEqual({ message: MASKED_LINE });
    expect(decisions.filter(({ findings }) => findings.length > 0)).toHaveLength(1);
  });

  it('refuses arguments under reject before the handler runs', async () => {
    let ran = false;
    const { error, decisions } = await run({ in: 'reject', out: 'mask' }, { data: LINE }, () => (ran = true));
    expect(ran).toBe(false);
    expect(error).toBeInstanceOf(PiiRejectedError);
    expect((error as PiiRejectedError).status).toBe(422);
    expect((error as PiiRejectedError).publicDetail).toContain('EMAIL at /data');
    expect((error as PiiRejectedError).publicDetail).not.toContain('john');
    expect(decisions).toMatchObject([{ direction: 'in', action: 'reject' }]);
  });

  it('refuses results under reject', async () => {
    const { error } = await run({ in: 'keep', out: 'reject' }, {}, () => LINE);
    expect(error).toBeInstanceOf(PiiRejectedError);
  });

  it.each([
    ['a ToolError', new ToolError(`no such customer: ${LINE}`), ToolError],
    [
      'a PublicError',
      new ProblemError({ status: 409, code: 'conflict', title: 'Conflict' }, LINE),
      ProblemError,
    ],
    ['any Error', new TypeError(LINE, { cause: new Error(LINE) }), TypeError],
  ])('protects the message of %s and keeps its class', async (_what, thrown, type) => {
    const { error } = await run({ in: 'keep', out: 'mask' }, {}, () => {
      throw thrown;
    });
    expect(error).toBe(thrown);
    expect(error).toBeInstanceOf(type);
    const { message, stack, cause, publicDetail = '' } = error as Error & { publicDetail?: string };
    expect(message).toContain(MASKED_LINE);
    expect([message, stack, publicDetail, (cause as Error | undefined)?.message].join()).not.toContain(
      'john@',
    );
  });

  it('keeps the status of a public error', async () => {
    const thrown = new ProblemError({ status: 409, code: 'conflict', title: 'Conflict' }, LINE);
    const { error } = await run('mask', {}, () => Promise.reject(thrown));
    expect(error).toMatchObject({ status: 409, code: 'conflict', publicDetail: MASKED_LINE });
  });

  it('decides once about an error', async () => {
    const { decisions } = await run({ in: 'keep', out: 'mask' }, {}, () =>
      Promise.reject(new ToolError(LINE)),
    );
    expect(decisions.map(({ direction }) => direction)).toEqual(['in', 'out']);
    expect(decisions[1]!.findings).toContainEqual({ path: '/message', entityType: 'EMAIL', score: 0.95 });
  });

  it('records findings that are kept', async () => {
    const { result, decisions } = await run('keep', { note: LINE }, () => LINE);
    expect(result).toBe(LINE);
    expect(decisions).toHaveLength(2);
    expect(decisions[0]).toMatchObject({ direction: 'in', action: 'keep' });
    expect(decisions[0]!.findings.map(({ entityType, path }) => [entityType, path])).toEqual([
      ['PERSON', '/note'],
      ['EMAIL', '/note'],
      ['PHONE', '/note'],
    ]);
    expect(JSON.stringify(decisions)).not.toMatch(/John|john|1234/);
  });

  it('lets fields differ from their direction, by pointer and by name, also inside structured content', async () => {
    const fields = { '/price': 'keep', '/owner': 'mask', serial: 'hash' } as const;
    const { result } = await run({ in: 'keep', out: 'mask', fields }, {}, () => ({
      structuredContent: {
        price: '010-1234-5678',
        owner: 'Anybody',
        serial: 'A-1',
        other: { price: '010-1234-5678' },
      },
    }));
    expect((result as { structuredContent: object }).structuredContent).toEqual({
      price: '010-1234-5678',
      owner: '*******',
      serial: expect.stringMatching(/^⟦DECLARED#[\w-]{43}⟧$/) as string,
      other: { price: '010-****-5678' },
    });
  });

  it('encrypts when nothing was declared', async () => {
    const { result } = await run(undefined, {}, () => LINE);
    expect(result).toMatch(/^Customer info: ⟦PERSON:.+⟧ \(⟦EMAIL:.+⟧, ⟦PHONE:.+⟧\)$/);
  });

  it('refuses the call when the detector fails', async () => {
    const broken = new PolicyEnforcer(new PiiAnalyzer(), anonymizer);
    broken.enforce = () => {
      throw new RangeError(LINE);
    };
    let ran = false;
    const { error } = await run('keep', { note: LINE }, () => (ran = true), broken);
    expect(error).toBeInstanceOf(ServiceUnavailableError);
    expect((error as Error).message).not.toContain('John');
    expect(ran).toBe(false);
  });

  it('answers 422 to what is too deep to check', async () => {
    let deep: unknown = 'end';
    for (let level = 0; level < 200; level++) deep = [deep];
    const { error } = await run('keep', deep, () => null);
    expect(error).toMatchObject({ status: 422, code: 'value-too-complex' });
  });
});
