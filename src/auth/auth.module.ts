import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/index.js';
import { CryptoModule } from '../security/crypto/index.js';
import { PEOPLE_CONTROLLERS, PEOPLE_PROVIDERS } from './account/providers.js';
import { ApiKeyAdministration } from './api-keys/api-key-administration.js';
import { ApiKeyStore } from './api-keys/api-key-store.repository.js';
import { ApiKeyEntity } from './api-keys/api-key.entity.js';
import { ApiKeys } from './api-keys/api-keys.js';
import { AUTHORIZATION_CONTROLLERS, AUTHORIZATION_PROVIDERS } from './authorize/providers.js';
import { ProtectedResources } from './challenges/protected-resources.js';
import { AdministratorCredentials } from './clients/administrator-credentials.js';
import { ClientAdministration } from './clients/client-administration.js';
import { ClientEntity } from './clients/client.entity.js';
import { ClientRepository } from './clients/client.repository.js';
import { Clients } from './clients/clients.js';
import { InitialClients } from './clients/initial-clients.js';
import { ExternalTokenVerifier } from './external-issuers/external-token-verifier.js';
import { IssuerKeySets } from './external-issuers/issuer-key-sets.js';
import { IdentityAdministration } from './identity-providers/identity-administration.js';
import {
  IDENTITY_PROVIDER_CONTROLLERS,
  IDENTITY_PROVIDER_PROVIDERS,
} from './identity-providers/providers.js';
import { AuthenticationFailures } from './guards/authentication-failures.js';
import { AuthenticationGuard } from './guards/authentication.guard.js';
import { Credentials } from './guards/credentials.js';
import { DeclarationCheck } from './guards/declaration-check.js';
import { RateLimitGuard } from './guards/rate-limit.guard.js';
import { ScopesGuard } from './guards/scopes.guard.js';
import { ClientKeySets } from './key-sets/client-key-sets.js';
import { IntrospectionJwt } from './introspection/introspection-jwt.js';
import { IntrospectionController } from './introspection/introspection.controller.js';
import { TokenIntrospection } from './introspection/token-introspection.js';
import { METADATA_DOCUMENT_PROVIDERS } from './metadata-documents/providers.js';
import { RegistrationTokens } from './registration/registration-tokens.js';
import { REGISTRATION_CONTROLLERS, REGISTRATION_PROVIDERS } from './registration/providers.js';
import { SigningKeyGenerations } from './keys/signing-key-generations.js';
import { SigningKeyEntity } from './keys/signing-key.entity.js';
import { SigningKeyRepository } from './keys/signing-key.repository.js';
import { SigningKeySchedule } from './keys/signing-key-schedule.js';
import { SigningKeys } from './keys/signing-keys.js';
import { LoginFailures } from './login/login-failures.repository.js';
import { LoginRefusals } from './login/login-refusals.js';
import { LoginThrottle } from './login/login-throttle.js';
import { PasswordChange } from './login/password-change.js';
import { PasswordCheck } from './login/password-check.js';
import { PasswordLogin } from './login/password-login.js';
import { SecretFailures } from './lockout/secret-failures.repository.js';
import { SecretLockout } from './lockout/secret-lockout.js';
import { AuthorizationServerMetadata } from './metadata/authorization-server-metadata.js';
import { MetadataController } from './metadata/metadata.controller.js';
import { ProtectedResourceMetadata } from './metadata/protected-resource-metadata.js';
import { OAuthEndpointEdge } from './oauth-endpoint-edge.js';
import { PasswordHasher } from './passwords/password-hasher.js';
import { PasswordPolicy } from './passwords/password-policy.js';
import { RateLimitSync } from './rate-limit/rate-limit-sync.js';
import { RateLimiter } from './rate-limit/rate-limiter.js';
import { RequestAllowance } from './rate-limit/request-allowance.js';
import { sharedCountersProvider } from './rate-limit/shared-counters.provider.js';
import { RefreshTokenRepository } from './refresh-tokens/refresh-tokens.repository.js';
import { RefreshTokens } from './refresh-tokens/refresh-tokens.js';
import { Retention } from './retention/retention.js';
import { RetentionRepository } from './retention/retention.repository.js';
import { RevocationList } from './revocation/revocation-list.js';
import { RevocationMetrics } from './revocation/revocation-metrics.js';
import { RevocationController } from './revocation/revocation.controller.js';
import { RevokedTokens } from './revocation/revoked-tokens.repository.js';
import { TokenRevocation } from './revocation/token-revocation.js';
import { RoleAdministration } from './scopes/role-administration.js';
import { RoleEntity } from './scopes/role.entity.js';
import { RoleRepository } from './scopes/role.repository.js';
import { ScopeAuthority } from './scopes/scope-authority.js';
import { ScopeCatalogue } from './scopes/scope-catalogue.js';
import { ScopeCatalogueRepository } from './scopes/scope-catalogue.repository.js';
import { ScopeEntity } from './scopes/scope.entity.js';
import { LoginSessionEntity } from './sessions/login-session.entity.js';
import { LoginSessionRepository } from './sessions/login-session.repository.js';
import { LoginSessions } from './sessions/login-sessions.js';
import { SessionCookie } from './sessions/session-cookie.js';
import { AudienceSelection } from './token/audience-selection.js';
import { ClientEndpoint } from './token/client-endpoint.js';
import { AssertionIds } from './token/client-authentication/assertion-ids.repository.js';
import { ClientAssertions } from './token/client-authentication/client-assertions.js';
import { ClientLookup } from './token/client-authentication/client-lookup.js';
import { ClientAuthenticator } from './token/client-authentication/client-authenticator.js';
import { ClientCredentialsGrant } from './token/grants/client-credentials.grant.js';
import { GrantHandlers } from './token/grants/grant-handlers.js';
import { RefreshTokenGrant } from './token/grants/refresh-token.grant.js';
import { RefreshSelection } from './token/refresh-selection.js';
import { Refusals } from './token/refusals.js';
import { ScopeSelection } from './token/scope-selection.js';
import { TokenEndpoint } from './token/token-endpoint.js';
import { TokenController } from './token/token.controller.js';
import { GrantAdministration } from './token-families/grant-administration.js';
import { TokenFamilies } from './token-families/token-families.repository.js';
import { TokenFamilyEntity } from './token-families/token-family.entity.js';
import { JwtSigner } from './tokens/jwt-signer.js';
import { CurrentLogin } from './interaction/current-login.js';
import { Forms } from './forms/forms.js';
import { LoginContinuation } from './account/login-continuation.js';
import { PagePaths } from './pages/page-paths.js';
import { TokenIssuer } from './tokens/token-issuer.js';
import { UserAdministration } from './users/user-administration.js';
import { UserEntity } from './users/user.entity.js';
import { UserRepository } from './users/user.repository.js';
import { Users } from './users/users.js';
import { AccessTokenVerifier } from './verification/access-token-verifier.js';
import { AccessTokenStrategy } from './verification/access-token.strategy.js';
import { PrincipalStanding } from './verification/principal-standing.js';

