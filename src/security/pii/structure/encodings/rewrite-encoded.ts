import { isNativeError } from 'node:util/types';
import { ScanLimitError } from '../scan-limit.error.js';
import type { Encoding } from './encoding.js';
import { ENCODINGS } from './index.js';
import { percentEncoding } from './percent.encoding.js';

/**
 * The text with what is encoded in it rewritten, and encoded again.
 *
 * @param rewrite gives back the very same text when nothing changes; `name` is what stands before it as in `name=…`.
 * @throws ScanLimitError when a run of it is too long to be looked at.
 */
export function rewriteEncoded(
  text: string,
  rewrite: (decoded: string, name: string | undefined) => string,
): string {
  let rewritten = text;
  for (const encoding of ENCODINGS)
    if (encoding.hint.test(rewritten)) rewritten = withinLimits(rewritten, encoding, rewrite);
  return rewritten;
}

/** A pattern remembers every character of a run, and from some millions on it may run out of room. */
function withinLimits(...args: Parameters<typeof rewriteRuns>): string {
  try {
    return rewriteRuns(...args);
  } catch (error) {
    if (!isNativeError(error) || error.name !== 'RangeError') throw error;
    throw new ScanLimitError('a run of it has more characters than can be looked at');
  }
}

function rewriteRuns(
  text: string,
  { runs, decode, encode }: Encoding,
  rewrite: (decoded: string, name: string | undefined) => string,
): string {
  return text.replace(runs, (run: string, offset: number) => {
    const decoded = decode(run);
    if (decoded === undefined || decoded === run) return run;
    const changed = rewrite(decoded, nameBefore(text, offset));
    return changed === decoded ? run : encode(changed, run);
  });
}

/** `name` of `name=…`, as queries, forms and logs have it; percent-encoded as the value is. */
function nameBefore(text: string, offset: number): string | undefined {
  if (text[offset - 1] !== '=') return undefined;
  const [, name] = /([\w.%-]{1,120})=$/.exec(text.slice(Math.max(0, offset - 121), offset)) ?? [];
  return name === undefined ? undefined : (percentEncoding.decode(name) ?? name);
}
