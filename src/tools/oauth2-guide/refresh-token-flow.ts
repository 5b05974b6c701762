import type { FlowStep, FlowTarget } from './flow-step.js';

/** RFC 6749 §6 on this server. The steps share the variables CLIENT_ID, REFRESH_TOKEN and TOKEN. */
export function refreshTokenFlow(target: FlowTarget): FlowStep[] {
  return [refresh(target), revoke(target)];
}

function refresh({ publicUrl }: FlowTarget): FlowStep {
  const url = `${publicUrl}/oauth2/token`;
  return {
    title: 'Refresh',
    description:
      'Each refresh token is good once: keep the one in the answer. One that is used again ends everything that came ' +
      'of the login (RFC 9700 §4.14.2). A client with a secret or a key proves itself here as well.',
    command:
      `curl -sS '${url}' -d grant_type=refresh_token -d "client_id=$CLIENT_ID" ` +
      `-d "refresh_token=$REFRESH_TOKEN"`,
    powershell:
      `Invoke-RestMethod -Method Post '${url}' -Body @{ grant_type = 'refresh_token'; client_id = $CLIENT_ID; ` +
      `refresh_token = $REFRESH_TOKEN }`,
  };
}

function revoke({ publicUrl }: FlowTarget): FlowStep {
  const url = `${publicUrl}/oauth2/revoke`;
  return {
    title: 'Revoke when done',
    description: 'RFC 7009: ends the refresh token, and every access token that came of the same login.',
    command: `curl -sS '${url}' -d "client_id=$CLIENT_ID" -d "token=$REFRESH_TOKEN"`,
    powershell: `Invoke-RestMethod -Method Post '${url}' -Body @{ client_id = $CLIENT_ID; token = $REFRESH_TOKEN }`,
  };
}
