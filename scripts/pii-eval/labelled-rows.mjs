import { readFileSync } from 'node:fs';
import { UsageError } from './usage-error.mjs';

const SHOWN_PROBLEMS = 20;

/**
 * Rows of JSONL files. Every problem is named with its line before anything is evaluated.
 *
 * @param {string[]} files
 * @returns {{ file: string, line: number, text: string, spans: { start: number, end: number, type: string }[] }[]}
 */
export function readRows(files) {
  const problems = [];
  const rows = files.flatMap((file) => rowsOf(file, readText(file), problems));
  if (problems.length > 0) throw new UsageError(describe(problems));
  if (rows.length === 0) throw new UsageError(`${files.join(', ')}: no rows`);
  return rows;
}

/**
 * Rows of the text of one file; what is wrong with a line is added to `problems`.
 *
 * @param {string} file
 * @param {string} content
 * @param {string[]} problems
 * @returns {{ file: string, line: number, text: string, spans: { start: number, end: number, type: string }[] }[]}
 */
export function rowsOf(file, content, problems) {
  const rows = [];
  const lines = content.replace(/^\uFEFF/, '').split(/\r?\n/);
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '') continue;
    const row = parseRow(line);
    const problem = typeof row === 'string' ? row : problemOf(row);
    if (problem) problems.push(`${file}:${index + 1}: ${problem}`);
    else rows.push({ ...row, spans: row.spans ?? [], file, line: index + 1 });
  }
  return rows;
}

function readText(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const why =
      error.code === 'ENOENT' ? 'no such file' : error.code === 'EISDIR' ? 'is a folder' : error.code;
    throw new UsageError(`${file}: ${why}`);
  }
}

function parseRow(line) {
  try {
    return JSON.parse(line);
  } catch {
    return 'not JSON; each line is one object';
  }
}

/** What is wrong with a row, or nothing. */
function problemOf(row) {
  if (row === null || typeof row !== 'object' || Array.isArray(row)) return 'not an object';
  if (typeof row.text !== 'string') return 'text is not a string';
  if (row.spans !== undefined && !Array.isArray(row.spans)) return 'spans is not an array';
  for (const [index, span] of (row.spans ?? []).entries()) {
    const problem = spanProblem(span, row.text.length);
    if (problem) return `spans[${index}]${problem}`;
  }
  return undefined;
}

function spanProblem(span, length) {
  if (span === null || typeof span !== 'object') return ' is not an object';
  if (typeof span.type !== 'string' || span.type.trim() === '') return '.type is not a name';
  for (const name of ['start', 'end']) {
    if (!Number.isInteger(span[name]) || span[name] < 0) return `.${name} is not a whole number from 0 on`;
  }
  if (span.end <= span.start) return `.end is ${span.end}, not after .start ${span.start}`;
  if (span.end > length) return `.end is ${span.end}, beyond the text's ${length} UTF-16 units`;
  return undefined;
}

function describe(problems) {
  const more = problems.length - SHOWN_PROBLEMS;
  return [...problems.slice(0, SHOWN_PROBLEMS), ...(more > 0 ? [`… and ${more} more lines`] : [])].join('\n');
}
