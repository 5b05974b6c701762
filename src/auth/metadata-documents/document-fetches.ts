import { Injectable } from '@nestjs/common';
import { RequestContext } from '../../common/request-context.js';
import { ServiceUnavailableError, TooManyRequestsError } from '../../common/problem-error.js';
import { Configuration } from '../../config/index.js';
import {
  FetchRefusedError,
  GuardedFetcher,
  freshnessOf,
  type FetchedResponse,
} from '../../security/fetch/index.js';
import { InvalidRequestError } from '../errors/oauth-errors.js';
import { addressBlock } from '../rate-limit/address-block.js';
import { FetchSlots } from '../rate-limit/fetch-slots.js';
import { RateLimiter } from '../rate-limit/rate-limiter.js';

export interface FetchedDocument {
  readonly body: Buffer;
  /** Seconds. */
  readonly freshFor: number;
}

/** draft-ietf-oauth-client-id-metadata-document §6.6 advises 5 KB. */
const FETCH = { maximumBytes: 5 * 1024, timeoutMs: 5_000, accept: 'application/json' };
const FRESHNESS = { minimum: 60, maximum: 86_400, usual: 3_600 };
/** Fetches at once, and of one host: a server that never answers keeps nobody from the documents of others. */
const AT_ONCE = { altogether: 100, each: 10 };
const MEDIA_TYPE = /^application\/(json|[\w.-]+\+json)\s*(;|$)/i;

/** Fetches metadata documents: through the guard, so many at once, so many a minute for each address. */
@Injectable()
export class DocumentFetches {
  private readonly slots = new FetchSlots(AT_ONCE.altogether, AT_ONCE.each);

  constructor(
    private readonly fetcher: GuardedFetcher,
    private readonly limiter: RateLimiter,
    private readonly configuration: Configuration,
  ) {}

  /**
   * The document at the URL. Why it cannot be had is for the record only: answers that differ would let strangers
   * ask our name servers about names inside.
   *
   * @throws InvalidRequestError, TooManyRequestsError, or ServiceUnavailableError when too many are being fetched.
   */
  async fetch(url: string): Promise<FetchedDocument> {
    this.limit();
    const holders = [`host ${new URL(url).hostname}`];
    if (!this.slots.take(holders)) throw tooManyAtOnce();
    try {
      const response = await this.fetcher.fetch(url, FETCH);
      checkAnswer(response);
      return { body: response.body, freshFor: freshnessOf(response, FRESHNESS) };
    } catch (error) {
      if (error instanceof FetchRefusedError) throw cannotBeFetched(error.reason, error);
      throw error;
    } finally {
      this.slots.free(holders);
    }
  }

  private limit(): void {
    const { perMinute } = this.configuration.registration;
    const address = RequestContext.current()?.source.address ?? '';
    const verdict = this.limiter.consume('metadata-document', addressBlock(address), perMinute);
    if (!verdict.allowed) {
      throw new TooManyRequestsError('Too many client metadata documents.', verdict.retryAfterSeconds);
    }
  }
}

function tooManyAtOnce(): ServiceUnavailableError {
  return new ServiceUnavailableError('Too many client metadata documents are being fetched.', {
    retryAfter: 5,
  });
}

function checkAnswer({ status, headers }: FetchedResponse): void {
  if (status !== 200) throw cannotBeFetched('status');
  if (!MEDIA_TYPE.test(headers.get('content-type') ?? '')) throw cannotBeFetched('media_type');
}

function cannotBeFetched(reason: string, cause?: unknown): InvalidRequestError {
  return new InvalidRequestError('The client metadata document cannot be fetched.', {
    reason: `metadata_document_${reason}`,
    cause,
  });
}
