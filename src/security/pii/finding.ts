/** Kinds of personal data the built-in recognizers tell apart. */
export type EntityType =
  | 'PERSON'
  | 'EMAIL'
  | 'PHONE'
  | 'ADDRESS'
  | 'DATE_OF_BIRTH'
  | 'KR_RRN'
  | 'KR_FRN'
  | 'KR_BRN'
  | 'KR_CRN'
  | 'KR_DRIVER_LICENSE'
  | 'KR_VEHICLE'
  | 'PASSPORT'
  | 'US_SSN'
  | 'CREDIT_CARD'
  | 'BANK_ACCOUNT'
  | 'IBAN'
  | 'IP_ADDRESS'
  | 'URL_CREDENTIALS'
  /** A whole field that its policy declares personal, whatever stands in it. */
  | 'DECLARED';

/** Personal data in a text: where and how sure; never the value. Offsets are UTF-16 units, `end` is exclusive. */
export interface Finding {
  readonly entityType: EntityType;
  readonly start: number;
  readonly end: number;
  /** Confidence between 0 and 1; findings below `REPORT_THRESHOLD` are not reported. */
  readonly score: number;
  /** Name of the recognizer that decided. */
  readonly recognizer: string;
}

export const REPORT_THRESHOLD = 0.5;
