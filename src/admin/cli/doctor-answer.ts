import type { Finding, Generation, Report, Step } from '../../doctor/index.js';
import type { Answer } from './output.js';

type Labels = Readonly<Record<Generation, { readonly label: string }>>;

const MARKS: Readonly<Record<Step['status'], string>> = {
  passed: 'ok',
  warning: 'note',
  failed: 'FAILED',
  skipped: '-',
};
const MARK_WIDTH = 8;
const INDENT = ' '.repeat(MARK_WIDTH + 2);

/** The report for programs, and as a list of steps with a verdict for people. */
export function answerOf(report: Report, labels: Labels): Answer {
  return { json: toJson(report), text: toText(report, labels) };
}

/** What a step is called. */
export function wordsOf(name: Step['name']): string {
  return name.replaceAll('_', ' ');
}

function toJson({ url, verdict, causes, warnings, clients, steps }: Report): object {
  return {
    url,
    verdict,
    causes: causes.map(findingJson),
    warnings: warnings.map(findingJson),
    clients,
    steps: steps.map(({ name, client, status, detail, findings }) => ({
      name,
      client,
      status,
      detail,
      findings: findings.map(({ code }) => code),
    })),
  };
}

function findingJson({ code, problem, mend, stops }: Finding): object {
  return { code, problem, mend, stops };
}

function toText(report: Report, labels: Labels): string {
  const sections = sectionsOf(report, labels).map(([title, steps]) =>
    [title, ...steps.flatMap((step) => linesOf(step))].join('\n'),
  );
  return [`Connection doctor: ${report.url}`, ...sections, verdictOf(report)].join('\n\n');
}

function sectionsOf({ steps }: Report, labels: Labels): [string, Step[]][] {
  const of = (client: Step['client']) => steps.filter((step) => step.client === client);
  const sections: [string, Step[]][] = [
    ['For all clients', of('all')],
    [`As ${labels.v2.label}`, of('v2')],
    [`As ${labels.v1.label}`, of('v1')],
  ];
  return sections.filter(([, taken]) => taken.length > 0);
}

function linesOf({ name, status, detail, findings }: Step): string[] {
  const line = `  ${MARKS[status].padEnd(MARK_WIDTH)}${wordsOf(name)}: ${detail}`;
  return findings.length === 0 ? [line] : [line, `${INDENT}${codesOf(findings)}`];
}

function codesOf(findings: readonly Finding[]): string {
  return [...new Set(findings.map(({ code }) => code))].join(', ');
}

function explained(title: string, findings: readonly Finding[]): string {
  return [
    title,
    ...findings.flatMap(({ code, problem, mend }, index) => [
      `  ${index + 1}. ${code}: ${problem}`,
      `     To mend it: ${mend}`,
    ]),
  ].join('\n');
}

function verdictOf({ verdict, causes, warnings, clients }: Report): string {
  const reached = (Object.keys(clients) as Generation[])
    .map((each) => `${each} ${clients[each].connects ? 'gets as far as was tried' : 'is stopped'}`)
    .join(', ');
  const notes = warnings.length === 0 ? [] : [explained('Worth knowing:', warnings)];
  const wrong = causes.length === 0 ? [] : [explained('Wrong:', causes)];
  const line =
    verdict === 'well'
      ? `Verdict: well (${reached})`
      : `Verdict: ${causes.length} to mend, ${codesOf(causes)} (${reached})`;
  return [...notes, ...wrong, line].join('\n\n');
}
