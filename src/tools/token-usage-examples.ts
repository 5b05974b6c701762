export interface TokenUsageExamples {
  readonly curl: string;
  readonly powershell: string;
  /** What to set in an MCP client. */
  readonly mcp: { readonly url: string; readonly headers: { readonly Authorization: string } };
}

/** Commands that use the token as they stand; base64url and dots need no quoting. */
export function tokenUsageExamples(publicUrl: string, accessToken: string): TokenUsageExamples {
  const authorization = `Bearer ${accessToken}`;
  return {
    curl: `curl -sS -H 'Authorization: ${authorization}' '${publicUrl}/hello'`,
    powershell: `Invoke-RestMethod '${publicUrl}/hello' -Headers @{ Authorization = '${authorization}' }`,
    mcp: { url: `${publicUrl}/mcp`, headers: { Authorization: authorization } },
  };
}
