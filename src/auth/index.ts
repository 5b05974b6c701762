export { AuthModule } from './auth.module.js';
export {
  ClientAdministration,
  type CreatedClient,
  type IssuedSecret,
} from './clients/client-administration.js';
export { ADMINISTRATOR_CREDENTIALS_FILE } from './clients/administrator-credentials.js';
export {
  CLIENT_AUTHENTICATION_METHODS,
  isUsable,
  type ApplicationType,
  type Client,
  type ClientAuthenticationMethodName,
  type JsonWebKeySet,
  type TokenSigningAlgorithm,
} from './clients/client.js';
export { Clients } from './clients/clients.js';
export { DevelopmentSecretError } from './clients/initial-clients.js';
export { newClientSchema, type NewClientInput } from './clients/new-client.js';
export { RegistrationTokens, type IssuedRegistrationToken } from './registration/registration-tokens.js';
export type { RegistrationToken } from './registration/registration-tokens.repository.js';
export { oauthErrorFormat } from './errors/oauth-error-format.js';
export { pageErrorFormat } from './pages/page-error-format.js';
export { OAuthError } from './errors/oauth-error.js';
export {
  InvalidClientError,
  InvalidGrantError,
  InvalidRequestError,
  InvalidScopeError,
  InvalidTargetError,
  MethodNotAllowedError,
  UnauthorizedClientError,
  UnsupportedGrantTypeError,
} from './errors/oauth-errors.js';
export type {
  AccessTokenAlgorithm,
  SigningKey,
  SigningKeyState,
  VerificationKey,
} from './keys/signing-key.js';
export type { SigningKeyStatus } from './keys/signing-key-set.js';
export { SigningKeys } from './keys/signing-keys.js';
export { AuthorizationServerMetadata } from './metadata/authorization-server-metadata.js';
export {
  ACCESS_TOKEN_TYPE,
  TokenIssuer,
  type AccessToken,
  type AccessTokenRequest,
} from './tokens/token-issuer.js';
export { JwtSigner } from './tokens/jwt-signer.js';
export { ApiKeyAdministration, type IssuedApiKey } from './api-keys/api-key-administration.js';
export type { ApiKey } from './api-keys/api-key.js';
export { ApiKeys } from './api-keys/api-keys.js';
export { newApiKeySchema, type NewApiKeyInput } from './api-keys/new-api-key.js';
export { RevocationList } from './revocation/revocation-list.js';
export { bearerChallenge, type BearerChallenge } from './challenges/bearer-challenge.js';
export {
  BearerError,
  InsufficientScopeError,
  InvalidBearerRequestError,
  InvalidTokenError,
  MissingTokenError,
} from './challenges/bearer-errors.js';
export {
  ProtectedResources,
  upstreamPath,
  type ProtectedResource,
} from './challenges/protected-resources.js';
export { AuthenticationFailures } from './guards/authentication-failures.js';
export { bearerCredential, type RawRequest } from './guards/bearer-credential.js';
export { Credentials } from './guards/credentials.js';
export {
  accessDeclarationOf,
  isAccessDeclared,
  type AccessDeclaration,
} from './guards/access-declaration.js';
export { CurrentPrincipal } from './guards/current-principal.decorator.js';
export { UndeclaredAccessError, undeclaredHandlers } from './guards/declaration-check.js';
export { SecretLockout } from './lockout/secret-lockout.js';
export { RateLimiter, type Charge, type Quota, type RateVerdict } from './rate-limit/rate-limiter.js';
export { askingTooOften, RequestAllowance } from './rate-limit/request-allowance.js';
export { clientAuthentication } from './identity-providers/client-authentication.js';
export { guardedFetch } from './identity-providers/guarded-fetch.js';
export { IdentityAdministration } from './identity-providers/identity-administration.js';
export { LoginContinuation } from './account/login-continuation.js';
export { Forms } from './forms/forms.js';
export { CurrentLogin, type Login } from './interaction/current-login.js';
export { UPSTREAM_GRANTS_PATH } from './oauth-endpoints.js';
export { confirmation, hidden, notice } from './pages/components.js';
export { renderPage, sendPage } from './pages/page.js';
export { PagePaths } from './pages/page-paths.js';
export { rememberLanguage, requestLanguage } from './pages/request-language.js';
export { seeOther } from './pages/see-other.js';
export { relativeTime, timeElement } from './pages/views/relative-time.js';
export { Refusals } from './token/refusals.js';
export { RoleAdministration } from './scopes/role-administration.js';
export { ScopeAuthority, type ScopeHolder } from './scopes/scope-authority.js';
export type { RoleDefinition, ScopeDefinition } from './scopes/scope-catalogue.js';
export type { LoginSession } from './sessions/login-session.js';
export { generatePassword } from './passwords/password-policy.js';
export type { NewUserInput } from './users/new-user.js';
export type { User } from './users/user.js';
export { UserAdministration } from './users/user-administration.js';
export { GrantAdministration } from './token-families/grant-administration.js';
export type { TokenFamily } from './token-families/token-family.js';
export { AccessTokenVerifier } from './verification/access-token-verifier.js';
export { PrincipalStanding, type Standing } from './verification/principal-standing.js';
