import type { FlowClient } from './browser-flow.js';

/** A public client of nobody's: it registers itself (RFC 7591). */
export async function registerItself(
  { url }: { readonly url: string },
  redirectUri: string,
  members: object = {},
): Promise<FlowClient> {
  const document = { redirect_uris: [redirectUri], token_endpoint_auth_method: 'none', ...members };
  const answer = await fetch(`${url}/oauth2/register`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(document),
  });
  if (answer.status !== 201) throw new Error(`not registered: ${answer.status} ${await answer.text()}`);
  const { client_id: clientId } = (await answer.json()) as { client_id: string };
  return { clientId, clientSecret: '', redirectUri };
}
