// Runs several commands of the built command line in one process, one after the other: argument lists as JSON on
// standard input, answers on standard output, each closed by a NUL.
import 'reflect-metadata';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

const { program } = await import(pathToFileURL(process.argv[2]).href);
for (const args of JSON.parse(await text(process.stdin))) {
  await program().parseAsync(args, { from: 'user' });
  process.stdout.write('\0');
}
