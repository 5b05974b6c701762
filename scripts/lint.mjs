#!/usr/bin/env node
// `tsc --noEmit` and `eslint .` in one process: rules ask for what the compiler knows of the types, and finding that out
// again takes a third of the time of both.
import { ESLint } from 'eslint';
import ts from 'typescript';

const PROJECT = 'tsconfig.json';

/** @param {string} project */
function openProgram(project) {
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: refuse };
  const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(project, { noEmit: true }, host);
  return ts.createProgram({ rootNames: fileNames, options, configFileParsingDiagnostics: errors });
}

/** @param {ts.Diagnostic} diagnostic */
function refuse(diagnostic) {
  throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
}

/**
 * Whether the compiler has nothing to say.
 *
 * @param {ts.Program} program
 */
function hasTypes(program) {
  const diagnostics = ts.getPreEmitDiagnostics(program);
  const names = { getCanonicalFileName: (name) => name, getNewLine: () => '\n' };
  const host = { ...names, getCurrentDirectory: ts.sys.getCurrentDirectory };
  process.stdout.write(ts.formatDiagnostics(diagnostics, host));
  return diagnostics.length === 0;
}

/**
 * Whether no rule is broken. As `eslint .`, but for where the types come from.
 *
 * @param {ts.Program} program
 */
async function isInOrder(program) {
  const parserOptions = { projectService: false, programs: [program] };
  const eslint = new ESLint({ overrideConfig: { files: ['**/*.ts'], languageOptions: { parserOptions } } });
  const results = await eslint.lintFiles(['.']);
  const formatter = await eslint.loadFormatter();
  process.stdout.write(await formatter.format(results));
  return results.every(({ errorCount }) => errorCount === 0);
}

const program = openProgram(PROJECT);
const verdicts = [hasTypes(program), await isInOrder(program)];
process.exitCode = verdicts.every(Boolean) ? 0 : 1;
