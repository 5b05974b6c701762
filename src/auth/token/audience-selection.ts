import { Injectable } from '@nestjs/common';
import { Configuration } from '../../config/index.js';
import { ProtectedResources } from '../challenges/protected-resources.js';
import type { Client } from '../clients/client.js';
import { InvalidTargetError } from '../errors/oauth-errors.js';

/** Which resources a token is good for (RFC 8707). */
@Injectable()
export class AudienceSelection {
  private readonly publicUrl: string;
  /** Identifiers of the protected resources by their canonical form. */
  private readonly resources: ReadonlyMap<string, string>;

  constructor(resources: ProtectedResources, configuration: Configuration) {
    this.publicUrl = configuration.server.publicUrl;
    this.resources = new Map(resources.all.map(({ identifier }) => [canonical(identifier), identifier]));
  }

  /**
   * The resources asked for, spelled as registered; or the client's audiences when none is.
   *
   * @throws InvalidTargetError when one is no absolute URI, has a fragment, or is not one the client may reach (RFC 8707 §2).
   */
  select(client: Client, requested: readonly string[]): readonly string[] {
    if (requested.length === 0) return client.audiences;
    return [...new Set(requested.map((resource) => this.find(client, resource)))];
  }

  /** Of what was granted once, what the client may still reach. */
  remaining(client: Client, granted: readonly string[]): readonly string[] {
    return granted.filter(
      (each) =>
        client.audiences.includes(each) ||
        (URL.canParse(each) && this.withinPublicUrl(client, canonical(each)) !== undefined),
    );
  }

  private find(client: Client, resource: string): string {
    if (!URL.canParse(resource) || resource.includes('#')) {
      throw new InvalidTargetError('A resource must be an absolute URI without a fragment.');
    }
    const wanted = canonical(resource);
    const audience = client.audiences.find((each) => URL.canParse(each) && canonical(each) === wanted);
    const found = audience ?? this.withinPublicUrl(client, wanted);
    if (found === undefined)
      throw new InvalidTargetError('A resource is unknown, or not one this client may reach.');
    return found;
  }

  /** Who may reach the public URL may reach each resource guarded here, with a token for nothing else. */
  private withinPublicUrl(client: Client, wanted: string): string | undefined {
    return client.audiences.includes(this.publicUrl) ? this.resources.get(wanted) : undefined;
  }
}

/** RFC 3986 §6.2: scheme and host in lower case; a lone trailing slash makes no difference. */
function canonical(uri: string): string {
  return new URL(uri).href.replace(/\/$/, '');
}
