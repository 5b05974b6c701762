import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a recognizer service was asked. */
export interface RecognizerRequest {
  readonly headers: IncomingMessage['headers'];
  readonly body: { readonly text?: string | string[]; readonly inputs?: string | string[] };
  readonly texts: readonly string[];
}

export type RecognizerAnswerer = (request: RecognizerRequest, response: ServerResponse) => void;

/** A name that no rule finds, as the services of the tests do. */
export const KNOWN_NAME = /zorblax quimby|나래솔/giu;

/** A service of one of the two wire shapes on this machine; what it answers can be changed at any time. */
export class RecognizerService {
  /** Those whose body has arrived. */
  readonly requests: RecognizerRequest[] = [];
  answer: RecognizerAnswerer;
  /** Most requests that were open at once. */
  mostAtOnce = 0;
  /** Requests that have begun. */
  begun = 0;
  /** Those of them whose caller went away before the answer. */
  abandoned = 0;
  private open = 0;
  private readonly server: Server;

  private constructor(answer: RecognizerAnswerer) {
    this.answer = answer;
    this.server = createServer((request, response) => {
      // Whose caller goes away in the middle of the body is not answered.
      this.serve(request, response).catch(() => response.destroy());
    });
  }

  static async start(answer: RecognizerAnswerer = answerLikePresidio): Promise<RecognizerService> {
    const service = new RecognizerService(answer);
    await new Promise<void>((resolve) => service.server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  /** For FETCH_ALLOWED_HOSTS. */
  get host(): string {
    return `127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  get url(): string {
    return `http://${this.host}/analyze`;
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.begun += 1;
    this.open += 1;
    this.mostAtOnce = Math.max(this.mostAtOnce, this.open);
    response.on('close', () => {
      this.open -= 1;
      if (!response.writableFinished) this.abandoned += 1;
    });
    const chunks: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
    const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as RecognizerRequest['body'];
    const asked = { headers: request.headers, body, texts: [body.text ?? body.inputs ?? []].flat() };
    this.requests.push(asked);
    this.answer(asked, response);
  }
}

/** Presidio's `/analyze`: a list for one text, a list of lists for several; offsets in code points. */
export function answerLikePresidio({ body, texts }: RecognizerRequest, response: ServerResponse): void {
  const lists = texts.map((text) =>
    spansOf(text).map(({ start, end }) => ({
      entity_type: 'PERSON',
      start,
      end,
      score: 0.85,
      analysis_explanation: null,
    })),
  );
  sendAnswer(response, Array.isArray(body.text) ? lists : lists[0]);
}

/** Token classification: one token per word, tagged B- and I-. */
export function answerTokens({ body, texts }: RecognizerRequest, response: ServerResponse): void {
  const lists = texts.map((text) => spansOf(text).flatMap((span) => tokensOf(text, span)));
  sendAnswer(response, Array.isArray(body.inputs) ? lists : lists[0]);
}

export function sendAnswer(response: ServerResponse, answer: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** In code points, as Python counts. */
function spansOf(text: string): Span[] {
  return [...text.matchAll(KNOWN_NAME)].map(({ index, 0: value }) => {
    const start = [...text.slice(0, index)].length;
    return { start, end: start + [...value].length };
  });
}

function tokensOf(text: string, { start, end }: Span): object[] {
  const value = [...text].slice(start, end).join('');
  return [...value.matchAll(/\S+/gu)].map(({ index, 0: word }, number) => ({
    entity: number === 0 ? 'B-PER' : 'I-PER',
    start: start + index,
    end: start + index + word.length,
    score: 0.99,
    word,
  }));
}
