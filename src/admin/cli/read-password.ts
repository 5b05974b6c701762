import { CommandError } from './command-error.js';

const END_OF_LINE = new Set(['\r', '\n']);
const INTERRUPT = '\u0003';
const END_OF_INPUT = '\u0004';
const DELETE = new Set(['\u007f', '\b']);
/** More than any password; whoever pipes a file in by mistake is told so. */
const MAXIMUM_PIPED = 4_096;

/**
 * A password, never from the command line, where other users of the machine see it and shells remember it: typed twice
 * without echo at a terminal, else the first line of standard input.
 *
 * @throws CommandError when there is none, or the two differ.
 */
export async function readPassword(input: NodeJS.ReadStream = process.stdin): Promise<string> {
  if (!input.isTTY) return firstLine(await readPiped(input));
  const password = await ask(input, 'Password: ');
  if ((await ask(input, 'Once more: ')) !== password) throw new CommandError('The two passwords differ.');
  return password;
}

/**
 * Another's secret, which is known already: typed once without echo, else the first line of standard input.
 *
 * @throws CommandError when there is none.
 */
export async function readSecret(input: NodeJS.ReadStream = process.stdin): Promise<string> {
  const secret = input.isTTY
    ? await ask(input, 'Client secret: ')
    : (await readPiped(input)).split(/\r?\n/)[0];
  if (secret === undefined || secret === '') throw new CommandError('There is no secret on standard input.');
  return secret;
}

async function readPiped(input: NodeJS.ReadStream): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of input) {
    chunks.push(Buffer.from(chunk as Buffer));
    length += chunks.at(-1)?.length ?? 0;
    if (length > MAXIMUM_PIPED) throw new CommandError('Standard input is longer than a password can be.');
  }
  return Buffer.concat(chunks).toString('utf8');
}

function firstLine(text: string): string {
  const [line = ''] = text.split(/\r?\n/);
  if (line === '')
    throw new CommandError('Give the password on standard input, or have one made by --generate-password.');
  return line;
}

/** On standard error, so that standard output holds the answer and nothing else. */
async function ask(input: NodeJS.ReadStream, question: string): Promise<string> {
  process.stderr.write(question);
  input.setRawMode(true);
  try {
    return await readLine(input.setEncoding('utf8').resume());
  } finally {
    input.setRawMode(false);
    input.pause();
    process.stderr.write('\n');
  }
}

function readLine(input: NodeJS.ReadStream): Promise<string> {
  return new Promise((done, fail) => {
    let typed: string[] = [];
    const onData = (text: string) => {
      for (const character of text) {
        if (END_OF_LINE.has(character) || character === END_OF_INPUT)
          return finish(() => done(typed.join('')));
        if (character === INTERRUPT) return finish(() => fail(new CommandError('Interrupted.')));
        typed = DELETE.has(character) ? typed.slice(0, -1) : [...typed, character];
      }
    };
    const finish = (settle: () => void) => {
      input.off('data', onData);
      settle();
    };
    input.on('data', onData);
  });
}
