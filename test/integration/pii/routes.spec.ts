import {
  Body,
  Catch,
  Controller,
  Get,
  Module,
  NotFoundException,
  Param,
  Post,
  Query,
  Res,
  type ArgumentsHost,
  type CallHandler,
  type ExceptionFilter,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { APP_INTERCEPTOR, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import { defer, finalize, type Observable } from 'rxjs';
import type { PolicyDecision } from '../../../src/common/policy-decision.js';
import { PublicError } from '../../../src/common/public-error.js';
import { RequestContext } from '../../../src/common/request-context.js';
import { BlindIndex, EnvelopeCipher } from '../../../src/security/crypto/index.js';
import {
  ActivePolicies,
  Anonymizer,
  PiiAnalyzer,
  PiiPolicy,
  PiiPolicyInterceptor,
  PolicyEnforcer,
  PolicyOrigins,
} from '../../../src/security/pii/index.js';
import { blindIndex, cipher } from './crypto.js';

const LINE = '고객 정보: 홍길동님 (hong@example.com, 010-1234-5678)';
const MASKED_LINE = '고객 정보: 홍*동님 (hong****@example.com, 010-****-5678)';

interface Reply {
  header(name: string, value: string): unknown;
}

function leaveNote(ending: string, reply: Reply): unknown {
  reply.header('x-note', 'for hong@example.com');
  if (ending === 'error') throw new NotFoundException('nobody');
  return ending === 'web' ? new Response('for hong@example.com') : { line: ending === 'line' ? LINE : '' };
}

@Controller()
class CustomersController {
  @Post('mask')
  @PiiPolicy('mask')
  mask(@Body() body: unknown) {
    return Promise.resolve({ received: body, answer: LINE });
  }

  @Post('default')
  @PiiPolicy({ fields: { price: 'keep' } })
  encrypt(@Body() body: unknown) {
    return body;
  }

  @Post('reject')
  @PiiPolicy({ in: 'reject', out: 'keep' })
  reject(@Body() _body: unknown) {
    return LINE;
  }

  @Get('search/:phone')
  @PiiPolicy({ in: 'mask', out: 'keep' })
  search(@Query('email') email: string, @Param('phone') phone: string) {
    return { email, phone };
  }

  @Get('missing')
  @PiiPolicy({ in: 'keep', out: 'mask' })
  missing() {
    throw new NotFoundException('no customer hong@example.com');
  }

  @Get('noted/:ending')
  @PiiPolicy({ in: 'keep', out: 'mask' })
  noted(@Param('ending') ending: string, @Res({ passthrough: true }) reply: Reply) {
    return leaveNote(ending, reply);
  }

  @Get('strict/:ending')
  @PiiPolicy({ in: 'keep', out: 'reject' })
  strict(@Param('ending') ending: string, @Res({ passthrough: true }) reply: Reply) {
    return leaveNote(ending, reply);
  }

  @Post('undeclared')
  undeclared(@Body() body: unknown) {
    return body;
  }
}

const decisions: PolicyDecision[] = [];

/** Stands where the edge and the audit interceptor stand in the service. */
class ContextInterceptor implements NestInterceptor {
  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const trace = { traceId: '0'.repeat(32), spanId: '0'.repeat(16), sampled: false };
    const context = new RequestContext('id', trace, { address: '192.0.2.1', userAgent: 'test' }, new Date());
    return defer(() => RequestContext.run(context, () => next.handle())).pipe(
      finalize(() => decisions.push(...context.piiDecisions)),
    );
  }
}

/** Stands where the service's exception filter stands. */
@Catch(PublicError)
class PublicErrorFilter implements ExceptionFilter<PublicError> {
  catch(error: PublicError, host: ArgumentsHost): void {
    const reply = host.switchToHttp().getResponse<{ status(code: number): { send(body: unknown): void } }>();
    reply.status(error.status).send({ detail: error.publicDetail });
  }
}

@Module({
  controllers: [CustomersController],
  providers: [
    PiiAnalyzer,
    Anonymizer,
    PolicyEnforcer,
    PolicyOrigins,
    ActivePolicies,
    Reflector,
    { provide: EnvelopeCipher, useValue: cipher },
    { provide: BlindIndex, useValue: blindIndex },
    { provide: APP_INTERCEPTOR, useClass: ContextInterceptor },
    { provide: APP_INTERCEPTOR, useClass: PiiPolicyInterceptor },
  ],
})
class TestModule {}

describe('personal-data policy on routes', () => {
  let app: NestFastifyApplication;
  let url: string;

  beforeAll(async () => {
    const testing = await Test.createTestingModule({ imports: [TestModule] }).compile();
    app = testing.createNestApplication<NestFastifyApplication>(new FastifyAdapter());
    app.useGlobalFilters(new PublicErrorFilter());
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });

  beforeEach(() => decisions.splice(0));

  afterAll(() => app.close());

  async function get(path: string) {
    const response = await fetch(url + path);
    return { status: response.status, text: await response.text() };
  }

  async function post(path: string, body: object) {
    const headers = { 'content-type': 'application/json' };
    const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
    return { status: response.status, text: await response.text() };
  }

  it('masks arguments before the handler sees them, and results before the caller does', async () => {
    const { status, text } = await post('/mask', {
      note: LINE,
      customer: { name: '홍길동', phone: 1012345678 },
    });
    expect(status).toBe(201);
    expect(JSON.parse(text)).toEqual({
      received: { note: MASKED_LINE, customer: { name: '홍*동', phone: '101***5678' } },
      answer: MASKED_LINE,
    });
  });

  it('encrypts where nothing else is declared, and keeps what a field says', async () => {
    const { text } = await post('/default', {
      email: 'hong@example.com',
      price: '010-1234-5678',
      sku: 'DESK-1',
    });
    const body = JSON.parse(text) as Record<string, string>;
    expect(body).toMatchObject({ price: '010-1234-5678', sku: 'DESK-1' });
    expect(body.email).toMatch(/^⟦EMAIL:[a-z2-7]+⟧$/);
    const restored = app.get(Anonymizer).restore(body.email!, 'route:CustomersController.encrypt');
    expect(restored).toBe('hong@example.com');
    expect(app.get(Anonymizer).restore(body.email!, 'route:other')).toBe(body.email);
  });

  it('rejects with types and places, without values', async () => {
    const { status, text } = await post('/reject', { list: [{ note: LINE }], '010-1234-5678': 1 });
    expect(status).toBe(422);
    for (const value of ['홍길동', 'hong@example.com', '010-1234-5678']) expect(text).not.toContain(value);
    expect(decisions).toHaveLength(1);
    expect(decisions[0]!.findings.map(({ entityType, path }) => `${entityType} ${path}`)).toEqual([
      'PERSON /body/list/0/note',
      'EMAIL /body/list/0/note',
      'PHONE /body/list/0/note',
      'PHONE /body/010-****-5678',
    ]);
  });

  it('lets through what is free of personal data under reject', async () => {
    expect((await post('/reject', { note: 'revenue grew by 12 percent' })).status).toBe(201);
  });

  it('reaches query and path parameters', async () => {
    const { text } = await get('/search/010-1234-5678?email=hong@example.com');
    expect(JSON.parse(text)).toEqual({ email: 'hong****@example.com', phone: '010-****-5678' });
  });

  it('protects what errors say and keeps their status', async () => {
    const { status, text } = await get('/missing');
    expect(status).toBe(404);
    expect(text).toContain('no customer hong****@example.com');
  });

  it('changes nothing without a declaration', async () => {
    expect(JSON.parse((await post('/undeclared', { note: LINE })).text)).toEqual({ note: LINE });
    expect(decisions).toEqual([]);
  });

  it('records what was found and done, also what was kept, without values', async () => {
    await post('/mask', { note: LINE });
    expect(decisions.map(({ direction, action }) => [direction, action])).toEqual([
      ['in', 'mask'],
      ['out', 'mask'],
    ]);
    await get('/search/1?email=none');
    expect(JSON.stringify(decisions)).not.toMatch(/홍길동|hong@|1234/);
  });

  it.each([
    ['noted', 'result', 200, 'for%20hong****@example.com'],
    ['noted', 'line', 200, 'for%20hong****@example.com'],
    ['noted', 'error', 404, 'for%20hong****@example.com'],
    ['noted', 'web', 422, 'for%20hong****@example.com'],
    ['strict', 'result', 422, null],
    ['strict', 'line', 422, null],
    ['strict', 'error', 422, null],
  ])('protects headers that were set before whatever ending: %s, %s', async (route, ending, status, note) => {
    const response = await fetch(`${url}/${route}/${ending}`);
    expect([response.status, response.headers.get('x-note')]).toEqual([status, note]);
    expect(await response.text()).not.toContain('hong@');
  });
});
