import { PassThrough, Readable } from 'node:stream';
import { CommandError } from './command-error.js';
import { readPassword } from './read-password.js';

const piped = (text: string) => Readable.from([Buffer.from(text)]) as unknown as NodeJS.ReadStream;

/** A terminal at which somebody types, one line for each question; it says whether it would have echoed. */
function terminal(...lines: string[]) {
  const stream = new PassThrough();
  const modes: boolean[] = [];
  const input = Object.assign(stream, {
    isTTY: true,
    setRawMode(mode: boolean) {
      modes.push(mode);
      const line = mode ? lines.shift() : undefined;
      if (line !== undefined) setImmediate(() => stream.write(line));
      return input;
    },
  });
  return { input: input as unknown as NodeJS.ReadStream, modes };
}

describe('readPassword', () => {
  it.each([
    ['a line', 'the tram\n', 'the tram'],
    ['a line without its end', 'the tram', 'the tram'],
    ['a line of Windows', 'the tram\r\n', 'the tram'],
    ['the first of several', 'the tram\nwas late\n', 'the tram'],
    ['spaces as they are', '  the tram  \n', '  the tram  '],
  ])('reads %s from a pipe', async (_what, text, expected) => {
    expect(await readPassword(piped(text))).toBe(expected);
  });

  it.each([
    ['nothing', ''],
    ['an empty line', '\nmore\n'],
    ['a file', 'x'.repeat(5_000)],
  ])('refuses %s from a pipe', async (_what, text) => {
    await expect(readPassword(piped(text))).rejects.toBeInstanceOf(CommandError);
  });

  it('asks twice at a terminal, without echo, and takes corrections', async () => {
    const { input, modes } = terminal('the trax\u007fm\r', 'the tram\r');
    expect(await readPassword(input)).toBe('the tram');
    expect(modes).toEqual([true, false, true, false]);
  });

  it('refuses two that differ', async () => {
    await expect(readPassword(terminal('one\r', 'other\r').input)).rejects.toThrow('differ');
  });

  it('stops at Ctrl-C and gives the terminal back', async () => {
    const { input, modes } = terminal('sec\u0003');
    await expect(readPassword(input)).rejects.toThrow('Interrupted');
    expect(modes).toEqual([true, false]);
  });
});
