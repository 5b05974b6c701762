import { people } from '../../../../test/support/found-people.js';

describe('given names alone in running text', () => {
  it.each([
    ['그날 밤 도윤이 먼저 문을 열었고, 하린은 말없이 웃었다.', ['도윤', '하린']],
    ['세아가 울자 로하가 달려갔다.', ['세아', '로하']],
  ])('are found in %j', (text, names) => {
    expect(people(text)).toEqual(names);
  });

  it.each([
    '여름이 오면 바다가 부른다. 가을에는 하늘이 높다.',
    '나라의 보람은 사랑과 지혜에서 온다.',
    '수정은 다음 배포에 포함됩니다. 유리와 진주는 깨지기 쉽습니다.',
    '현지 채용을 지원합니다. 연주회는 미정입니다.',
  ])('are none in %j', (text) => {
    expect(people(text)).toEqual([]);
  });
});
