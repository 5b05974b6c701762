import type { Askable } from '../../../config/index.js';
import type { Members, RequestMessage, ResponseMessage } from './messages.js';

const METHOD_NOT_FOUND = -32601;
const ASKED_BY: Readonly<Record<string, Askable>> = {
  'elicitation/create': 'elicitation',
  'sampling/createMessage': 'sampling',
  'roots/list': 'roots',
};

/** What a server of a 2025 revision wants to know from the client in the middle of a call. */
export interface Question {
  readonly method: string;
  readonly params: Members | undefined;
}

/** The client's answer. @throws ProtocolError what the server gets instead. */
export type Answerer = (question: Question) => Promise<Members>;

/** Answers a request of a server. */
export type AnswerServer = (message: RequestMessage) => ResponseMessage | Promise<ResponseMessage>;

/** Characters of an id that goes back with an answer: what a server makes up must not fill our memory. */
const LONGEST_ID = 1_024;

/** Whether it has an id that an answer can name; others get none. */
export function isAnswerable({ id }: { readonly id: unknown }): boolean {
  return typeof id === 'string' ? id.length <= LONGEST_ID : typeof id === 'number';
}

/** The capability a client needs to be asked this; undefined when it is no question to a client. */
export function capabilityFor(method: string): Askable | undefined {
  return ASKED_BY[method];
}

/** What an upstream gets that asks us something nobody can be asked: of ourselves we know nothing but `ping`. */
export const answerTo: AnswerServer = ({ id, method }) => {
  if (method === 'ping') return { jsonrpc: '2.0', id, result: {} };
  return { jsonrpc: '2.0', id, error: { code: METHOD_NOT_FOUND, message: 'Method not found' } };
};
