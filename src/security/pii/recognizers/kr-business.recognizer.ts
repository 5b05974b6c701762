import { passesBrnChecksum } from '../text/checksums.js';
import { candidate, type NumberRecognizer } from './recognizer.js';

/** Business registration number, 3-2-5 digits. */
export const krBusinessRecognizer: NumberRecognizer = {
  name: 'kr-business',
  trigger: 'number',
  shapes: ['3-2-5', '10'],
  context: [
    '사업자',
    '사업장',
    '사업자 등록',
    '등록번호',
    'business',
    'brn',
    'biz no',
    'biz reg',
    'bizr no',
    'company registration',
  ],
  recognize(run) {
    const checked = passesBrnChecksum(run.value);
    const context = run.context();
    const score = run.count > 1 ? scoreGrouped(checked, context) : context > 0 ? (checked ? 0.85 : 0.6) : 0.2;
    return candidate('KR_BRN', run.start, run.end, score);
  },
};

function scoreGrouped(checked: boolean, context: number): number {
  if (context > 0) return checked ? 0.95 : 0.6;
  if (context < 0) return 0.3;
  return checked ? 0.75 : 0.3;
}
