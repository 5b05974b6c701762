import { Injectable } from '@nestjs/common';
import { Configuration } from '../../config/index.js';
import { ProtectedResources, type ProtectedResource } from '../challenges/protected-resources.js';

/** RFC 9728: what each protected resource says of itself. */
@Injectable()
export class ProtectedResourceMetadata {
  constructor(
    private readonly configuration: Configuration,
    private readonly resources: ProtectedResources,
  ) {}

  /** The document of the resource whose metadata URL has this path; undefined when there is none. */
  at(metadataPath: string): Record<string, unknown> | undefined {
    const resource = this.resources.all.find(
      ({ metadataUrl }) => new URL(metadataUrl).pathname === metadataPath,
    );
    return resource && this.describe(resource);
  }

  /** The document of the public URL itself. */
  ofPublicUrl(): Record<string, unknown> {
    return this.describe(this.resources.resourceOf('/'));
  }

  private describe({ identifier, scopes, title }: ProtectedResource): Record<string, unknown> {
    const { issuer, serviceDocumentation } = this.configuration.server;
    return {
      resource: identifier,
      authorization_servers: [issuer],
      scopes_supported: scopes,
      bearer_methods_supported: ['header'],
      resource_name: title,
      ...(serviceDocumentation === undefined ? {} : { resource_documentation: serviceDocumentation }),
    };
  }
}
