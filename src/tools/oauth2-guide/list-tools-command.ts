const REVISION = '2026-07-28';

/** `tools/list` as one stateless request; every request of this revision says which revision it speaks. */
const REQUEST = JSON.stringify({
  jsonrpc: '2.0',
  id: 1,
  method: 'tools/list',
  params: {
    _meta: {
      'io.modelcontextprotocol/protocolVersion': REVISION,
      'io.modelcontextprotocol/clientCapabilities': {},
    },
  },
});

/** For a POSIX shell; `token` stands between double quotes, so it may be a variable. */
export function listToolsCommand(publicUrl: string, token: string): string {
  return [
    `curl -sS '${publicUrl}/mcp' -H "Authorization: Bearer ${token}"`,
    `-H 'Content-Type: application/json' -H 'Accept: application/json, text/event-stream'`,
    `-H 'MCP-Protocol-Version: ${REVISION}' -H 'Mcp-Method: tools/list'`,
    `-d '${REQUEST}'`,
  ].join(' ');
}

/** For PowerShell 7; `token` stands between double quotes, so it may be a variable. */
export function listToolsPowerShell(publicUrl: string, token: string): string {
  return [
    `Invoke-RestMethod -Method Post '${publicUrl}/mcp' -ContentType 'application/json'`,
    `-Headers @{ Authorization = "Bearer ${token}"; Accept = 'application/json, text/event-stream';`,
    `'MCP-Protocol-Version' = '${REVISION}'; 'Mcp-Method' = 'tools/list' }`,
    `-Body '${REQUEST}'`,
  ].join(' ');
}
