/** What an MCP client keeps for a person: the provider that both official SDKs ask. */
export class StoredCredentials {
  authorizationUrl: URL | undefined;
  private client: { client_id: string; client_secret?: string } | undefined;
  private stored: Record<string, unknown> | undefined;
  private verifier = '';
  private discovery: object | undefined;

  constructor(
    readonly redirectUrl: string,
    readonly clientMetadataUrl?: string,
  ) {}

  get clientMetadata() {
    return {
      client_name: 'Gatehouse e2e',
      redirect_uris: [this.redirectUrl],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      application_type: 'native' as const,
    };
  }

  get clientId(): string {
    return this.client?.client_id ?? this.clientMetadataUrl ?? '';
  }

  get refreshToken(): string {
    return String(this.stored?.['refresh_token'] ?? '');
  }

  /** The URL the person was sent to; forgotten, so that a second one is seen. */
  takeAuthorizationUrl(): URL {
    const url = this.authorizationUrl;
    if (url === undefined) throw new Error('the client did not ask for a person');
    this.authorizationUrl = undefined;
    return url;
  }

  /** As if it had expired: the client has to use its refresh token. */
  forgetAccessToken(): void {
    this.stored = { ...this.stored, access_token: 'expired' };
  }

  state(): string {
    return 'a-state-of-the-client';
  }

  clientInformation() {
    return this.client;
  }

  saveClientInformation(client: { client_id: string; client_secret?: string }): void {
    this.client = client;
  }

  tokens() {
    return this.stored as { access_token: string; token_type: string } | undefined;
  }

  saveTokens(tokens: object): void {
    this.stored = { ...tokens };
  }

  redirectToAuthorization(url: URL): void {
    this.authorizationUrl = url;
  }

  saveCodeVerifier(verifier: string): void {
    this.verifier = verifier;
  }

  codeVerifier(): string {
    return this.verifier;
  }

  saveDiscoveryState(state: object): void {
    this.discovery = state;
  }

  discoveryState() {
    return this.discovery as never;
  }

  invalidateCredentials(scope: string): void {
    if (scope === 'all' || scope === 'tokens') this.stored = undefined;
    if (scope === 'all' || scope === 'client') this.client = undefined;
  }
}
