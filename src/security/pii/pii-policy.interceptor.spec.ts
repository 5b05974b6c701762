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
import { ActivePolicies } from './policies/active-policies.js';
import { PiiPolicy } from './policies/pii-policy.decorator.js';
import type { PiiPolicyDeclaration } from './policies/pii-policy.js';
import { PiiRejectedError } from './policies/pii-rejected.error.js';
import { PolicyEnforcer } from './policies/policy-enforcer.js';
import { PolicyOrigins } from './policies/policy-origins.js';

const LINE = 'Customer info: John Doe (john@example.com, 010-1234-5678)';
const MASKED_LINE = 'Customer info: J*** D** (john****@example.com, 010-****-5678)';

const keyRing = new KeyRing([new DataEncryptionKey('test', 1, 'active', Buffer.alloc(32, 7))]);
const anonymizer = new Anonymizer(new EnvelopeCipher(keyRing), new BlindIndex(keyRing));
const enforcer = new PolicyEnforcer(new PiiAnalyzer(), anonymizer);
const policies = new ActivePolicies(new PolicyOrigins());

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
  further: Partial<McpCall> = {},
): Promise<Outcome> {
  class Tool {
    execute() {}
  }
  if (declaration) PiiPolicy(declaration)(Tool);
  const call: McpCall = { kind: 'tool', name: 'sample', arguments: args, ...further };
  const context = new ExecutionContextHost([call], Tool, Tool.prototype.execute);
  context.setType('mcp');
  const next: CallHandler = { handle: () => defer(async () => handler(call)) };
  const request = requestContext();
  return RequestContext.run(request, async () => {
    try {
      const result = await firstValueFrom(
        new PiiPolicyInterceptor(enforcing, policies).intercept(context, next),
      );
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
    expect(call.arguments).toEqual({ note: MASKED_LINE, nested: [{ email: 'a****@example.com' }] });
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
        { type: 'text', text: '{"email":"john****@example.com","phone":"101***5678"}' },
        { type: 'resource', resource: { uri: 'gatehouse://x', text: MASKED_LINE } },
      ],
      structuredContent: { 'john****@example.com': { phone: '101***5678' }, lines: [[MASKED_LINE]] },
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
    expect(decisions[1]!.findings).toContainEqual({
      path: '/message',
      entityType: 'EMAIL',
      score: 0.95,
      action: 'mask',
    });
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
      serial: expect.stringMatching(/^⟦DECLARED#[a-z2-7]{52}⟧$/) as string,
      other: { price: '010-****-5678' },
    });
  });

  describe('fields', () => {
    const MAIL = 'john@example.com';
    const received = async (declaration: PiiPolicyDeclaration, args: unknown) =>
      (await run(declaration, args, () => null)).call.arguments;

    it('are those of the arguments, whatever these are called', async () => {
      const policy = { in: 'keep', out: 'keep', fields: { '/body/to': 'redact', '/to': 'mask' } } as const;
      expect(await received(policy, { body: { to: MAIL }, to: MAIL })).toEqual({
        body: { to: '' },
        to: 'john****@example.com',
      });
    });

    it('reach into the JSON that a text is: what stands in it belongs to the field', async () => {
      const policy = { in: 'keep', out: 'keep', fields: { '/note': 'reject' } } as const;
      for (const note of [MAIL, JSON.stringify({ a: MAIL }), Buffer.from(`["${MAIL}"]`).toString('base64')])
        expect((await run(policy, { note }, () => null)).error).toBeInstanceOf(PiiRejectedError);
    });

    it('keep nothing that a caller writes into JSON of their own', async () => {
      const policy = { in: 'mask', out: 'keep', fields: { '/email': 'keep' } } as const;
      const note = JSON.stringify({ email: MAIL });
      expect(await received(policy, { email: MAIL, note })).toEqual({
        email: MAIL,
        note: '{"email":"john****@example.com"}',
      });
    });

    it('hide in JSON inside of texts what they hide outside, however long or indented it is', async () => {
      const policy = { in: 'keep', out: 'keep', fields: { '/nick': 'replace' } } as const;
      const text = `${' '.repeat(100)}${JSON.stringify({ nick: 'zed', more: 'x'.repeat(1_100_000) })}`;
      const { result } = await run(policy, {}, () => ({ content: [{ type: 'text', text }] }));
      expect(JSON.stringify(result)).not.toContain('zed');
      expect(await received(policy, { note: '{"nick":"zed"}' })).toEqual({ note: '{"nick":"<DECLARED>"}' });
    });

    it('are personal as a whole, yes and no included', async () => {
      const policy = { in: 'keep', out: 'redact', fields: { '/health': 'mask' } } as const;
      const health = { diabetic: true, since: 1999, note: 'none' };
      expect(await received(policy, { health, other: true })).toEqual({
        health: { diabetic: '****', since: '****', note: '****' },
        other: true,
      });
    });
  });

  it('looks again at what is left: values side by side hide each other', async () => {
    const { call } = await run('mask', { note: '51 824 753 556 131052-308T' }, () => null);
    expect(JSON.stringify(call.arguments)).not.toMatch(/753|308T/);
  });

  it('masks a field once, with and without a type', async () => {
    const fields = { '/a': 'mask', '/b': { action: 'mask', type: 'PHONE' } } as const;
    const policy = { in: 'keep', out: 'keep', fields } as const;
    const sent = { a: '010-1234-5678', b: '010-1234-5678' };
    const { call: once } = await run(policy, sent, () => null);
    expect(once.arguments).toEqual({ a: '010-****-5678', b: '010-****-5678' });
    expect((await run(policy, once.arguments, () => null)).call.arguments).toEqual(once.arguments);
    // What is none shows no more than a type may that it looks like.
    const { call } = await run(policy, { a: '1234567890*', b: '1234567890*' }, () => null);
    expect(call.arguments).toEqual({ a: '***********', b: '123****890*' });
  });

  it('lets no stream pass that a rule might be about', async () => {
    const stream = () => new Response('x').body;
    expect((await run('keep', {}, stream)).error).toBeUndefined();
    const policy = { in: 'keep', out: 'keep', types: { KR_RRN: 'reject' } } as const;
    expect((await run(policy, {}, stream)).error).toMatchObject({ status: 422 });
  });

  it('names no property in which personal data is encoded', async () => {
    const name = Buffer.from('mail to john@example.com').toString('base64');
    const { error, decisions } = await run('reject', { [name]: { of: LINE } }, () => null);
    expect((error as PiiRejectedError).publicDetail).toContain('EMAIL at /*/of');
    expect(JSON.stringify([decisions, (error as PiiRejectedError).extensions])).not.toContain(name);
  });

  describe('a policy that reveals an origin', () => {
    const giver = { in: 'keep', out: 'encrypt' } as const;
    const taker = { in: 'mask', out: 'mask', reveals: ['tool:sample'] } as const;
    const data = {
      email: 'john@example.com',
      phone: 1012345678,
      'john@example.com': [{ text: 'to john@example.com' }],
      json: '{"email":"john@example.com"}',
      url: 'https://example.net/?to=john%40example.com',
    };

    it('hands the handler the values of its tokens in clear, wherever they stand, and protects its result', async () => {
      const { result: encrypted } = await run(giver, {}, () => data);
      expect(JSON.stringify(encrypted)).not.toMatch(/john|1012345678/);
      const { call, result, decisions } = await run(taker, encrypted, (received) => received.arguments);
      expect(call.arguments).toEqual(data);
      expect(JSON.stringify(result)).not.toMatch(/john@|1012345678/);
      expect(decisions).toContainEqual(
        expect.objectContaining({ direction: 'in', action: 'keep', revealedFrom: ['tool:sample'] }),
      );
    });

    it('still applies to what came in clear beside the tokens', async () => {
      const { result: token } = await run(giver, {}, () => 'john@example.com');
      const { call } = await run(taker, { token, other: 'jane.roe@example.org' }, () => null);
      expect(call.arguments).toEqual({ token: 'john@example.com', other: 'jane****@example.org' });
    });

    it('gives text where the schema wants text instead of a number', async () => {
      const { result: args } = await run(giver, {}, () => ({ phone: 1012345678 }));
      const offered: unknown[] = [];
      const resend = (offer: unknown) => offered.push(offer) > 1;
      await run(taker, args, () => null, enforcer, { sent: args, resend });
      expect(offered).toEqual([{ phone: 1012345678 }, { phone: '1012345678' }]);
    });

    it.each([
      ['of another origin', { ...taker, reveals: ['tool:other'] }],
      ['without revealing any', { in: 'keep', out: 'keep' } as const],
    ])('leaves tokens %s as they are', async (_whose, policy) => {
      const { result: token } = await run(giver, {}, () => 'john@example.com');
      const { call } = await run(policy, { token }, () => null);
      expect(call.arguments).toEqual({ token });
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
