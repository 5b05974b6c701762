import { Injectable } from '@nestjs/common';
import { firstSignal } from '../common/first-signal.js';
import { FetchRefusedError, GuardedFetcher, type MeantHost } from '../security/fetch/index.js';
import { PROFILES } from './client-profile.js';
import { GENERATIONS } from './finding.js';
import { Network } from './network.js';
import { Recorder, Stopped, type ProgressListener } from './recorder.js';
import { reportOf, type Report } from './report.js';
import { checkCors } from './steps/check-cors.js';
import type { Credentials } from './steps/get-token.js';
import { compareAgents, type AgentVerdicts } from './steps/user-agents.js';
import { walkAs, type Discovered } from './walk.js';

export interface Examination {
  /** Of the MCP endpoint, as people give it to their clients. */
  readonly url: string;
  /**
   * The operator at this machine named the URL: its host is meant, whatever its address, and without TLS. What its
   * documents advertise on other hosts is not, unless `trustsAll`.
   */
  readonly isOperators: boolean;
  readonly trustsAll?: boolean;
  readonly credentials?: Credentials | undefined;
  readonly isRegistered?: boolean;
  readonly scope?: string | undefined;
  /** Of browser pages that have to get along; undefined where none is expected. */
  readonly origin?: string | undefined;
  /** Milliseconds, for one exchange. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal;
  readonly onStep?: ProgressListener;
}

/** Where the MCP Inspector's page comes from, which is the browser client most people try first. */
const USUAL_ORIGIN = 'http://localhost:6274';
const TIMEOUT_MS = 10_000;
/** For the whole visit. */
const VISIT_MS = 180_000;

/** Goes the way of both official clients to an MCP server, and says what stops them. Nothing is registered there. */
@Injectable()
export class Doctor {
  constructor(private readonly fetcher: GuardedFetcher) {}

  /** What is wrong with the server, if anything. Whatever it answers is part of the report; nothing is thrown for it. */
  async examine(examination: Examination): Promise<Report> {
    const { url, onStep = () => undefined } = examination;
    const limit = AbortSignal.timeout(VISIT_MS);
    const signal = examination.signal === undefined ? limit : firstSignal(limit, examination.signal);
    const network = await this.networkFor(examination, signal);
    const recorder = new Recorder(network, onStep);
    hideSecrets(recorder, examination.credentials);
    await examineAll(examination, recorder);
    return reportOf(url, recorder.steps);
  }

  private async networkFor(
    { url, isOperators, trustsAll = false, timeoutMs = TIMEOUT_MS }: Examination,
    signal: AbortSignal,
  ): Promise<Network> {
    const meant = isOperators ? await this.meantBy(url, signal, timeoutMs) : undefined;
    return new Network(this.fetcher, meant, isOperators && trustsAll, timeoutMs, signal);
  }

  /** Undefined for a name without an address: the first step will say so. */
  private async meantBy(url: string, signal: AbortSignal, timeoutMs: number): Promise<MeantHost | undefined> {
    try {
      return await this.fetcher.meantBy(url, firstSignal(signal, AbortSignal.timeout(timeoutMs)));
    } catch (failure) {
      if (failure instanceof FetchRefusedError) return undefined;
      throw failure;
    }
  }
}

async function examineAll(examination: Examination, recorder: Recorder): Promise<void> {
  const { url } = examination;
  const agents = await agentsAt(url, recorder);
  if (agents === undefined) return skipAll(recorder);
  const patient = {
    url,
    agents,
    credentials: examination.credentials,
    isRegistered: examination.isRegistered ?? false,
    scope: examination.scope,
  };
  let discovered: Discovered = {};
  for (const generation of GENERATIONS)
    discovered = { ...discovered, ...(await walkAs(PROFILES[generation], patient, recorder)) };
  await checkBrowsers(examination, discovered, recorder);
}

async function agentsAt(url: string, recorder: Recorder): Promise<AgentVerdicts | undefined> {
  try {
    return await recorder.run('user_agents', 'all', (network) => compareAgents(network, url));
  } catch (failure) {
    if (failure instanceof Stopped) return undefined;
    throw failure;
  }
}

function skipAll(recorder: Recorder): void {
  for (const generation of GENERATIONS)
    recorder.skip('call_without_token', generation, 'The server was not asked.');
}

async function checkBrowsers(
  { url, origin }: Examination,
  { resource, server }: Discovered,
  recorder: Recorder,
): Promise<void> {
  const documents = [resource?.place, server?.place].filter((each) => each !== undefined);
  if (documents.length === 0) return recorder.skip('cors', 'all', 'There is no metadata to look at.');
  const endpoints = server?.document === undefined ? [] : [server.tokenEndpoint, server.registrationEndpoint];
  const targets = { documents, endpoints: endpoints.filter((each) => each !== undefined), mcp: url };
  await recorder.run('cors', 'all', (network) =>
    checkCors(network, targets, origin ?? USUAL_ORIGIN, origin !== undefined),
  );
}

function hideSecrets(recorder: Recorder, credentials: Credentials | undefined): void {
  if (credentials === undefined) return;
  const { clientId, clientSecret } = credentials;
  recorder.hide(Buffer.from(`${clientId}:${clientSecret}`).toString('base64'));
  recorder.hide(clientSecret);
  recorder.hide(encodeURIComponent(clientSecret));
}
