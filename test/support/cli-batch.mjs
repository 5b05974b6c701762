// Runs commands of the built command line in one process, one after the other. On standard input a line of JSON for each:
// its arguments and its whole environment. Behind what it wrote come a NUL, its exit code and another NUL on standard
// output, and a NUL on standard error. One that ends the process ends it here too.
import 'reflect-metadata';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';

const { program } = await import(pathToFileURL(process.argv[2]).href);
for await (const line of createInterface({ input: process.stdin })) {
  const { args, environment } = JSON.parse(line);
  for (const name of Object.keys(process.env)) delete process.env[name];
  Object.assign(process.env, environment);
  process.exitCode = 0;
  await program().parseAsync(args, { from: 'user' });
  process.stderr.write('\0');
  process.stdout.write(`\0${process.exitCode}\0`);
}
