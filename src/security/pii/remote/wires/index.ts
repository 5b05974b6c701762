import type { RecognizerKind } from '../../../../config/index.js';
import { presidioWire } from './presidio.wire.js';
import { tokenClassificationWire } from './token-classification.wire.js';
import type { Wire } from './wire.js';

/** Every wire by the kind that the configuration names. */
export const WIRES: Readonly<Record<RecognizerKind, Wire>> = {
  presidio: presidioWire,
  token_classification: tokenClassificationWire,
};
