import type { FlowStep, FlowTarget } from './flow-step.js';

/** Where a program on the person's own machine waits for the answer (RFC 8252 §7.3). */
const REDIRECT_URI = 'http://127.0.0.1:8400/callback';
const REGISTRATION = JSON.stringify({
  client_name: 'Flow guide',
  redirect_uris: [REDIRECT_URI],
  token_endpoint_auth_method: 'none',
  application_type: 'native',
});

/**
 * RFC 6749 §4.1 with PKCE on this server, for a public client that registers itself. The steps share the variables
 * CLIENT_ID, VERIFIER, CODE, TOKEN and REFRESH_TOKEN.
 */
export function authorizationCodeFlow(target: FlowTarget): FlowStep[] {
  return [
    registerClient(target),
    makeVerifier(),
    askThePerson(target),
    exchangeCode(target),
    callRoute(target),
  ];
}

function registerClient({ publicUrl }: FlowTarget): FlowStep {
  const url = `${publicUrl}/oauth2/register`;
  return {
    title: 'Register a client',
    description:
      'RFC 7591: MCP clients do this by themselves. Where registration is closed, an administrator makes the client ' +
      'with `client create --public --redirect-uri`, and its id goes into CLIENT_ID.',
    command:
      `CLIENT_ID=$(curl -sS '${url}' -H 'Content-Type: application/json' -d '${REGISTRATION}' | ` +
      `node -p 'JSON.parse(require("node:fs").readFileSync(0)).client_id')`,
    powershell:
      `$CLIENT_ID = (Invoke-RestMethod -Method Post '${url}' -ContentType 'application/json' ` +
      `-Body '${REGISTRATION}').client_id`,
  };
}

function makeVerifier(): FlowStep {
  return {
    title: 'Make a code verifier',
    description:
      'RFC 7636 §4.1: a secret of this one login, of which only the digest goes through the browser.',
    command: `VERIFIER=$(node -p 'require("node:crypto").randomBytes(32).toString("base64url")')`,
    powershell: `$VERIFIER = node -p "require('node:crypto').randomBytes(32).toString('base64url')"`,
  };
}

function askThePerson({ publicUrl }: FlowTarget): FlowStep {
  const url = `${publicUrl}/oauth2/authorize?response_type=code&code_challenge_method=S256&scope=mcp.access`;
  const rest = `redirect_uri=${encodeURIComponent(REDIRECT_URI)}`;
  const challenge = `require('node:crypto').createHash('sha256').update(process.argv[1]).digest('base64url')`;
  return {
    title: 'Ask the person',
    description:
      'Open the printed URL in a browser, log in and consent. The browser then goes to the redirect URI, where nobody ' +
      'listens in this guide: copy the value of `code` from its address into CODE, within 60 seconds.',
    command: `echo "${url}&client_id=$CLIENT_ID&${rest}&code_challenge=$(node -p "${challenge}" "$VERIFIER")"`,
    powershell: `"${url}&client_id=$CLIENT_ID&${rest}&code_challenge=$(node -p "${challenge}" $VERIFIER)"`,
  };
}

function exchangeCode({ publicUrl }: FlowTarget): FlowStep {
  const url = `${publicUrl}/oauth2/token`;
  return {
    title: 'Exchange the code',
    description:
      'RFC 6749 §4.1.3 and RFC 7636 §4.5: the code is good once. The answer holds an access token and a refresh token.',
    command:
      `curl -sS '${url}' -d grant_type=authorization_code -d "client_id=$CLIENT_ID" -d "code=$CODE" ` +
      `-d "code_verifier=$VERIFIER" -d 'redirect_uri=${REDIRECT_URI}'`,
    powershell:
      `Invoke-RestMethod -Method Post '${url}' -Body @{ grant_type = 'authorization_code'; client_id = $CLIENT_ID; ` +
      `code = $CODE; code_verifier = $VERIFIER; redirect_uri = '${REDIRECT_URI}' }`,
  };
}

function callRoute({ publicUrl }: FlowTarget): FlowStep {
  return {
    title: 'Call a protected route',
    description: 'With the access token in TOKEN: the server now knows which person lets which client act.',
    command: `curl -sS -H "Authorization: Bearer $TOKEN" '${publicUrl}/hello'`,
    powershell: `Invoke-RestMethod '${publicUrl}/hello' -Headers @{ Authorization = "Bearer $TOKEN" }`,
  };
}
