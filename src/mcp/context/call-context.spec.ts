import type { LoggingLevel } from '@modelcontextprotocol/server';
import type { McpCall } from '../../common/mcp-call.js';
import type { Principal } from '../../common/principal.js';
import type { CallChannel } from '../protocol/call-channel.js';
import { ChangeNotices } from '../protocol/change-notices.js';
import { CallContext } from './call-context.js';

/** A channel that keeps what is sent. */
function channel(options: {
  progressToken?: string;
  logLevel?: LoggingLevel;
}): CallChannel & { sent: unknown[] } {
  const sent: unknown[] = [];
  return {
    sent,
    principal: {} as Principal,
    isStateless: true,
    signal: new AbortController().signal,
    staysOpen: false,
    progressToken: options.progressToken,
    logLevel: options.logLevel,
    clientCapabilities: {},
    inputResponses: undefined,
    requestState: undefined,
    meta: undefined,
    notify: (method, params) => {
      sent.push({ method, params });
      return Promise.resolve();
    },
  };
}

const call = (protectOutbound?: McpCall['protectOutbound']): McpCall => ({
  kind: 'tool',
  name: 'echo',
  arguments: {},
  ...(protectOutbound !== undefined && { protectOutbound }),
});
const masked: McpCall['protectOutbound'] = (value) =>
  JSON.parse(JSON.stringify(value).replaceAll('홍길동', '홍*동'));
const context = (callOf: McpCall, to: CallChannel): CallContext =>
  new CallContext(callOf, undefined, to, new ChangeNotices());

describe('CallContext', () => {
  it('sends progress only to who asked for it, protected', async () => {
    const silent = channel({});
    await context(call(masked), silent).reportProgress(1, 2, '홍길동');
    expect(silent.sent).toEqual([]);

    const asked = channel({ progressToken: 'p' });
    await context(call(masked), asked).reportProgress(1, 2, '홍길동');
    expect(asked.sent).toEqual([
      {
        method: 'notifications/progress',
        params: { progressToken: 'p', progress: 1, total: 2, message: '홍*동' },
      },
    ]);
  });

  it.each<[LoggingLevel | undefined, LoggingLevel, boolean]>([
    [undefined, 'emergency', false],
    ['info', 'debug', false],
    ['info', 'info', true],
    ['info', 'error', true],
    ['error', 'warning', false],
  ])('with level %s a %s message is sent: %s', async (wanted, level, sends) => {
    const to = channel(wanted === undefined ? {} : { logLevel: wanted });
    await context(call(masked), to).log(level, { name: '홍길동' });
    expect(to.sent).toHaveLength(sends ? 1 : 0);
    expect(JSON.stringify(to.sent)).not.toContain('홍길동');
  });

  it('sends nothing while no policy is in force', async () => {
    const to = channel({ progressToken: 'p', logLevel: 'debug' });
    const unprotected = context(call(), to);
    await expect(unprotected.reportProgress(1)).rejects.toThrow(/No policy/);
    await expect(unprotected.log('error', 'x')).rejects.toThrow(/No policy/);
    expect(to.sent).toEqual([]);
  });
});
