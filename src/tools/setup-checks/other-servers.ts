import { Injectable } from '@nestjs/common';
import { ToolError } from '../../common/tool-error.js';
import { Doctor, type Report, type Step } from '../../doctor/index.js';
import type { McpContext } from '../../mcp/index.js';
import type { CheckResult } from './setup-check.js';

/** One visit is dozens of requests to a host that the caller named: nobody is to use us for more of them at once. */
const MAXIMUM_VISITS = 2;
const TIMEOUT_MS = 5_000;
const STATUS: Readonly<Record<Step['status'], CheckResult['status']>> = {
  passed: 'passed',
  warning: 'passed',
  failed: 'failed',
  skipped: 'skipped',
};

/** Looks at servers of others for a caller, past the guard: private addresses and plain HTTP are not asked. */
@Injectable()
export class OtherServers {
  private visits = 0;

  constructor(private readonly doctor: Doctor) {}

  /** @throws ToolError when too many visits are under way. */
  async run(url: string, context: McpContext): Promise<CheckResult[]> {
    if (this.visits >= MAXIMUM_VISITS)
      throw new ToolError('Other servers are being looked at already; try again in a minute.');
    this.visits += 1;
    try {
      return checksOf(await this.examine(url, context));
    } finally {
      this.visits -= 1;
    }
  }

  private examine(url: string, context: McpContext): Promise<Report> {
    let step = 0;
    return this.doctor.examine({
      url,
      isOperators: false,
      timeoutMs: TIMEOUT_MS,
      signal: context.signal,
      onStep: ({ name, client }) =>
        void context.reportProgress((step += 1), undefined, `${client}: ${name}`).catch(() => undefined),
    });
  }
}

function checksOf({ steps }: Report): CheckResult[] {
  return steps.map(({ name, client, status, detail, findings }) => ({
    name: client === 'all' ? name : `${client}_${name}`,
    status: STATUS[status],
    detail: [detail, ...findings.map(({ problem, mend }) => `${problem} ${mend}`)].join(' — '),
  }));
}
