import type { Logger } from '@nestjs/common';
import { StringDecoder } from 'node:string_decoder';
import { HiddenSecrets } from './hidden-secrets.js';

/** Characters of one line; more is cut off. */
const LONGEST_LINE = 1_000;
/** Lines a minute that are logged; a child that complains more is told of once. */
const LINES_PER_MINUTE = 120;
/** Characters that are looked at beyond, so that personal data is not cut before it is recognised. */
const MARGIN = 256;

/** Logs what a child writes to its standard error, without the secrets it was given and with personal data masked. */
export async function logComplaints(
  chunks: AsyncIterable<Buffer>,
  upstream: string,
  { logger, mask, secrets }: { logger: Logger; mask: (text: string) => string; secrets: readonly string[] },
): Promise<void> {
  const hidden = new HiddenSecrets(secrets);
  // What is cut off is cut behind whatever has to be recognised as a whole.
  const kept = LONGEST_LINE + MARGIN + hidden.longest;
  const allowance = new LineAllowance();
  for await (const line of linesOf(chunks, kept)) {
    const verdict = allowance.take();
    if (verdict === 'refused') continue;
    const shown = mask(hidden.hide(line, LONGEST_LINE + MARGIN));
    const { length } = hidden.hide(line, LONGEST_LINE);
    logger.log({ msg: 'MCP server said', upstream, line: shown.slice(0, length).trimEnd() });
    if (verdict === 'last')
      logger.warn({ msg: 'MCP server says too much; the rest of the minute is left out', upstream });
  }
}

class LineAllowance {
  private minute = 0;
  private lines = 0;

  take(): 'taken' | 'last' | 'refused' {
    const minute = Math.floor(Date.now() / 60_000);
    if (minute !== this.minute) this.lines = 0;
    this.minute = minute;
    this.lines += 1;
    if (this.lines > LINES_PER_MINUTE) return 'refused';
    return this.lines === LINES_PER_MINUTE ? 'last' : 'taken';
  }
}

/** A line that is cut off is cut before it is kept: a child must not fill our memory with one. */
async function* linesOf(chunks: AsyncIterable<Buffer>, maximum: number): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + decoder.write(chunk)).split('\n');
    rest = (lines.pop() ?? '').slice(0, maximum);
    for (const line of lines) if (line.trim() !== '') yield line.slice(0, maximum).trimEnd();
  }
  if (rest.trim() !== '') yield rest;
}
