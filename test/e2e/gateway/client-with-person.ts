import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as ClientV1 } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as TransportV1 } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import {
  CreateMessageRequestSchema,
  ElicitRequestSchema,
  ListRootsRequestSchema,
} from '@modelcontextprotocol/sdk/types.js';
import type { Answer, Generation } from './upstream-clients.js';

/** What a client answers that has a person, a model and folders. */
export interface Answers {
  /** The form that is filled in for a message. */
  readonly form: (message: string) => Promise<Answer> | Answer;
  readonly model: string;
  readonly root: string;
}

type OfEither = Pick<ClientV1, 'connect' | 'callTool' | 'close'>;

/** An official client behind which somebody answers; without answers it says that it cannot be asked. */
export async function connectWithPerson(
  generation: Generation,
  url: string,
  token: string,
  answers?: Answers,
): Promise<OfEither> {
  const requestInit = { headers: { Authorization: `Bearer ${token}` } };
  const identity = { name: 'gateway-e2e-person', version: '1.0.0' };
  const capabilities = answers === undefined ? {} : { elicitation: {}, sampling: {}, roots: {} };
  const negotiation = generation === 'v2 auto' ? { versionNegotiation: { mode: 'auto' as const } } : {};
  const [client, transport] =
    generation === 'v1'
      ? [new ClientV1(identity, { capabilities }), new TransportV1(new URL(url), { requestInit })]
      : [
          new Client(identity, { capabilities, ...negotiation }),
          new StreamableHTTPClientTransport(new URL(url), { requestInit }),
        ];
  if (answers !== undefined) answerAs(client, answers);
  await (client as ClientV1).connect(transport as TransportV1);
  return client as ClientV1;
}

function answerAs(client: Client | ClientV1, { form, model, root }: Answers): void {
  const fill = async ({ params }: { params: { message: string } }) => ({
    action: 'accept' as const,
    content: (await form(params.message)) as Record<string, string>,
  });
  const think = () => ({
    role: 'assistant' as const,
    model: 'm',
    content: { type: 'text' as const, text: model },
  });
  const list = () => ({ roots: [{ uri: root }] });
  if (client instanceof ClientV1) {
    client.setRequestHandler(ElicitRequestSchema, fill);
    client.setRequestHandler(CreateMessageRequestSchema, think);
    client.setRequestHandler(ListRootsRequestSchema, list);
    return;
  }
  client.setRequestHandler('elicitation/create', fill);
  client.setRequestHandler('sampling/createMessage', think);
  client.setRequestHandler('roots/list', list);
}
