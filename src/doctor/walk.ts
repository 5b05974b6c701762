import type { ClientProfile } from './client-profile.js';
import { resourceOf } from './documents/resource-document.js';
import { stringsOf, type JsonObject } from './json.js';
import { Stopped, type Recorder } from './recorder.js';
import type { StepName } from './report.js';
import { callWithoutToken } from './steps/call-without-token.js';
import { findResource, type FoundResource } from './steps/find-resource.js';
import { findServer, type FoundServer } from './steps/find-server.js';
import { firstCall } from './steps/first-call.js';
import { getToken, probeToken, type Credentials } from './steps/get-token.js';
import { probeAuthorization } from './steps/probe-authorization.js';
import { probeRegistration } from './steps/probe-registration.js';
import type { AgentVerdicts } from './steps/user-agents.js';

export interface Patient {
  readonly url: string;
  readonly agents: AgentVerdicts;
  readonly credentials: Credentials | undefined;
  /** Clients are registered beforehand here, so that registration is not asked for. */
  readonly isRegistered: boolean;
  /** In place of what the challenge and the metadata ask for. */
  readonly scope: string | undefined;
}

/** What a walk came upon, for what is looked at afterwards. */
export interface Discovered {
  resource?: FoundResource;
  server?: FoundServer;
}

const STEPS: readonly StepName[] = [
  'call_without_token',
  'protected_resource_metadata',
  'authorization_server_metadata',
  'registration',
  'authorization',
  'token',
  'first_call',
];

/** Goes the way of the client, step by step, until it stops or the tools are listed. */
export async function walkAs(
  profile: ClientProfile,
  patient: Patient,
  recorder: Recorder,
): Promise<Discovered> {
  const discovered: Discovered = {};
  let reason = 'The client does not get this far.';
  try {
    reason = await walk(profile, patient, recorder, discovered);
  } catch (failure) {
    if (!(failure instanceof Stopped)) throw failure;
  }
  for (const name of STEPS)
    if (!recorder.has(name, profile.generation)) recorder.skip(name, profile.generation, reason);
  return discovered;
}

/** @returns why steps were left out. */
async function walk(
  profile: ClientProfile,
  patient: Patient,
  recorder: Recorder,
  discovered: Discovered,
): Promise<string> {
  const { url, credentials } = patient;
  const who = profile.generation;
  const first = await recorder.run('call_without_token', who, (network) =>
    callWithoutToken(network, profile, url, patient.agents),
  );
  if (first.isOpen) {
    await recorder.run('first_call', who, (network) => firstCall(network, profile, url, undefined));
    return 'The server asks for no token.';
  }
  const resource = await recorder.run('protected_resource_metadata', who, (network) =>
    findResource(network, profile, url, first.challenge),
  );
  discovered.resource = resource;
  const isInteractive = credentials === undefined;
  const server = await recorder.run('authorization_server_metadata', who, (network) =>
    findServer(network, profile, url, resource.document, isInteractive),
  );
  discovered.server = server;
  const asked = {
    resource: resource.document && resourceOf(resource.document),
    scope: patient.scope ?? first.challenge?.scope ?? scopesOf(resource.document),
  };
  if (isInteractive && !patient.isRegistered)
    await recorder.run('registration', who, (network) => probeRegistration(network, server));
  else recorder.skip('registration', who, 'Clients are registered beforehand.');
  await recorder.run('authorization', who, (network) =>
    probeAuthorization(network, server, { ...asked, clientId: credentials?.clientId }, isInteractive),
  );
  if (credentials === undefined) {
    await recorder.run('token', who, (network) => probeToken(network, server));
    return 'It takes a token: give the doctor a client of yours (--client-id).';
  }
  const issued = await recorder.run('token', who, (network) =>
    getToken(network, server, { ...asked, credentials }),
  );
  recorder.hide(issued.token);
  await recorder.run('first_call', who, (network) => firstCall(network, profile, url, issued));
  return '';
}

function scopesOf(document: JsonObject | undefined): string | undefined {
  const scopes = stringsOf(document?.['scopes_supported']) ?? [];
  return scopes.length === 0 ? undefined : scopes.join(' ');
}
