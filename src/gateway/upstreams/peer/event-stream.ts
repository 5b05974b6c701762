import { StringDecoder } from 'node:string_decoder';
import { WireError } from './peer-errors.js';

const LINE_END = /\r\n|\n|\r/;

/** Where a stream is to be taken up again, and when. Says what the last whole event said, or one before it. */
export interface StreamPosition {
  /** HTML, server-sent events §9.2.4: empty or undefined when there is nowhere to begin again. */
  lastEventId?: string | undefined;
  /** Milliseconds the server wants to be left alone first. */
  retryMs?: number | undefined;
}

/**
 * The data of each event of a `text/event-stream` (HTML, server-sent events §9.2.6), as it arrives. Comments and events of
 * other types than `message` are left out.
 *
 * @param maximum characters of one event.
 * @param position is told what ids and `retry` fields say.
 * @throws WireError when an event is longer.
 */
export async function* eventsOf(
  chunks: AsyncIterable<Buffer>,
  maximum: number,
  position: StreamPosition = {},
): AsyncGenerator<string> {
  let event = NOTHING;
  for await (const line of linesOf(chunks, maximum)) {
    if (line !== '') event = read(event, line, maximum);
    else {
      note(event, position);
      if (isMessage(event)) yield event.data;
      event = NOTHING;
    }
  }
}

interface Event {
  readonly type: string;
  readonly data: string;
  readonly id?: string;
  readonly retry?: string;
}

/** What a header can carry; HTML leaves out ids with NULL, and no server can get back what HTTP does not let through. */
const SENDABLE_ID = /^[^\x00-\x1f\x7f]{0,1024}$/;

function note({ id, retry }: Event, position: StreamPosition): void {
  if (id !== undefined && SENDABLE_ID.test(id)) position.lastEventId = id;
  if (retry !== undefined && /^\d{1,9}$/.test(retry)) position.retryMs = Number(retry);
}

const NOTHING: Event = { type: '', data: '' };

/** One without data is none; servers send such to give an id to begin again from. */
function isMessage({ type, data }: Event): boolean {
  return data !== '' && (type === '' || type === 'message');
}

function read(event: Event, line: string, maximum: number): Event {
  const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/s.exec(line) ?? [];
  if (field === 'event') return { ...event, type: value };
  if (field === 'id' || field === 'retry') return { ...event, [field]: value };
  if (field !== 'data') return event;
  const data = event.data === '' ? value : `${event.data}\n${value}`;
  if (data.length > maximum) throw new WireError('too_large');
  return { ...event, data };
}

/**
 * Looks at each character once: what has no end yet waits in pieces. A carriage return at the end of a chunk may be half
 * of a line's end, so it waits for the next.
 */
async function* linesOf(chunks: AsyncIterable<Buffer>, maximum: number): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8');
  let pieces: string[] = [];
  let length = 0;
  let held = '';
  for await (const chunk of chunks) {
    const text = held + decoder.write(chunk);
    held = text.endsWith('\r') ? '\r' : '';
    const [first = '', ...lines] = text.slice(0, text.length - held.length).split(LINE_END);
    pieces.push(first);
    length += first.length;
    if (lines.length > 0) {
      yield pieces.join('');
      const last = lines.pop()!;
      yield* lines;
      pieces = [last];
      length = last.length;
    }
    if (length > maximum) throw new WireError('too_large');
  }
  if (held !== '') yield pieces.join('');
}
