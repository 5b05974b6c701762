import type { INestApplicationContext } from '@nestjs/common';
import { Command } from 'commander';
import {
  loadPolicyFile,
  SELECTORS,
  type KnownNames,
  type PolicyFile,
  type Selector,
} from '../../../security/pii/index.js';
import { PolicyNames } from '../../policies/policy-names.js';
import { PolicyReplay } from '../../policies/replay/policy-replay.js';
import type { ReplayReport } from '../../policies/replay/replay-summary.js';
import { instant, repeat, wholeNumber } from '../options.js';
import { fields, table, type Answer } from '../output.js';
import { serve } from '../serve.js';

const PROGRESS_EVERY = 10_000;

interface CheckOptions {
  readonly origin?: readonly string[];
}

interface ReplayOptions extends CheckOptions {
  readonly policy: string;
  readonly from: string;
  readonly to?: string;
  readonly limit?: string;
  readonly failOnChange?: boolean;
}

/** Loaded by these commands alone: the others need no tools. */
const withEverything = async () => (await import('../policy-cli.module.js')).PolicyCliModule;

/** `policy check|replay` */
export function policyCommand(): Command {
  return new Command('policy')
    .description('policies on personal data: check a file, and try it on what was recorded')
    .addCommand(checkCommand())
    .addCommand(replayCommand());
}

function checkCommand(): Command {
  return new Command('check')
    .description('name every mistake of a policy file, with its line')
    .argument('<file>', 'YAML or JSON')
    .option('--origin <origin>', 'another that exists, such as tool:my_own; repeat it for each', repeat)
    .action(
      serve(async (services, path: string, options: CheckOptions) => {
        const { version, rules } = await load(services, path, options);
        return {
          json: { version, rules: rules.length },
          text: `${path} is usable: version ${version}, ${rules.length} rule(s)`,
        };
      }, withEverything),
    );
}

function replayCommand(): Command {
  return new Command('replay')
    .description('show what a policy file would have changed about recorded decisions')
    .requiredOption('--policy <file>', 'YAML or JSON')
    .requiredOption('--from <instant>', 'ISO 8601, such as 2027-01-31 or 2027-01-31T09:00:00Z')
    .option('--to <instant>', 'exclusive; now by default')
    .option('--limit <number>', 'records at most, the oldest first')
    .option('--fail-on-change', 'exit with status 1 when anything would change')
    .option('--origin <origin>', 'another that exists, such as tool:my_own; repeat it for each', repeat)
    .action(serve(replay, withEverything));
}

async function replay(services: INestApplicationContext, options: ReplayOptions): Promise<Answer> {
  const period = {
    from: instant(options.from, '--from'),
    ...(options.to !== undefined && { to: instant(options.to, '--to') }),
    ...(options.limit !== undefined && { limit: wholeNumber(options.limit, 1, '--limit') }),
  };
  const file = await load(services, options.policy, options);
  const report = await services.get(PolicyReplay).run(file, period, tellProgress);
  if (options.failOnChange === true && report.changes.length > 0) process.exitCode = 1;
  return { json: toJson(file, report), text: toText(file, report) };
}

async function load(
  services: INestApplicationContext,
  path: string,
  { origin = [] }: CheckOptions,
): Promise<PolicyFile> {
  const known = services.get(PolicyNames).known();
  return loadPolicyFile(path, { ...known, origins: withOrigins(known.origins, origin) });
}

/** The command line does not load a developer's own modules, so it has to be told what they declare. */
function withOrigins(known: KnownNames['origins'], further: readonly string[]): KnownNames['origins'] {
  const named = (kind: string) =>
    further.filter((origin) => origin.startsWith(`${kind}:`)).map((origin) => origin.slice(kind.length + 1));
  const entries = (Object.keys(SELECTORS) as Selector[]).map((selector) => {
    const names = known[selector];
    return [selector, names && [...names, ...named(SELECTORS[selector])]];
  });
  return Object.fromEntries(entries) as KnownNames['origins'];
}

/** On standard error, so that the answer stays one document. */
function tellProgress(read: number): void {
  if (read % PROGRESS_EVERY === 0) process.stderr.write(`${read} records read\n`);
}

function toJson({ version, rules }: PolicyFile, report: ReplayReport): object {
  return {
    policy: { version, rules: rules.length },
    records: report.records,
    findings: report.findings,
    calls_changed: report.callsChanged,
    calls_newly_rejected: report.callsNewlyRejected,
    calls_no_longer_rejected: report.callsNoLongerRejected,
    unknown_targets: report.unknownTargets,
    changes: report.changes.map((change) => ({
      origin: change.origin,
      direction: change.direction,
      entity_type: change.entityType,
      path: change.path,
      before: change.before,
      after: change.after,
      findings: change.findings,
      examples: change.examples,
    })),
  };
}

function toText({ version }: PolicyFile, report: ReplayReport): string {
  const summary = fields([
    ['policy', version],
    ['records with personal data', report.records],
    ['calls that would change', report.callsChanged],
    ['  now rejected', report.callsNewlyRejected],
    ['  no longer rejected', report.callsNoLongerRejected],
    [
      'records of what is no more',
      Object.values(report.unknownTargets).reduce((sum, count) => sum + count, 0),
    ],
  ]);
  const rows = report.changes.map((change) => [
    change.origin,
    change.direction,
    change.entityType,
    change.path,
    `${change.before} -> ${change.after}`,
    change.findings,
    change.examples[0],
  ]);
  const headings = ['origin', 'way', 'type', 'path', 'change', 'findings', 'example record'];
  return rows.length === 0 ? `${summary}\nNothing would change.` : `${summary}\n\n${table(headings, rows)}`;
}
