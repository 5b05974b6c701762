import { Injectable } from '@nestjs/common';
import { Configuration } from '../../config/index.js';
import { ASYMMETRIC_ALGORITHMS } from '../../security/crypto/index.js';
import { CLIENT_AUTHENTICATION_METHODS } from '../clients/client.js';
import { ProtectedResources } from '../challenges/protected-resources.js';
import { PROMPTS, RESPONSE_MODES } from '../authorize/authorization-request.js';
import { CODE_CHALLENGE_METHODS } from '../authorize/checks/check-pkce.js';
import { RESPONSE_TYPES } from '../authorize/checks/check-response-type.js';
import { signingAlgorithms } from '../keys/signing-key.js';
import {
  AUTHORIZATION_PATHS,
  END_SESSION_PATH,
  INTROSPECTION_PATH,
  PUSHED_AUTHORIZATION_PATH,
  REGISTRATION_PATHS,
  REVOCATION_PATHS,
  USERINFO_PATH,
} from '../oauth-endpoints.js';
import { IDENTITY_SCOPES } from '../scopes/identity-scopes.js';
import { ScopeAuthority } from '../scopes/scope-authority.js';
import { GrantHandlers } from '../token/grants/grant-handlers.js';
import { CLAIMS_SUPPORTED } from '../userinfo/userinfo.js';

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
      scopes_supported: [...this.scopes.definitions().map(({ name }) => name), ...IDENTITY_SCOPES],
      ...this.authorization(),
      ...this.openid(),
      grant_types_supported: this.grants.grantTypes,
      token_endpoint_auth_methods_supported: [...CLIENT_AUTHENTICATION_METHODS],
      // Of the assertions of `private_key_jwt`.
      token_endpoint_auth_signing_alg_values_supported: [...ASYMMETRIC_ALGORITHMS],
      ...this.registration(),
      ...this.revocation(),
      ...this.introspection(),
      // RFC 9728 §4.
      protected_resources: this.resources.all.map(({ identifier }) => identifier),
      ...(serviceDocumentation === undefined ? {} : { service_documentation: serviceDocumentation }),
    };
  }

  /** RFC 7591, where it is offered, and clients that bring a document instead. */
  private registration(): Record<string, unknown> {
    const { registration, metadataDocuments, server } = this.configuration;
    return {
      ...(registration.mode === 'off'
        ? {}
        : { registration_endpoint: `${server.publicUrl}${REGISTRATION_PATHS[0]}` }),
      client_id_metadata_document_supported: metadataDocuments.isEnabled,
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
    const { isIntrospectionOffered, sharedSecret } = this.configuration.tokens;
    if (!isIntrospectionOffered) return {};
    return {
      introspection_endpoint: `${this.configuration.server.publicUrl}${INTROSPECTION_PATH}`,
      introspection_endpoint_auth_methods_supported: CLIENT_AUTHENTICATION_METHODS.filter(
        (method) => method !== 'none',
      ),
      introspection_endpoint_auth_signing_alg_values_supported: [...ASYMMETRIC_ALGORITHMS],
      introspection_signing_alg_values_supported: [...signingAlgorithms(sharedSecret)],
    };
  }

  /** The authorization endpoint and what it understands (RFC 7636, RFC 9126, RFC 9207). */
  private authorization(): Record<string, unknown> {
    const { publicUrl } = this.configuration.server;
    return {
      authorization_endpoint: `${publicUrl}${AUTHORIZATION_PATHS[0]}`,
      pushed_authorization_request_endpoint: `${publicUrl}${PUSHED_AUTHORIZATION_PATH}`,
      response_types_supported: [...RESPONSE_TYPES],
      response_modes_supported: [...RESPONSE_MODES],
      code_challenge_methods_supported: [...CODE_CHALLENGE_METHODS],
      authorization_response_iss_parameter_supported: true,
      prompt_values_supported: [...PROMPTS],
      ui_locales_supported: ['ko', 'en'],
      request_parameter_supported: false,
      // Left out it would mean that any URI is fetched (OpenID Connect Discovery 1.0 §3).
      request_uri_parameter_supported: false,
    };
  }

  /** What OpenID Connect Discovery 1.0 §3 and RP-Initiated Logout 1.0 §2.1 add. */
  private openid(): Record<string, unknown> {
    const { server, tokens } = this.configuration;
    return {
      userinfo_endpoint: `${server.publicUrl}${USERINFO_PATH}`,
      end_session_endpoint: `${server.publicUrl}${END_SESSION_PATH}`,
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: [...signingAlgorithms(tokens.sharedSecret)],
      claims_supported: [...CLAIMS_SUPPORTED],
    };
  }

  /** OpenID Connect Discovery 1.0 §3: the same document, so that the two can never disagree. */
  openidConfiguration(): Record<string, unknown> {
    return this.authorizationServer();
  }
}
