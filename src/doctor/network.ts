import { firstSignal } from '../common/first-signal.js';
import {
  FetchRefusedError,
  type FetchRefusal,
  type GuardedFetcher,
  type MeantHost,
} from '../security/fetch/index.js';
import { error, type Finding } from './finding.js';
import { jsonObjectOf, type JsonObject } from './json.js';

export interface Question {
  readonly url: string;
  readonly method?: 'GET' | 'POST' | 'OPTIONS' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly isEnough?: (body: string) => boolean;
}

export interface Reply {
  /** Where the answer came from, after redirects. */
  readonly url: string;
  readonly status: number;
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  /** The body as a JSON object. */
  readonly json: JsonObject | undefined;
}

/** No answer came, or none that was taken. */
export class Unanswered extends Error {
  override readonly name = 'Unanswered';

  constructor(readonly finding: Finding) {
    super(finding.problem);
  }
}

const MAXIMUM_BYTES = 1024 * 1024;
/** As many as the official clients follow. */
const MAXIMUM_REDIRECTS = 5;

/** Asks as the official clients do, past the guard. */
export class Network {
  /**
   * @param meant the host that the operator named; undefined when a stranger did.
   * @param trustsAll the operator means whatever host is advertised too.
   * @param timeoutMs for one exchange.
   * @param signal ends all that is under way.
   */
  constructor(
    private readonly fetcher: GuardedFetcher,
    private readonly meant: MeantHost | undefined,
    private readonly trustsAll: boolean,
    private readonly timeoutMs: number,
    private readonly signal: AbortSignal,
  ) {}

  /** The same, and ended by the other signal too. */
  until(signal: AbortSignal): Network {
    const both = firstSignal(this.signal, signal);
    return new Network(this.fetcher, this.meant, this.trustsAll, this.timeoutMs, both);
  }

  /**
   * One exchange. A redirect is an answer.
   *
   * @throws Unanswered
   */
  async ask({ url, headers, isEnough, ...question }: Question): Promise<Reply> {
    try {
      const {
        status,
        headers: answered,
        body,
      } = await this.fetcher.fetch(url, {
        ...question,
        headers,
        accept: headers['Accept'] ?? '*/*',
        maximumBytes: MAXIMUM_BYTES,
        timeoutMs: this.timeoutMs,
        signal: this.signal,
        redirects: 'report',
        meant: await this.meantFor(url),
        ...(isEnough !== undefined && { isEnough: (soFar) => isEnough(soFar.toString('utf8')) }),
      });
      const text = body.toString('utf8');
      return { url, status, headers: answered, text, json: jsonObjectOf(text) };
    } catch (failure) {
      if (failure instanceof FetchRefusedError) throw new Unanswered(findingOf(failure, url));
      throw failure;
    }
  }

  /**
   * One exchange, with redirects followed as far as the official clients follow them: within the origin, and those of
   * a POST only when they keep the method (RFC 9110 §15.4: 307, 308). Any other redirect is the answer.
   *
   * @throws Unanswered
   */
  async askAsClient(question: Question): Promise<Reply> {
    let reply = await this.ask(question);
    for (let followed = 0; followed < MAXIMUM_REDIRECTS; followed += 1) {
      const target = redirectTarget(reply);
      if (target === undefined || !isFollowed(question, reply, target)) break;
      reply = await this.ask({ ...question, url: target });
    }
    return reply;
  }

  private async meantFor(url: string): Promise<MeantHost | undefined> {
    if (!this.trustsAll || !URL.canParse(url) || new URL(url).hostname === this.meant?.host)
      return this.meant;
    return this.fetcher.meantBy(url, firstSignal(this.signal, AbortSignal.timeout(this.timeoutMs)));
  }
}

/** Where a redirect leads; undefined when the reply is none. */
export function redirectTarget({ status, headers, url }: Reply): string | undefined {
  const location = headers.get('location');
  if (status < 300 || status >= 400 || location === undefined || !URL.canParse(location, url))
    return undefined;
  return new URL(location, url).href;
}

function isFollowed({ method = 'GET' }: Question, reply: Reply, target: string): boolean {
  const keepsMethod = method === 'GET' || reply.status === 307 || reply.status === 308;
  return keepsMethod && isWithinOrigin(new URL(reply.url), new URL(target));
}

/** The same origin, or its move to TLS on the usual port. */
function isWithinOrigin(from: URL, to: URL): boolean {
  if (from.origin === to.origin) return to.username === from.username && to.password === from.password;
  const isUpgrade = from.protocol === 'http:' && to.protocol === 'https:';
  return isUpgrade && from.hostname === to.hostname && from.port === '' && to.port === '';
}

const NOT_ALLOWED = {
  malformed_url: 'it is no URL',
  not_https: 'it is plain HTTP',
  credentials_in_url: 'it holds credentials',
  port_not_allowed: 'its port belongs to another protocol',
  address_not_public: 'its address is private',
} as const;
const UNREACHABLE: Readonly<Record<Exclude<FetchRefusal, keyof typeof NOT_ALLOWED>, string>> = {
  unresolvable: 'its name has no address',
  unreachable: 'no connection was made, or it broke',
  redirect: 'it redirects',
  encoded: 'it sends compressed what was asked for as it is',
  too_large: 'its answer is larger than 1 MiB',
  too_slow: 'no complete answer came in time',
  cancelled: 'no complete answer came in time',
};

function findingOf({ reason, cause }: FetchRefusedError, url: string): Finding {
  if (isNotAllowed(reason)) {
    return error('url_not_allowed', {
      problem: `${url} was not asked: ${NOT_ALLOWED[reason]}.`,
      mend: 'Advertise an https URL that everybody can reach. For a test inside a network, the command has --allow-private.',
    });
  }
  const problem = `${url} gave no usable answer: ${UNREACHABLE[reason]}${codeOf(cause)}.`;
  if (reason === 'encoded' || reason === 'too_large')
    return error('answer_unreadable', {
      problem,
      mend: 'Answer MCP and OAuth requests with small bodies, and honour Accept-Encoding: identity (RFC 9110 §12.5.3).',
    });
  return error('unreachable', {
    problem,
    mend: 'Check the name, the port, the certificate and the firewall, and that the server runs.',
  });
}

function isNotAllowed(reason: FetchRefusal): reason is keyof typeof NOT_ALLOWED {
  return reason in NOT_ALLOWED;
}

/** Node's error code, such as ECONNREFUSED or CERT_HAS_EXPIRED. */
function codeOf(cause: unknown): string {
  const code: unknown = (cause as { code?: unknown; cause?: { code?: unknown } } | undefined)?.code;
  const inner: unknown = (cause as { cause?: { code?: unknown } } | undefined)?.cause?.code;
  const found = code ?? inner;
  return typeof found === 'string' ? ` (${found})` : '';
}
