import type { OperationText } from './operation-text.js';

const TEXT = { type: 'string' };
const NAMES = { 'application/json': { schema: { type: 'array', items: TEXT } } };
const OFFSET = { type: 'integer', minimum: 0 };
const SCORE = { type: 'number', minimum: 0, maximum: 1 };
const OFFSETS = {
  type: 'string',
  enum: ['code_points', 'utf-16'],
  default: 'code_points',
  description: 'What offsets count',
};
const DENY_LIST = {
  type: 'object',
  required: ['supported_entity', 'deny_list'],
  properties: {
    supported_entity: TEXT,
    deny_list: { type: 'array', items: TEXT },
    deny_list_score: SCORE,
  },
};

const ANALYZE_REQUEST = {
  type: 'object',
  required: ['text', 'language'],
  properties: {
    text: { anyOf: [TEXT, { type: 'array', items: TEXT, maxItems: 1_000 }] },
    language: { ...TEXT, description: 'ISO 639-1' },
    entities: { type: 'array', items: TEXT, description: 'Without it every type' },
    score_threshold: SCORE,
    return_decision_process: { type: 'boolean' },
    ad_hoc_recognizers: {
      type: 'array',
      items: DENY_LIST,
      description: 'Lists of words; no regular expressions',
    },
    allow_list: { type: 'array', items: TEXT },
    offsets: OFFSETS,
  },
};

const SPAN = {
  type: 'object',
  required: ['start', 'end', 'entity_type'],
  properties: { start: OFFSET, end: OFFSET, entity_type: TEXT },
};

const RESULT = {
  ...SPAN,
  required: [...SPAN.required, 'score'],
  properties: { ...SPAN.properties, score: SCORE },
};
const RESULTS = { type: 'array', items: RESULT };

const OPERATORS = {
  type: 'object',
  description: 'By entity type, or DEFAULT',
  additionalProperties: {
    type: 'object',
    required: ['type'],
    properties: {
      type: TEXT,
      new_value: TEXT,
      masking_char: TEXT,
      chars_to_mask: { type: 'integer' },
      from_end: { type: 'boolean' },
      hash_type: { type: 'string', enum: ['sha256', 'sha512'] },
      key: { type: 'string', format: 'password' },
    },
  },
};

const ANONYMIZE_REQUEST = {
  type: 'object',
  required: ['text', 'analyzer_results'],
  properties: { text: TEXT, anonymizers: OPERATORS, analyzer_results: RESULTS, offsets: OFFSETS },
};

const DEANONYMIZE_REQUEST = {
  type: 'object',
  required: ['text', 'anonymizer_results'],
  properties: {
    text: TEXT,
    deanonymizers: OPERATORS,
    anonymizer_results: { type: 'array', items: SPAN },
    offsets: OFFSETS,
  },
};

const ITEM = {
  ...SPAN,
  required: [...SPAN.required, 'text', 'operator'],
  properties: { ...SPAN.properties, text: TEXT, operator: TEXT },
};
const CHANGED_TEXT = {
  type: 'object',
  required: ['text', 'items'],
  properties: { text: TEXT, items: { type: 'array', items: ITEM } },
};
const CHANGED_TEXT_ANSWER = { 'application/json': { schema: CHANGED_TEXT } };

const body = (schema: object) => ({ required: true, content: { 'application/json': { schema } } });

/** The detector as a service, in the shape of Microsoft Presidio; docs/presidio.md says what is different. */
export const PRESIDIO_OPERATIONS: Readonly<Record<string, OperationText>> = {
  PresidioHealthController_health: {
    summary: 'Whether the detector is ready, as clients of Presidio ask',
    answers: { 'text/plain': { schema: TEXT } },
  },
  AnalyzerController_analyze: {
    summary: 'Finds personal data in a text, or in each of several',
    requestBody: body(ANALYZE_REQUEST),
    answers: {
      'application/json': { schema: { anyOf: [RESULTS, { type: 'array', items: RESULTS }] } },
    },
  },
  AnalyzerController_supportedEntities: { summary: 'What is found', answers: NAMES },
  AnalyzerController_recognizers: { summary: 'Who finds it', answers: NAMES },
  AnonymizerController_anonymize: {
    summary: 'Changes the parts of a text that are named',
    requestBody: body(ANONYMIZE_REQUEST),
    answers: CHANGED_TEXT_ANSWER,
  },
  AnonymizerController_deanonymize: {
    summary: 'Decrypts what was encrypted for the same client',
    requestBody: body(DEANONYMIZE_REQUEST),
    answers: CHANGED_TEXT_ANSWER,
  },
  AnonymizerController_anonymizers: { summary: 'What may be done to them', answers: NAMES },
  AnonymizerController_deanonymizers: { summary: 'What may be undone', answers: NAMES },
};
