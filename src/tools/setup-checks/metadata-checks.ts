import { Injectable } from '@nestjs/common';
import { ProtectedResources, SigningKeys } from '../../auth/index.js';
import { Configuration } from '../../config/index.js';
import {
  findingsOfKeySet,
  findingsOfResourceDocument,
  findingsOfServerDocument,
  keysOf,
  serverMetadataPlaces,
  type Finding,
} from '../../doctor/index.js';
import { OwnServer } from './own-server.js';
import { check, expectThat, skipped, type CheckResult } from './setup-check.js';

const CHECKS = [
  'authorization_server_metadata',
  'openid_configuration',
  'protected_resource_metadata',
  'jwks',
] as const;

/** Reads the public documents the way a client does: what the connection doctor finds in others' is found in ours. */
@Injectable()
export class MetadataChecks {
  constructor(
    private readonly server: OwnServer,
    private readonly keys: SigningKeys,
    private readonly resources: ProtectedResources,
    private readonly configuration: Configuration,
  ) {}

  async run(signal: AbortSignal): Promise<CheckResult[]> {
    const { base, result } = await this.server.reach(signal);
    if (base === undefined)
      return [result, ...CHECKS.map((name) => skipped(name, 'The server cannot be reached.'))];
    const { origin } = new URL(base);
    const [place = ''] = serverMetadataPlaces(this.configuration.server.publicUrl);
    const metadataUrl = origin + new URL(place).pathname;
    return [
      result,
      await check(CHECKS[0], () => this.issuerOf(metadataUrl, 'oauth', signal)),
      await check(CHECKS[1], () => this.issuerOf(`${base}/.well-known/openid-configuration`, 'oidc', signal)),
      await check(CHECKS[2], () => this.protectedResource(origin, signal)),
      await check(CHECKS[3], () => this.jwks(base, signal)),
    ];
  }

  private async issuerOf(url: string, kind: 'oauth' | 'oidc', signal: AbortSignal): Promise<string> {
    const document = await this.server.getJson(url, signal);
    const { issuer } = this.configuration.server;
    expectNone(findingsOfServerDocument(document, { issuer, kind, isInteractive: true }));
    expectThat(typeof document['jwks_uri'] === 'string', 'jwks_uri is missing.');
    return `issuer ${issuer}, token endpoint ${String(document['token_endpoint'])}`;
  }

  /** RFC 9728 §3.3: the resource has to be the URL the client calls. */
  private async protectedResource(origin: string, signal: AbortSignal): Promise<string> {
    const { identifier, metadataUrl } = this.resources.resourceOf('/mcp');
    const document = await this.server.getJson(origin + new URL(metadataUrl).pathname, signal);
    const { resource, authorization_servers: servers } = document;
    const { issuer } = this.configuration.server;
    expectNone(findingsOfResourceDocument(document, identifier));
    expectThat(resource === identifier, `The resource is not ${identifier}.`);
    expectThat(
      Array.isArray(servers) && servers.includes(issuer),
      `${issuer} is not among the authorization servers.`,
    );
    return `resource ${identifier}`;
  }

  private async jwks(base: string, signal: AbortSignal): Promise<string> {
    const published = keysOf(await this.server.getJson(`${base}/.well-known/jwks.json`, signal));
    expectThat(published !== undefined, 'The document has no keys member.');
    expectNone(findingsOfKeySet(published));
    const kids = published.map(({ kid }) => kid);
    const missing = this.keys.jwks().keys.filter(({ kid }) => !kids.includes(kid));
    expectThat(missing.length === 0, `${missing.length} of the server's own keys are not published.`);
    return kids.length === 0
      ? 'no public key: tokens are signed with a shared secret'
      : `key ids ${kids.join(', ')}`;
  }
}

/** @throws CheckFailure that names what is wrong, and how to mend it. */
function expectNone(findings: readonly Finding[]): void {
  const errors = findings.filter(({ severity }) => severity === 'error');
  expectThat(errors.length === 0, errors.map(({ problem, mend }) => `${problem} ${mend}`).join(' '));
}
