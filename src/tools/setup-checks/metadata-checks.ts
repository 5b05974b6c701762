import { Injectable } from '@nestjs/common';
import { ProtectedResources, SigningKeys } from '../../auth/index.js';
import { Configuration } from '../../config/index.js';
import { OwnServer } from './own-server.js';
import { check, expectThat, skipped, type CheckResult } from './setup-check.js';

const CHECKS = [
  'authorization_server_metadata',
  'openid_configuration',
  'protected_resource_metadata',
  'jwks',
] as const;
/** RFC 7518 §6: members only a private or secret key has. */
const PRIVATE_MEMBERS = ['d', 'p', 'q', 'dp', 'dq', 'qi', 'k'];

/** Reads the public documents the way a client does, and compares them with what the server is set to. */
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
    // RFC 8414 §3.1: where the issuer has a path, it follows the well-known part.
    const issuerPath = new URL(this.configuration.server.publicUrl).pathname.replace(/\/$/, '');
    const metadataUrl = `${origin}/.well-known/oauth-authorization-server${issuerPath}`;
    return [
      result,
      await check(CHECKS[0], () => this.issuerOf(metadataUrl, signal)),
      await check(CHECKS[1], () => this.issuerOf(`${base}/.well-known/openid-configuration`, signal)),
      await check(CHECKS[2], () => this.protectedResource(origin, signal)),
      await check(CHECKS[3], () => this.jwks(base, signal)),
    ];
  }

  /** RFC 8414 §3.3: a client compares the issuer octet for octet and refuses any other. */
  private async issuerOf(url: string, signal: AbortSignal): Promise<string> {
    const { issuer, token_endpoint, jwks_uri } = await this.server.getJson(url, signal);
    const { issuer: configured } = this.configuration.server;
    expectThat(issuer === configured, `The issuer is not ${configured}, octet for octet.`);
    expectThat(typeof token_endpoint === 'string', 'token_endpoint is missing.');
    expectThat(typeof jwks_uri === 'string', 'jwks_uri is missing.');
    return `issuer ${configured}, token endpoint ${token_endpoint}`;
  }

  /** RFC 9728 §3.3: the resource has to be the URL the client calls. */
  private async protectedResource(origin: string, signal: AbortSignal): Promise<string> {
    const { identifier, metadataUrl } = this.resources.resourceOf('/mcp');
    const document = await this.server.getJson(origin + new URL(metadataUrl).pathname, signal);
    const { resource, authorization_servers: servers } = document;
    const { issuer } = this.configuration.server;
    expectThat(resource === identifier, `The resource is not ${identifier}.`);
    expectThat(
      Array.isArray(servers) && servers.includes(issuer),
      `${issuer} is not among the authorization servers.`,
    );
    return `resource ${identifier}`;
  }

  private async jwks(base: string, signal: AbortSignal): Promise<string> {
    const { keys } = await this.server.getJson(`${base}/.well-known/jwks.json`, signal);
    expectThat(Array.isArray(keys), 'The document has no keys member.');
    const published = keys as readonly Readonly<Record<string, unknown>>[];
    expectThat(
      published.every((key) => PRIVATE_MEMBERS.every((member) => !(member in key))),
      'A private key is published.',
    );
    const kids = published.map(({ kid }) => kid);
    const missing = this.keys.jwks().keys.filter(({ kid }) => !kids.includes(kid));
    expectThat(missing.length === 0, `${missing.length} of the server's own keys are not published.`);
    return kids.length === 0
      ? 'no public key: tokens are signed with a shared secret'
      : `key ids ${kids.join(', ')}`;
  }
}
