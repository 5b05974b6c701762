import type { Seeded } from './seeded.js';

/** Personal data to plant, and texts in which it stands so that anybody would see what it is. */
export interface Value {
  readonly text: string;
  /** The value alone is enough to know it by. */
  readonly plain: boolean;
  readonly label: string;
  readonly sentence: string;
}

/** Names that are no words, so that nobody can take them for one. */
const NAMES =
  '김민수 이영희 박지훈 최수진 정현우 강민정 조성민 윤서연 장동현 임하준 한지민 오세훈 홍길동 송민호 류현진'.split(
    ' ',
  );

/** A value that no other planting has, but for names. */
export function makeValue(chance: Seeded): Value {
  return chance.pick([email, phone, residentNumber, card, person])(chance);
}

function email(chance: Seeded): Value {
  const text = `user.${chance.digits(7)}@example.com`;
  return { text, plain: true, label: 'email', sentence: `메일은 ${text} 입니다` };
}

function phone(chance: Seeded): Value {
  const text = `010-${2 + chance.below(8)}${chance.digits(3)}-${chance.digits(4)}`;
  return { text, plain: true, label: 'phone', sentence: `전화 ${text} 로 주세요` };
}

function residentNumber(chance: Seeded): Value {
  const birth = `${50 + chance.below(50)}0${1 + chance.below(9)}1${chance.below(10)}`;
  const body = `${birth}${1 + chance.below(2)}${chance.digits(5)}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * ((index % 8) + 2), 0);
  const text = `${birth}-${body.slice(6)}${(11 - (sum % 11)) % 10}`;
  return { text, plain: true, label: '주민번호', sentence: `주민번호 ${text} 확인` };
}

function card(chance: Seeded): Value {
  const body = `4${chance.digits(14)}`;
  const sum = [...body].reduce((total, digit, index) => total + luhn(Number(digit), index), 0);
  const text = `${body}${(10 - (sum % 10)) % 10}`.replace(/(\d{4})(?=\d)/g, '$1-');
  return { text, plain: true, label: 'card number', sentence: `카드 ${text} 결제` };
}

function luhn(digit: number, index: number): number {
  const doubled = index % 2 === 0 ? digit * 2 : digit;
  return doubled > 9 ? doubled - 9 : doubled;
}

function person(chance: Seeded): Value {
  const text = chance.pick(NAMES);
  return { text, plain: false, label: '성명', sentence: `고객 ${text}님 (010-2345-6789) 문의` };
}
