import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { keepsJsonText } from '../common/json-text.js';
import { ProblemError } from '../common/problem-error.js';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);

/**
 * Parses JSON bodies with a limit on nesting, which JSON.parse does not have, and without `__proto__` members. Bytes that
 * are no UTF-8 are refused (RFC 8259 §8.1): another parser may drop what this one would replace.
 */
export function bindJsonBody(server: FastifyInstance, maximumDepth: number): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body, done) => {
    const bytes = body as Buffer;
    if (!isUtf8(bytes)) return done(malformed());
    const text = bytes.toString('utf8');
    if (isDeeperThan(text, maximumDepth)) return done(tooDeep(maximumDepth));
    if (keepsJsonText(request.routeOptions.config)) request.jsonText = text;
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

function malformed(cause?: Error): ProblemError {
  return new ProblemError(
    { status: 400, code: 'malformed-json', title: 'Bad Request' },
    'The body is not valid JSON in UTF-8.',
    { cause },
  );
}
