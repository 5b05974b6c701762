import { isServedMethod } from '../protocol/method-table.js';
import { RequestLog } from '../protocol/request-log.js';
import type { Exchange } from './exchange.js';
import type { JsonRpcRequest } from './json-rpc.js';

/** Answered by the SDK without a handler of ours, so recorded here. */
const SDK_METHODS = new Set(['initialize', 'server/discover', 'subscriptions/listen']);
/** Recorded by their own handlers, of which only sessions have any. */
const SESSION_METHODS = new Set(['logging/setLevel', 'resources/subscribe', 'resources/unsubscribe']);
/** Says nothing but "are you there". */
const UNRECORDED = 'ping';

/** Sees to it that each request has its one record also when no handler of ours was reached. */
export class RequestRecords {
  constructor(private readonly log: RequestLog) {}

  /** @param status of the HTTP answer that is about to be sent. */
  async complete(requests: readonly JsonRpcRequest[], status: number, exchange: Exchange): Promise<void> {
    await Promise.all(requests.map(({ method }) => this.completeOne(method, status < 400, exchange)));
  }

  private async completeOne(method: string, accepted: boolean, exchange: Exchange): Promise<void> {
    if (method === UNRECORDED) return;
    if (SDK_METHODS.has(method))
      return accepted ? this.log.succeeded(method) : this.log.failed(method, 'rejected');
    if (!isServedMethod(method) && !SESSION_METHODS.has(method))
      return this.log.failed('unknown', 'method_not_found');
    if (!accepted && exchange.reached !== true) await this.log.failed(method, 'rejected');
  }
}
