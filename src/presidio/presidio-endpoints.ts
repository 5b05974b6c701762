/** Paths below `/pii` that Presidio's analyzer and anonymizer have too. */
export const PRESIDIO_ENDPOINTS = [
  'analyze',
  'supportedentities',
  'recognizers',
  'anonymize',
  'anonymizers',
  'deanonymize',
  'deanonymizers',
  'health',
] as const;
