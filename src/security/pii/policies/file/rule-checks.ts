/** A rule as it stands in the file, whatever else is wrong with it. */
type RawRule = Readonly<Record<string, unknown>>;

export interface RuleProblem {
  /** Member of the rule at which it shows; undefined: the rule as a whole. */
  readonly member?: string;
  readonly message: string;
}

const OUTCOMES = ['action', 'reveals', 'onRecognizerFailure'];
/** Options are about an origin and a caller, not about single findings. */
const OPTIONS = ['reveals', 'onRecognizerFailure'];
const OF_FINDINGS = ['fields', 'types', 'direction', 'minScore'];

/** What is wrong between the members of one rule. */
export function checkRule(rule: RawRule): RuleProblem[] {
  return [...checkOutcome(rule), ...checkOptions(rule), ...checkDeterministic(rule)];
}

function checkOutcome(rule: RawRule): RuleProblem[] {
  return OUTCOMES.some((member) => rule[member] !== undefined)
    ? []
    : [{ message: `the rule does nothing; give it one of ${OUTCOMES.join(', ')}` }];
}

function checkOptions(rule: RawRule): RuleProblem[] {
  const selector = OF_FINDINGS.find((member) => rule[member] !== undefined);
  if (selector === undefined) return [];
  return OPTIONS.filter((member) => rule[member] !== undefined).map((member) => ({
    member,
    message: `${member} goes for everything an origin does, so it cannot stand beside ${selector}; write a rule of its own`,
  }));
}

function checkDeterministic({ deterministic, action }: RawRule): RuleProblem[] {
  return deterministic === undefined || action === 'encrypt'
    ? []
    : [{ member: 'deterministic', message: 'deterministic is about tokens; it needs action: encrypt' }];
}
