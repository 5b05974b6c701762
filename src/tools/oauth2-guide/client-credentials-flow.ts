import type { FlowStep, FlowTarget } from './flow-step.js';
import { listToolsCommand, listToolsPowerShell } from './list-tools-command.js';

/** RFC 6749 §4.4 on this server, from the metadata to the first tool list. The steps share the variable TOKEN. */
export function clientCredentialsFlow(target: FlowTarget): FlowStep[] {
  return [
    readMetadata(target),
    requestToken(target),
    callRoute(target),
    listTools(target),
    seeRefusal(target),
  ];
}

function readMetadata({ publicUrl }: FlowTarget): FlowStep {
  const url = `${publicUrl}/.well-known/oauth-authorization-server`;
  return {
    title: 'Read the metadata',
    description:
      'RFC 8414: endpoints, grant types and scopes of this authorization server. No token is needed.',
    command: `curl -sS '${url}'`,
    powershell: `Invoke-RestMethod '${url}'`,
  };
}

function requestToken({ publicUrl, credentials: { shell, powershell } }: FlowTarget): FlowStep {
  const url = `${publicUrl}/oauth2/token`;
  const parse = `node -p 'JSON.parse(require("node:fs").readFileSync(0)).access_token'`;
  return {
    title: 'Request an access token',
    description:
      'RFC 6749 §4.4.2: the client proves who it is by HTTP Basic and gets a Bearer token. ' +
      'Add `resource` (RFC 8707) to bind the token to one resource.',
    command:
      `TOKEN=$(curl -sS -u "${shell.id}:${shell.secret}" '${url}' ` +
      `-d grant_type=client_credentials -d scope=mcp.access | ${parse})`,
    powershell:
      `$TOKEN = (Invoke-RestMethod -Method Post '${url}' -Body @{ grant_type = 'client_credentials'; ` +
      `client_id = ${powershell.id}; client_secret = ${powershell.secret}; scope = 'mcp.access' }).access_token`,
  };
}

function callRoute({ publicUrl }: FlowTarget): FlowStep {
  return {
    title: 'Call a protected route',
    description: 'RFC 6750 §2.1: the token travels in the Authorization header, never in the URL.',
    command: `curl -sS -H "Authorization: Bearer $TOKEN" '${publicUrl}/hello'`,
    powershell: `Invoke-RestMethod '${publicUrl}/hello' -Headers @{ Authorization = "Bearer $TOKEN" }`,
  };
}

function listTools({ publicUrl }: FlowTarget): FlowStep {
  return {
    title: 'List the MCP tools',
    description: 'The same token opens /mcp; the list holds the tools its scopes allow.',
    command: listToolsCommand(publicUrl, '$TOKEN'),
    powershell: listToolsPowerShell(publicUrl, '$TOKEN'),
  };
}

function seeRefusal({ publicUrl }: FlowTarget): FlowStep {
  return {
    title: 'See the refusal',
    description:
      'Without a token the answer is 401 with a challenge that names the resource metadata (RFC 9728 §5.1).',
    command: `curl -sS -i '${publicUrl}/hello'`,
    powershell: `Invoke-WebRequest '${publicUrl}/hello' -SkipHttpErrorCheck | Select-Object StatusCode, Headers`,
  };
}
