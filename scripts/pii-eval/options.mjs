import { parseArgs } from 'node:util';
import { UsageError } from './usage-error.mjs';

export const HELP = `Usage: npm run pii:eval -- --data FILE.jsonl [options]

Compares the detector with labelled texts. Each line of FILE is one JSON object:
  {"text": "…", "spans": [{"start": 3, "end": 8, "type": "PERSON"}]}
Offsets are UTF-16 units (as in JavaScript strings), end is exclusive; other members are ignored.
A row without spans is a clean row: whatever is found there is a false alarm.

  --data FILE       the labelled rows; may be given several times
  --types A,B       look at these types only
  --contextual      look for dates, places, organisations and the like as well, which policies act on
                    only when told to; without it only --types may name them
  --map FILE        JSON object: label of the data -> type of the detector, or null to leave it out.
                    The labels of Presidio, KLUE-NER, WNUT-17 and KDPII are understood without one
  --threshold N     only findings with at least this score (0 to 1; below 0.5 nothing is reported anyway)
  --all             labels of types that the detector does not have count as missed
  --strict          findings of types that the data never labels count as false alarms
  --by FIELD        figures for each value of a member of the rows as well: lang, doc …
  --errors N        show N misses and N false alarms, each with its surroundings
  --json            one JSON object on standard output instead of tables
  --help

Exact: same start, end and type. Overlapping: same type and at least one character in common.
Exit code: 0, or 2 when the options or the data cannot be used.`;

const OPTIONS = {
  data: { type: 'string', multiple: true, default: [] },
  types: { type: 'string' },
  contextual: { type: 'boolean', default: false },
  map: { type: 'string' },
  threshold: { type: 'string', default: '0' },
  all: { type: 'boolean', default: false },
  strict: { type: 'boolean', default: false },
  by: { type: 'string' },
  errors: { type: 'string', default: '0' },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
};

/** The options of a command line, checked. */
export function readOptions(args) {
  const values = parse(args);
  if (values.help) return values;
  if (values.data.length === 0)
    throw new UsageError('--data FILE.jsonl is missing; --help shows the options');
  return {
    ...values,
    types: values.types
      ?.split(',')
      .map((type) => type.trim())
      .filter(Boolean),
    threshold: numberOf('threshold', values.threshold, 0, 1),
    errors: Math.floor(numberOf('errors', values.errors, 0, 100_000)),
  };
}

function parse(args) {
  try {
    return parseArgs({ args, options: OPTIONS }).values;
  } catch (error) {
    throw new UsageError(`${error.message.split('. To specify')[0]}; --help shows the options`);
  }
}

function numberOf(name, text, low, high) {
  const value = Number(text);
  if (text.trim() !== '' && value >= low && value <= high) return value;
  throw new UsageError(`--${name} is a number from ${low} to ${high}, not "${text}"`);
}
