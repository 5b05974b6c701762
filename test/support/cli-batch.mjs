// Runs commands of the built command line in one process, one after the other: argument lists as lines of JSON on
// standard input, answers on standard output, each closed by a NUL. The first that fails ends it.
import 'reflect-metadata';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const { program } = await import(pathToFileURL(process.argv[2]).href);
for await (const line of createInterface({ input: process.stdin })) {
  await program().parseAsync(JSON.parse(line), { from: 'user' });
  if (process.exitCode !== undefined) process.exit();
  process.stdout.write('\0');
}
