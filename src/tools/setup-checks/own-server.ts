import { Injectable } from '@nestjs/common';
import { firstSignal } from '../../common/first-signal.js';
import { Configuration } from '../../config/index.js';
import { CheckFailure, check, expectThat, skipped, type CheckResult } from './setup-check.js';

const TIMEOUT_MS = 3_000;
/** Listening there means listening on every address, loopback among them. */
const EVERY_ADDRESS = new Set(['0.0.0.0', '::', '[::]']);

/** Where this server answers itself, and what the search for it found. */
export interface Reached {
  /** The public URL or the listening address; undefined when it answers nowhere. */
  readonly base: string | undefined;
  readonly result: CheckResult;
}

/** This server as its clients see it: asked over HTTP, at its public URL or else where it listens. */
@Injectable()
export class OwnServer {
  constructor(private readonly configuration: Configuration) {}

  /** The public URL if it can be reached from here, else the listening address. */
  async reach(signal: AbortSignal): Promise<Reached> {
    const { publicUrl } = this.configuration.server;
    const outside = await check('public_url', () => this.probe(publicUrl, signal));
    if (outside.status === 'passed') return { base: publicUrl, result: outside };
    const loopback = this.listeningUrl();
    const inside = await check('public_url', () => this.probe(loopback, signal));
    if (inside.status === 'failed') return { base: undefined, result: outside };
    const reason = `${outside.detail} The other checks used ${loopback}; check the public URL from a client's machine.`;
    return { base: loopback, result: skipped('public_url', reason) };
  }

  /** @throws CheckFailure when there is no JSON object to be had. */
  async getJson(url: string, signal: AbortSignal): Promise<Readonly<Record<string, unknown>>> {
    const response = await this.get(url, signal);
    expectThat(response.status === 200, `${url} answered ${response.status} instead of 200.`);
    const body: unknown = await response.json().catch(() => undefined);
    expectThat(isObject(body), `${url} did not answer with a JSON object.`);
    return body;
  }

  private async probe(base: string, signal: AbortSignal): Promise<string> {
    const response = await this.get(`${base}/health/live`, signal);
    await response.body?.cancel();
    expectThat(response.ok, `${base} answered ${response.status} to a health check.`);
    return `${base} answers.`;
  }

  private async get(url: string, signal: AbortSignal): Promise<Response> {
    const limit = firstSignal(signal, AbortSignal.timeout(TIMEOUT_MS));
    try {
      return await fetch(url, { redirect: 'error', signal: limit, headers: { Accept: 'application/json' } });
    } catch (error) {
      throw new CheckFailure(`${url} could not be reached from the server itself (${codeOf(error)}).`);
    }
  }

  private listeningUrl(): string {
    const { host, port, tls } = this.configuration.server;
    const name = EVERY_ADDRESS.has(host) ? 'localhost' : host;
    return `${tls === undefined ? 'http' : 'https'}://${name}:${port}`;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Node's error code, such as ECONNREFUSED; fetch wraps it. */
function codeOf(error: unknown): string {
  const { name, cause } = error as { name?: string; cause?: { code?: unknown } };
  if (name === 'TimeoutError') return `no answer within ${TIMEOUT_MS} ms`;
  return typeof cause?.code === 'string' ? cause.code : 'no connection';
}
