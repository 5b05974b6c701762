import type { OperatorSettings } from '../anonymize-request.schema.js';

/** Whose data it is: what is encrypted or hashed for one client means nothing to another. */
export interface OperatorCaller {
  readonly clientId: string;
}

/** One of Presidio's anonymizers. A new one is a file in this folder and a line in its list. */
export interface WireOperator {
  readonly name: string;
  /**
   * What the settings make of a value.
   *
   * @throws UnprocessableRequestError when the settings are not good, before any value is looked at.
   */
  prepare(settings: OperatorSettings, caller: OperatorCaller): (value: string, entityType: string) => string;
}
