import { ProblemError } from '../common/problem-error.js';

/** A name that no attacker's DNS can point at us; on any port, because containers map ports. */
const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/;
/** Probes of an orchestrator address the machine, not the service's name. */
const PROBE_PATHS = /^\/(health(\/(live|ready))?|metrics)(\?|$)/;

/** Refuses requests for a name that is not ours: the defence against DNS rebinding. */
export class HostPolicy {
  private readonly allowed: ReadonlySet<string>;

  constructor(allowedHosts: readonly string[]) {
    this.allowed = new Set(allowedHosts);
  }

  /**
   * The error to answer with, or undefined when the Host is one of ours.
   *
   * @param rawHeaders names and values in turn, as received: Node shows the first of several Host fields only.
   */
  refuse(
    host: string | undefined,
    url: string,
    rawHeaders: readonly string[] = [],
  ): ProblemError | undefined {
    if (namesSeveralHosts(rawHeaders)) return severalHosts();
    const name = host?.toLowerCase() ?? '';
    if (this.allowed.has(name) || LOOPBACK.test(name) || PROBE_PATHS.test(url)) return undefined;
    return new ProblemError(
      { status: 403, code: 'host-not-allowed', title: 'Forbidden' },
      'The Host header names a server that is not this one. Use the public URL, or add the name to ALLOWED_HOSTS.',
    );
  }
}

/** RFC 9112 §3.2: a proxy may have gone by the other one. */
function namesSeveralHosts(rawHeaders: readonly string[]): boolean {
  let hosts = 0;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index];
    if (name?.length === 4 && name.toLowerCase() === 'host') hosts += 1;
  }
  return hosts > 1;
}

function severalHosts(): ProblemError {
  return new ProblemError(
    { status: 400, code: 'several-hosts', title: 'Bad Request' },
    'More than one Host header was sent.',
  );
}
