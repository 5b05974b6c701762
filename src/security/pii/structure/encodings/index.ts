import { base64Encoding, base64LinesEncoding, base64SegmentEncoding } from './base64.encoding.js';
import type { Encoding } from './encoding.js';
import { entityEncoding } from './entity.encoding.js';
import { hexEncoding } from './hex.encoding.js';
import { formEncoding, percentEncoding } from './percent.encoding.js';

/** Every encoding that is looked into. A new one is a file in this folder and a line here. */
export const ENCODINGS: readonly Encoding[] = [
  // Before percentEncoding, for which plus signs are plus signs.
  formEncoding,
  percentEncoding,
  entityEncoding,
  hexEncoding,
  base64LinesEncoding,
  base64Encoding,
  base64SegmentEncoding,
];
