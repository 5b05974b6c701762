import { people } from '../../../../../test/support/found-people.js';

describe('names that are written syllable by syllable', () => {
  it.each([
    ['박 도 현 귀하', ['박 도 현']],
    ['성명: 이 서 윤', ['이 서 윤']],
    ['대표이사 최 민 호 (인)', ['최 민 호']],
    ['임대인 정 수 아', ['정 수 아']],
  ])('are found in %j', (text, names) => {
    expect(people(text)).toEqual(names);
  });

  it.each(['이 수 로 보아', '안 내 문', '주 의 사 항', '공 고 문 (사본)', '이 때 그 사람', '신 청 서 제출'])(
    'are not seen in %j',
    (text) => {
      expect(people(text)).toEqual([]);
    },
  );
});
