import fc from 'fast-check';
import { eventsOf } from './event-stream.js';
import { WireError } from './peer-errors.js';

async function read(text: string, piece: number, maximum = 1_000, position = {}): Promise<string[]> {
  const bytes = Buffer.from(text);
  async function* chunks(): AsyncGenerator<Buffer> {
    for (let at = 0; at < bytes.length; at += piece) yield bytes.subarray(at, at + piece);
    await Promise.resolve();
  }
  const events: string[] = [];
  for await (const event of eventsOf(chunks(), maximum, position)) events.push(event);
  return events;
}

describe('eventsOf', () => {
  it.each<[string, string, string[]]>([
    ['one event', 'event: message\ndata: {"a":1}\n\n', ['{"a":1}']],
    ['several', 'data: 1\n\ndata: 2\n\n', ['1', '2']],
    ['data of several lines', 'data: a\ndata: b\n\n', ['a\nb']],
    ['carriage returns', 'data: a\r\n\r\ndata: b\r\r', ['a', 'b']],
    ['no blank after the colon', 'data:a\n\n', ['a']],
    ['letters of several octets', 'data: 홍길동\n\n', ['홍길동']],
    ['comments, ids and other fields', ': hello\nid: 7\nretry: 10\ndata: a\n\n', ['a']],
    ['an event without data', 'id: 7\ndata:\n\ndata: a\n\n', ['a']],
    ['another type of event', 'event: endpoint\ndata: /x\n\ndata: a\n\n', ['a']],
    ['an event that never ends', 'data: a\n\ndata: b\n', ['a']],
  ])('reads %s, however it is cut', async (_what, text, expected) => {
    for (const piece of [1, 2, 3, 1_000]) expect(await read(text, piece)).toEqual(expected);
  });

  it.each<[string, string, object]>([
    ['an id and when to come back', 'id: 7\nretry: 10\ndata: a\n\n', { lastEventId: '7', retryMs: 10 }],
    ['the last of several', 'id: 7\ndata: a\n\nid: 8\ndata: b\n\ndata: c\n\n', { lastEventId: '8' }],
    ['an id without data', 'id: 7\ndata: \n\n', { lastEventId: '7' }],
    ['that there is none any more', 'id: 7\n\nid\n\n', { lastEventId: '' }],
    ['nothing of an event that is not whole', 'data: a\n\nid: 7\ndata: b\n', {}],
    ['nothing by ids that no header carries', 'id: a\0\n\nid: \u0001\n\n', {}],
    ['nothing by what is no number', 'retry: soon\n\nretry: -1\n\n', {}],
  ])('knows from the stream %s', async (_what, text, expected) => {
    for (const piece of [1, 2, 3, 1_000]) {
      const position = {};
      await read(text, piece, 1_000, position);
      expect(position).toEqual(expected);
    }
  });

  it.each([
    ['a line', `data: ${'x'.repeat(200)}`],
    ['an event of many lines', 'data: xxxxxxxxx\n'.repeat(30)],
  ])('gives up at %s without end', async (_what, text) => {
    await expect(read(text, 10, 100)).rejects.toThrow(WireError);
  });

  it('reads the same as from the whole text, wherever it is cut', async () => {
    const words = fc.constantFrom(
      'data: a',
      'data:b',
      'data',
      'event: message',
      'event: x',
      ': c',
      'id: 1',
      '홍',
    );
    const ends = fc.constantFrom('\n', '\r', '\r\n', '\n\n', '\r\r', '\r\n\r\n');
    const texts = fc.array(fc.oneof(words, ends), { maxLength: 40 }).map((parts) => parts.join(''));
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 9 }), async (text, piece) => {
        expect(await read(text, piece)).toEqual(eventsInWhole(text));
      }),
    );
  });

  it('looks at each character of a long event once', async () => {
    const length = 2_097_152;
    const piece = 256;
    const long = `data: ${'x'.repeat(length)}\n\n`;
    const short = `data: ${'x'.repeat(piece)}\n\n`.repeat(length / piece);
    const took = async (text: string) => {
      const startedAt = performance.now();
      await read(text, piece, 2 * length);
      return performance.now() - startedAt;
    };
    await took(short);
    // As many octets in many events are the floor; to look at the whole again for each piece takes hundreds of times as long.
    expect(await took(long)).toBeLessThan(20 * (await took(short)));
  });
});

/** From a text that is there as a whole. */
function eventsInWhole(text: string): string[] {
  const events: string[] = [];
  let data: string[] = [];
  let type = '';
  for (const line of text.split(/\r\n|\n|\r/).slice(0, -1)) {
    const [, field = '', value = ''] = /^([^:]*):? ?(.*)$/.exec(line)!;
    if (field === 'data') data.push(value);
    if (field === 'event') type = value;
    if (line !== '') continue;
    // As far as that matters to JSON: empty lines before anything else are none.
    const said = data.reduce((before, value) => (before === '' ? value : `${before}\n${value}`), '');
    if (said !== '' && (type === '' || type === 'message')) events.push(said);
    data = [];
    type = '';
  }
  return events;
}
