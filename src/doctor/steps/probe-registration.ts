import { COMMON_HEADERS } from '../client-profile.js';
import { error, warning, type Finding } from '../finding.js';
import { redirectTarget, type Network, type Reply } from '../network.js';
import { quoted } from '../quoted.js';
import type { Outcome } from '../recorder.js';
import type { FoundServer } from './find-server.js';

/** No server may take it (RFC 7591 §2), so that nothing is registered. */
const REFUSABLE = {
  client_name: 'Gatehouse connection doctor',
  redirect_uris: ['not a URI'],
  grant_types: ['authorization_code'],
  response_types: ['code'],
  token_endpoint_auth_method: 'none',
};

/** Whether clients that nobody registered beforehand can register themselves (RFC 7591, or a metadata document). */
export async function probeRegistration(
  network: Network,
  server: FoundServer,
): Promise<Outcome<{ readonly status: number | undefined }>> {
  const takesDocuments = server.document?.['client_id_metadata_document_supported'] === true;
  const { registrationEndpoint: url } = server;
  if (url === undefined) {
    const detail = takesDocuments ? 'by a client ID metadata document only' : 'there is none';
    return { detail, findings: [none(takesDocuments)], value: { status: undefined } };
  }
  const headers = { ...COMMON_HEADERS, 'Content-Type': 'application/json' };
  const reply = await network.askAsClient({ url, method: 'POST', headers, body: JSON.stringify(REFUSABLE) });
  const detail = `${url} answered ${reply.status} to a registration that must be refused`;
  return { detail, findings: findingsOf(url, reply), value: { status: reply.status } };
}

function findingsOf(url: string, reply: Reply): Finding[] {
  const { status } = reply;
  if (status === 400 || status === 422 || status === 429) return [];
  if (status === 401 || (status === 403 && reply.json !== undefined)) return [withToken(url, status)];
  if (status >= 200 && status < 300) return [takesAnything(url)];
  const target = redirectTarget(reply);
  return [
    error('registration_unusable', {
      problem: `The registration endpoint ${url} answered ${status}${target === undefined ? '' : ` (redirect to ${quoted(target)})`}: ${quoted(reply.text) || 'nothing'}.`,
      mend: 'Make POST with application/json reach it, without redirects, firewalls or log-in pages; it answers 201, or 400 with an error (RFC 7591 section 3.2). Leave registration_endpoint out of the metadata where there is none.',
    }),
  ];
}

function none(takesDocuments: boolean): Finding {
  const words = {
    problem: `Clients cannot register themselves: the metadata has no registration_endpoint${takesDocuments ? ', and only those with a metadata document of their own get in' : ' and announces no metadata documents'}.`,
    mend: 'Turn on dynamic registration (RFC 7591) or client ID metadata documents, or register each client beforehand and give it its client_id.',
  };
  return takesDocuments ? warning('no_registration', words) : error('no_registration', words);
}

function withToken(url: string, status: number): Finding {
  return error('no_registration', {
    problem: `The registration endpoint ${url} answered ${status}: clients need an initial access token, which they do not have.`,
    mend: 'Let clients register without one (with limits), or register each beforehand and give it its client_id.',
  });
}

function takesAnything(url: string): Finding {
  return warning('registration_unusable', {
    problem: `The registration endpoint ${url} took a client whose redirect URI is no URI.`,
    mend: 'Refuse such registrations with invalid_redirect_uri (RFC 7591 section 3.2.2), and delete the client "Gatehouse connection doctor".',
  });
}
