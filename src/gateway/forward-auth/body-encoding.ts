import { ProblemError } from '../../common/problem-error.js';
import { allHeaders } from './original-request.js';

/** RFC 8259 §8.1 and §11: JSON between systems is UTF-8 and its type has no parameters; clients say so all the same. */
const JSON_IN_UTF_8 = /^application\/json[ \t]*(?:;[ \t]*charset=(?:utf-8|"utf-8")[ \t]*)?$/i;

/**
 * Refuses a body that the server behind may decode in another way than this one, which reads JSON in UTF-8: for
 * servers that obey `charset=utf-7`, `+ACI-` is a quotation mark, and another call is in the body.
 *
 * @throws ProblemError 415 unless one Content-Type says JSON, in UTF-8 if anything, and no Content-Encoding differs.
 */
export function refuseOtherEncodings(rawHeaders: readonly string[]): void {
  const [type, ...moreTypes] = allHeaders(rawHeaders, 'content-type');
  if (type === undefined || moreTypes.length > 0 || !JSON_IN_UTF_8.test(type))
    throw unsupported('A body needs exactly one Content-Type: application/json, with no charset but utf-8.');
  if (allHeaders(rawHeaders, 'content-encoding').some((encoding) => encoding.toLowerCase() !== 'identity'))
    throw unsupported('A body must come without a Content-Encoding.');
}

function unsupported(detail: string): ProblemError {
  return new ProblemError(
    { status: 415, code: 'unsupported-media-type', title: 'Unsupported Media Type' },
    detail,
  );
}
