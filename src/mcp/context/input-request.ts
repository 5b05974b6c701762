import type {
  CreateMessageRequestParams,
  ElicitRequestFormParams,
  ElicitRequestURLParams,
  InputRequests,
} from '@modelcontextprotocol/server';

/** One thing a handler needs from the client's side before it can answer. */
export type InputQuestion = InputRequests[string];

/**
 * A handler's answer "I need more input": the client asks its user, its model or itself and calls again.
 * 2026-07-28 sends it as an `input_required` result; to a 2025 session the questions go as requests.
 */
export class InputRequest {
  constructor(
    readonly questions: Readonly<Record<string, InputQuestion>>,
    /** What the handler wants to find again in `context.answers.state`; sealed on its way through the client. */
    readonly state?: unknown,
  ) {}
}

/**
 * What an interactive handler returns to ask for input under keys of its own choosing.
 * Ask only for what `context.clientCapabilities` declares, and never for secrets in a form.
 *
 * @throws TypeError when neither a question nor a state is given.
 */
export function requestInput(
  questions: Readonly<Record<string, InputQuestion>>,
  state?: unknown,
): InputRequest {
  if (Object.keys(questions).length === 0 && state === undefined) {
    throw new TypeError('requestInput() needs a question or a state');
  }
  return new InputRequest(questions, state);
}

/** A form shown to the user (elicitation, form mode). */
export function askForm(params: Omit<ElicitRequestFormParams, 'mode'>): InputQuestion {
  return { method: 'elicitation/create', params: { ...params, mode: 'form' } };
}

/** A page the user opens, for what must not pass through the client (elicitation, URL mode). */
export function askByUrl(params: Pick<ElicitRequestURLParams, 'url' | 'message'>): InputQuestion {
  return { method: 'elicitation/create', params: { ...params, mode: 'url' } } as InputQuestion;
}

/** A message from the client's model (sampling). */
export function askModel(params: CreateMessageRequestParams): InputQuestion {
  return { method: 'sampling/createMessage', params };
}

/** The client's roots. */
export function askRoots(): InputQuestion {
  return { method: 'roots/list' };
}