/** OAuth: clients, keys, tokens, scopes, and the guards that protect every route and tool. */
@Module({
  // The imported modules are global; naming them has them ready before the keys are read.
  imports: [
    CryptoModule,
    AuditModule,
    DiscoveryModule,
    TypeOrmModule.forFeature([
      ApiKeyEntity,
      ClientEntity,
      LoginSessionEntity,
      RoleEntity,
      ScopeEntity,
      SigningKeyEntity,
      TokenFamilyEntity,
      UserEntity,
    ]),
  ],
  controllers: [
    ...AUTHORIZATION_CONTROLLERS,
    ...IDENTITY_PROVIDER_CONTROLLERS,
    IntrospectionController,
    MetadataController,
    ...PEOPLE_CONTROLLERS,
    ...REGISTRATION_CONTROLLERS,
    RevocationController,
    TokenController,
  ],
  providers: [
    ...AUTHORIZATION_PROVIDERS,
    ...METADATA_DOCUMENT_PROVIDERS,
    ...REGISTRATION_PROVIDERS,
    ...PEOPLE_PROVIDERS,
    ...IDENTITY_PROVIDER_PROVIDERS,
    AssertionIds,
    AudienceSelection,
    AuthorizationServerMetadata,
    ClientAssertions,
    ClientAuthenticator,
    ClientLookup,
    ClientEndpoint,
    ClientCredentialsGrant,
    GrantAdministration,
    GrantHandlers,
    OAuthEndpointEdge,
    ProtectedResourceMetadata,
    RefreshSelection,
    Refusals,
    RefreshTokenGrant,
    ScopeSelection,
    TokenEndpoint,
    AccessTokenStrategy,
    AccessTokenVerifier,
    AdministratorCredentials,
    ApiKeyAdministration,
    ApiKeyStore,
    ApiKeys,
    AuthenticationFailures,
    ClientAdministration,
    ClientKeySets,
    ClientRepository,
    Clients,
    Credentials,
    DeclarationCheck,
    ExternalTokenVerifier,
    InitialClients,
    IssuerKeySets,
    IntrospectionJwt,
    JwtSigner,
    LoginFailures,
    LoginRefusals,
    LoginSessionRepository,
    LoginSessions,
    LoginThrottle,
    PasswordChange,
    PasswordCheck,
    PasswordHasher,
    PasswordLogin,
    PasswordPolicy,
    PrincipalStanding,
    ProtectedResources,
    RateLimitSync,
    RateLimiter,
    RefreshTokenRepository,
    RefreshTokens,
    RequestAllowance,
    Retention,
    RetentionRepository,
    RevocationList,
    RevocationMetrics,
    RevokedTokens,
    RoleAdministration,
    RoleRepository,
    ScopeAuthority,
    { provide: ScopeCatalogue, useClass: ScopeCatalogueRepository },
    SecretFailures,
    SecretLockout,
    SessionCookie,
    sharedCountersProvider,
    SigningKeyGenerations,
    SigningKeyRepository,
    SigningKeySchedule,
    SigningKeys,
    TokenFamilies,
    TokenIntrospection,
    TokenIssuer,
    TokenRevocation,
    UserAdministration,
    UserRepository,
    Users,
    // Bound for every route and every handler of `/mcp`, in this order.
    { provide: APP_GUARD, useClass: AuthenticationGuard },
    { provide: APP_GUARD, useClass: RateLimitGuard },
    { provide: APP_GUARD, useClass: ScopesGuard },
  ],
  exports: [
    AccessTokenVerifier,
    ApiKeyAdministration,
    ApiKeys,
    AuthenticationFailures,
    AuthorizationServerMetadata,
    Credentials,
    CurrentLogin,
    Forms,
    GrantAdministration,
    JwtSigner,
    LoginContinuation,
    PagePaths,
    PrincipalStanding,
    Refusals,
    ProtectedResources,
    RateLimiter,
    RequestAllowance,
    RevocationList,
    IdentityAdministration,
    RoleAdministration,
    ScopeAuthority,
    SecretLockout,
    RegistrationTokens,
    ClientAdministration,
    Clients,
    SigningKeys,
    TokenIssuer,
    UserAdministration,
  ],
})
export class AuthModule {}
