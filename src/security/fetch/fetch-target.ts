import { isIP } from 'node:net';
import { FetchRefusedError } from './fetch-refused-error.js';

/** Where a fetch goes, before its name is looked up. */
export interface FetchTarget {
  readonly url: URL;
  /** Name or address, without the brackets of IPv6. */
  readonly host: string;
  readonly port: number;
  readonly isAddress: boolean;
  /** In the operator's allow-list, and so exempt from the rules on addresses and ports. */
  readonly isTrusted: boolean;
  /** Without TLS. */
  readonly isPlain: boolean;
}

const HTTPS_PORT = 443;
const HTTP_PORT = 80;
/** Below are the ports of other protocols (SSH, SMTP, …), which a request line could talk to. */
const FIRST_UNPRIVILEGED_PORT = 1024;

/** Hosts with ports that are exempt. */
export type ExemptHosts = Pick<ReadonlySet<string>, 'has'>;

/**
 * Takes a URL apart. The parser (WHATWG) has normalised decimal, octal and hexadecimal hosts by then.
 *
 * @throws FetchRefusedError when no request may go there, whatever its name resolves to.
 */
export function fetchTarget(text: string, allowedHosts: ExemptHosts, allowPlainHttp = false): FetchTarget {
  const url = parse(text);
  const isPlain = url.protocol === 'http:';
  if (url.protocol !== 'https:' && !(isPlain && allowPlainHttp)) throw new FetchRefusedError('not_https');
  if (url.username !== '' || url.password !== '') throw new FetchRefusedError('credentials_in_url');
  const port = url.port === '' ? (isPlain ? HTTP_PORT : HTTPS_PORT) : Number(url.port);
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1').replace(/\.$/, '');
  const isTrusted = allowedHosts.has(`${url.hostname}:${port}`);
  if (isPlain && !isTrusted) throw new FetchRefusedError('not_https');
  if (!isTrusted && port !== HTTPS_PORT && port < FIRST_UNPRIVILEGED_PORT) {
    throw new FetchRefusedError('port_not_allowed');
  }
  return { url, host, port, isAddress: isIP(host) !== 0, isTrusted, isPlain };
}

function parse(text: string): URL {
  if (!URL.canParse(text)) throw new FetchRefusedError('malformed_url');
  return new URL(text);
}
