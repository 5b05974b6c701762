import { GENERATIONS, type Finding, type Generation } from './finding.js';

/** The steps of a client on its way to the first answer, and what is looked at for all of them. */
export type StepName =
  | 'user_agents'
  | 'call_without_token'
  | 'protected_resource_metadata'
  | 'authorization_server_metadata'
  | 'registration'
  | 'authorization'
  | 'token'
  | 'first_call'
  | 'cors';

export interface Step {
  readonly name: StepName;
  /** Who took the step: an official client, or the doctor for all of them. */
  readonly client: Generation | 'all';
  readonly status: 'passed' | 'warning' | 'failed' | 'skipped';
  /** What was seen. */
  readonly detail: string;
  readonly findings: readonly Finding[];
}

export interface Report {
  readonly url: string;
  /** `well`: nothing but warnings was found. */
  readonly verdict: 'well' | 'ill';
  /** What is wrong, each once, the first that was met first. */
  readonly causes: readonly Finding[];
  readonly warnings: readonly Finding[];
  /** Whether each official client gets as far as was tried. */
  readonly clients: Readonly<Record<Generation, { readonly connects: boolean }>>;
  readonly steps: readonly Step[];
}

export function reportOf(url: string, steps: readonly Step[]): Report {
  const found = merged(steps.flatMap(({ findings }) => findings));
  const causes = found.filter(({ severity }) => severity === 'error');
  const connects = (client: Generation) =>
    !steps.some(
      (step) =>
        (step.client === client || step.client === 'all') &&
        step.findings.some(({ stops }) => stops.includes(client)),
    );
  return {
    url,
    verdict: causes.length === 0 ? 'well' : 'ill',
    causes,
    warnings: found.filter(({ severity }) => severity === 'warning'),
    clients: Object.fromEntries(
      GENERATIONS.map((each) => [each, { connects: connects(each) }]),
    ) as Report['clients'],
    steps,
  };
}

/** Each cause once, though both clients met it. */
function merged(findings: readonly Finding[]): Finding[] {
  const byText = new Map<string, Finding>();
  for (const finding of findings) {
    const key = `${finding.code} ${finding.problem}`;
    if (!byText.has(key)) byText.set(key, finding);
  }
  return [...byText.values()];
}
