import { UnprocessableRequestError } from '../presidio-error.js';
import type { OperatorSettings } from './anonymize-request.schema.js';
import type { OperatorCaller, WireOperator } from './operators/wire-operator.js';

type Apply = (value: string, entityType: string) => string;

/** Key of the operator for all types that have none of their own. */
const DEFAULT = 'DEFAULT';

export interface ChosenOperator {
  readonly name: string;
  readonly apply: Apply;
}

/** Which operator a request wants for which type; its settings are checked before anything is changed. */
export class OperatorChoice {
  private readonly byType: ReadonlyMap<string, ChosenOperator>;

  /**
   * @param fallback settings for types that the request does not name.
   * @throws UnprocessableRequestError for operators that do not exist and settings that are not good.
   */
  constructor(
    known: ReadonlyMap<string, WireOperator>,
    wanted: ReadonlyMap<string, OperatorSettings>,
    fallback: OperatorSettings,
    caller: OperatorCaller,
  ) {
    const all = new Map([[DEFAULT, fallback], ...wanted]);
    this.byType = new Map([...all].map(([type, settings]) => [type, chosen(known, settings, caller)]));
  }

  for(entityType: string): ChosenOperator {
    return this.byType.get(entityType) ?? this.byType.get(DEFAULT)!;
  }
}

function chosen(
  known: ReadonlyMap<string, WireOperator>,
  settings: OperatorSettings,
  caller: OperatorCaller,
): ChosenOperator {
  const operator = known.get(settings.type);
  if (operator === undefined)
    throw new UnprocessableRequestError(
      `Invalid operator; the operators are ${[...known.keys()].join(', ')}`,
    );
  return { name: operator.name, apply: operator.prepare(settings, caller) };
}
