import { Injectable } from '@nestjs/common';
import { Configuration } from '../../config/index.js';
import { ProtectedResources } from '../challenges/protected-resources.js';
import { PROTECTED_RESOURCE_PATHS } from '../token/audience-selection.js';

/** Scope to begin with; what a route or tool needs beyond it stands in its own challenge. */
const BASELINE_SCOPES = ['mcp.access'];
const NAMES: Readonly<Record<(typeof PROTECTED_RESOURCE_PATHS)[number], string>> = {
  '/': 'Gatehouse',
  '/mcp': 'Gatehouse MCP server',
};

/** RFC 9728: what each protected resource says of itself. */
@Injectable()
export class ProtectedResourceMetadata {
  constructor(
    private readonly configuration: Configuration,
    private readonly resources: ProtectedResources,
  ) {}

  /** The document of the resource whose metadata URL has this path; undefined when there is none. */
  at(metadataPath: string): Record<string, unknown> | undefined {
    const path = PROTECTED_RESOURCE_PATHS.find((each) => this.metadataPathOf(each) === metadataPath);
    return path === undefined ? undefined : this.describe(path);
  }

  /** The document of a resource below the public URL. */
  describe(path: (typeof PROTECTED_RESOURCE_PATHS)[number]): Record<string, unknown> {
    const { issuer, serviceDocumentation } = this.configuration.server;
    return {
      resource: this.resources.resourceOf(path).identifier,
      authorization_servers: [issuer],
      scopes_supported: BASELINE_SCOPES,
      bearer_methods_supported: ['header'],
      resource_name: NAMES[path],
      ...(serviceDocumentation === undefined ? {} : { resource_documentation: serviceDocumentation }),
    };
  }

  private metadataPathOf(path: string): string {
    return new URL(this.resources.resourceOf(path).metadataUrl).pathname;
  }
}
