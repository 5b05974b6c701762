import type { FastifyInstance } from 'fastify';
import { ProblemError } from '../common/problem-error.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/** Parses JSON bodies with a limit on nesting, which JSON.parse does not have, and without `__proto__` members. */
export function bindJsonBody(server: FastifyInstance, maximumDepth: number): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = body as string;
    if (isDeeperThan(text, maximumDepth)) return done(tooDeep(maximumDepth));
    return parse(request, text, (error, value) => done(error === null ? null : malformed(error), value));
  });
}

/** Whether brackets outside of strings nest deeper than `maximum`; one pass, no parsing. */
export function isDeeperThan(text: string, maximum: number): boolean {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (inString) {
      if (code === BACKSLASH) index += 1;
      else if (code === QUOTE) inString = false;
    } else if (code === QUOTE) inString = true;
    else if (OPENING.has(code) && ++depth > maximum) return true;
    else if (CLOSING.has(code)) depth -= 1;
  }
  return false;
}

function tooDeep(maximum: number): ProblemError {
  return new ProblemError(
    { status: 400, code: 'json-too-deep', title: 'Bad Request' },
    `The JSON body nests deeper than ${maximum} levels.`,
  );
}

function malformed(cause: Error): ProblemError {
  return new ProblemError(
    { status: 400, code: 'malformed-json', title: 'Bad Request' },
    'The body is not valid JSON.',
    { cause },
  );
}
