import { candidate, type NumberRecognizer } from './recognizer.js';

/** Numbers without their area, which only a label tells from a page, a part or a score: `phone: 555-0123`. */
export const phoneLocalRecognizer: NumberRecognizer = {
  name: 'phone-local',
  trigger: 'number',
  shapes: ['3-4'],
  context: [
    'phone',
    'telephone',
    'tel',
    'mobile',
    'cell',
    'cellphone',
    'fax',
    '전화',
    '휴대폰',
    '팩스',
    '電話',
    '电话',
  ],
  recognize: (run) =>
    /^[2-9]/.test(run.value) && run.context() > 0 ? candidate('PHONE', run.start, run.end, 0.7) : undefined,
};
