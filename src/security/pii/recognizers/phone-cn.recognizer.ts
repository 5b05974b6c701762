import { candidate, type NumberRecognizer } from './recognizer.js';

/** Mobile numbers of China: 13 to 19 and nine digits. */
const MOBILE = /^(?:86)?1[3-9]\d{9}$/;

/** Chinese mobile numbers beside a label; behind `+86` they are international ones. */
export const phoneChineseRecognizer: NumberRecognizer = {
  name: 'phone-cn',
  trigger: 'number',
  shapes: ['11', '3-4-4', '3-3-5', '13', '2-11', '2-3-4-4'],
  context: [
    ...[
      '手机',
      '手機',
      '电话',
      '電話',
      '联系方式',
      '聯絡',
      '联系人',
      '移动',
      '热线',
      '短信',
      '微信',
      '致电',
      '拨打',
    ],
    ...['phone', 'mobile', 'cell', 'tel', 'call', 'whatsapp', 'wechat', 'sms', 'contact'],
  ],
  recognize(run) {
    if (!MOBILE.test(run.value) || run.context() <= 0) return undefined;
    return candidate('PHONE', run.start, run.end, 0.9);
  },
};
