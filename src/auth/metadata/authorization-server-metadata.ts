import { Injectable } from '@nestjs/common';
import { Configuration } from '../../config/index.js';
import { PROTECTED_RESOURCE_PATHS } from '../token/audience-selection.js';
import { ASYMMETRIC_ALGORITHMS } from '../../security/crypto/index.js';
import { CLIENT_AUTHENTICATION_METHODS, TOKEN_SIGNING_ALGORITHMS } from '../clients/client.js';
import { ProtectedResources } from '../challenges/protected-resources.js';
import { INTROSPECTION_PATH, REVOCATION_PATHS } from '../oauth-endpoints.js';
import { ScopeAuthority } from '../scopes/scope-authority.js';
import { GrantHandlers } from '../token/grants/grant-handlers.js';

export const JWKS_PATH = '/.well-known/jwks.json';

/** What the authorization server says of itself. Only what answers is listed. */
@Injectable()
export class AuthorizationServerMetadata {
  constructor(
    private readonly configuration: Configuration,
    private readonly scopes: ScopeAuthority,
    private readonly grants: GrantHandlers,
    private readonly resources: ProtectedResources,
  ) {}

  /** RFC 8414 §2. */
  authorizationServer(): Record<string, unknown> {
    const { issuer, publicUrl, serviceDocumentation } = this.configuration.server;
    return {
      issuer,
      token_endpoint: `${publicUrl}/oauth2/token`,
      jwks_uri: `${publicUrl}${JWKS_PATH}`,
      scopes_supported: this.scopes.definitions().map(({ name }) => name),
      // Required by RFC 8414 even where no grant uses the authorization endpoint; then there is none to list.
      response_types_supported: [],
      grant_types_supported: this.grants.grantTypes,
      token_endpoint_auth_methods_supported: [...CLIENT_AUTHENTICATION_METHODS],
      // Of the assertions of `private_key_jwt`.
      token_endpoint_auth_signing_alg_values_supported: [...ASYMMETRIC_ALGORITHMS],
      ...this.revocation(),
      ...this.introspection(),
      // RFC 9728 §4.
      protected_resources: PROTECTED_RESOURCE_PATHS.map((path) => this.resources.resourceOf(path).identifier),
      ...(serviceDocumentation === undefined ? {} : { service_documentation: serviceDocumentation }),
    };
  }

  /** RFC 7009, where it is offered: clients prove themselves as they do at the token endpoint. */
  private revocation(): Record<string, unknown> {
    if (!this.configuration.tokens.isRevocationOffered) return {};
    return {
      revocation_endpoint: `${this.configuration.server.publicUrl}${REVOCATION_PATHS[0]}`,
      revocation_endpoint_auth_methods_supported: [...CLIENT_AUTHENTICATION_METHODS],
      revocation_endpoint_auth_signing_alg_values_supported: [...ASYMMETRIC_ALGORITHMS],
    };
  }

  /** RFC 7662 and RFC 9701 §7, where it is offered; not for clients that can prove nothing. */
  private introspection(): Record<string, unknown> {
    if (!this.configuration.tokens.isIntrospectionOffered) return {};
    return {
      introspection_endpoint: `${this.configuration.server.publicUrl}${INTROSPECTION_PATH}`,
      introspection_endpoint_auth_methods_supported: CLIENT_AUTHENTICATION_METHODS.filter(
        (method) => method !== 'none',
      ),
      introspection_endpoint_auth_signing_alg_values_supported: [...ASYMMETRIC_ALGORITHMS],
      introspection_signing_alg_values_supported: [...TOKEN_SIGNING_ALGORITHMS],
    };
  }

  /** OpenID Connect Discovery 1.0 §3: the same, with the members it requires; no ID token is issued yet. */
  openidConfiguration(): Record<string, unknown> {
    return {
      ...this.authorizationServer(),
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: [],
    };
  }
}
