import type { CodeUnits } from '../../text/code-units.js';

/** 씨 is a seed, too. */
const SEED = / ?(?:뿌[리린려]|심[고은는었을어]|뱉|빼|바르|발라)/y;

/** Whether what follows is done to seeds. */
export function isSeed(text: CodeUnits, end: number): boolean {
  SEED.lastIndex = end;
  return SEED.test(text.string);
}
