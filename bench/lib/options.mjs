import { parseArgs } from 'node:util';

export const GROUPS = [
  'token',
  'code',
  'refresh',
  'hello',
  'stateless',
  'session',
  'gateway',
  'start',
  'sessions',
  'pii',
];
const PROFILED = ['token', 'code', 'refresh', 'hello', 'stateless', 'session'];

export const USAGE = `Measures Gatehouse beside its floors and peers, in one run on one machine.

  npm run build && npm run bench -- [options]

  --only <names>       some of: ${GROUPS.join(', ')} (comma-separated)
  --quick              one short round: shows that everything runs, proves no number
  --rounds <n>         rounds of each contestant (default 3)
  --seconds <n>        seconds of load in a round (default 2)
  --tool <name>        the tool that tools/call calls (default high_security_operation)
  --arguments <json>   its arguments
  --json <file>        writes every round to a file
  --profile <name>     one of: ${PROFILED.join(', ')}; where the service spends its time, instead of a comparison
  --help

The service must be built. It runs on a new database of BENCH_DATABASE_URL, else of a PostgreSQL server at
127.0.0.1:5432, else on the embedded database. GATEHOUSE_DIST names another build than dist/.
`;

const DEFAULT_TOOL = {
  name: 'high_security_operation',
  arguments: { operation_data: 'Machine 7 reports a vibration of 3.2 mm/s since 06:00' },
};

/**
 * @param {string[]} args
 * @throws Error saying which option is wrong
 */
export function readOptions(args) {
  const { values } = parseArgs({
    args,
    options: {
      only: { type: 'string' },
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      seconds: { type: 'string' },
      tool: { type: 'string' },
      arguments: { type: 'string' },
      json: { type: 'string' },
      profile: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  return {
    help: values.help,
    json: values.json,
    profile: values.profile === undefined ? undefined : oneOf(PROFILED, values.profile),
    groups: (values.only?.split(',') ?? GROUPS).map((name) => oneOf(GROUPS, name.trim())),
    rounds: positive(values.rounds ?? (values.quick ? 1 : 3), 'rounds'),
    seconds: positive(values.seconds ?? (values.quick ? 0.5 : 2), 'seconds'),
    warmUpAnswers: values.quick ? 1 : 5_000,
    tool: toolCall(values.tool, values.arguments),
  };
}

function toolCall(name, json) {
  if (name === undefined && json === undefined) return DEFAULT_TOOL;
  return { name: name ?? DEFAULT_TOOL.name, arguments: json === undefined ? {} : JSON.parse(json) };
}

function oneOf(known, name) {
  if (known.includes(name)) return name;
  throw new Error(`${name} is none of ${known.join(', ')}`);
}

function positive(text, name) {
  const number = Number(text);
  if (number > 0) return number;
  throw new Error(`--${name} wants a number above 0`);
}
