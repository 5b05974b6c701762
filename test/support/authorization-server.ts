import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A request to the token, registration or revocation endpoint. */
export interface AskedOfServer {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  /** Of a form; empty for anything else. */
  readonly form: URLSearchParams;
  readonly body: string;
}

export type Answering = (response: ServerResponse, asked: AskedOfServer) => void | Promise<void>;

/** An authorization server on this machine that does as the test says, well or badly. */
export class ScriptedAuthorizationServer {
  readonly asked: AskedOfServer[] = [];
  /** Paths of everything that was fetched. */
  readonly fetched: string[] = [];
  /** Documents by path, beside the metadata. */
  readonly documents = new Map<string, unknown>();
  /** Changes to the metadata; undefined takes a member out. */
  metadata: Record<string, unknown> = {};
  answer: Answering = (response) => sendToken(response, {});
  private issued = 0;
  private readonly server = createServer((request, response) => void this.serve(request, response));

  static async start(): Promise<ScriptedAuthorizationServer> {
    const self = new ScriptedAuthorizationServer();
    await new Promise<void>((done) => self.server.listen(0, '127.0.0.1', done));
    return self;
  }

  get issuer(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get lastForm(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.asked.at(-1)?.form ?? []);
  }

  close(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** A token nobody got before. */
  nextToken(): string {
    return `given-token-${(this.issued += 1)}`;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path } = new URL(request.url ?? '/', this.issuer);
    this.fetched.push(path);
    if (request.method === 'POST') {
      const body = await text(request);
      const isForm =
        request.headers['content-type']?.startsWith('application/x-www-form-urlencoded') === true;
      const asked = { path, headers: request.headers, form: new URLSearchParams(isForm ? body : ''), body };
      this.asked.push(asked);
      return this.answer(response, asked);
    }
    const document =
      path === '/.well-known/oauth-authorization-server' ? this.described() : this.documents.get(path);
    if (document === undefined) return void response.writeHead(404).end();
    response.setHeader('Content-Type', 'application/json').end(JSON.stringify(document));
  }

  private described(): object {
    return {
      issuer: this.issuer,
      token_endpoint: `${this.issuer}/token`,
      authorization_endpoint: `${this.issuer}/authorize`,
      code_challenge_methods_supported: ['S256'],
      ...this.metadata,
    };
  }
}

/** A token answer (RFC 6749 §5.1). */
export function sendToken(response: ServerResponse, members: object): void {
  const answer = { access_token: 'given-token', token_type: 'Bearer', expires_in: 300, ...members };
  response.setHeader('Content-Type', 'application/json').end(JSON.stringify(answer));
}

/** An error answer (RFC 6749 §5.2). */
export function sendOAuthError(response: ServerResponse, error: string, status = 400): void {
  const answer = { error, error_description: 'no, and here is a secret-of-the-server' };
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
}
