import type { JoseHeader } from '../parse-token.js';
import { checkCrit } from './check-crit.js';
import { checkKeyReferences } from './check-key-references.js';
import { checkPayloadEncoding } from './check-payload-encoding.js';
import { checkTyp } from './check-typ.js';

/** What the header alone decides, before any key is looked up; each throws TokenRefusal. */
export const HEADER_CHECKS: readonly ((header: JoseHeader) => void)[] = [
  checkTyp,
  checkCrit,
  checkPayloadEncoding,
  checkKeyReferences,
];
