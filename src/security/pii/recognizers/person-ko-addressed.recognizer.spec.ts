import { people } from '../../../../test/support/found-people.js';

describe('names without a Korean family name, by how they are addressed', () => {
  it.each([
    ['철수 씨가 왔다', '철수'],
    ['철수씨, 어디예요?', '철수'],
    ['수지님 안녕하세요', '수지'],
    ['보라 님께서 보내셨습니다', '보라'],
    ['번역은 다나카 유키 씨가 맡았다', '다나카 유키'],
    ['소피아 로페즈 씨', '소피아 로페즈'],
    ['어제 김 철수 씨가', '김 철수'],
    ['어제 홍길동 씨가', '홍길동'],
  ])('are found in %j', (text, name) => {
    expect(people(text)).toEqual([name]);
  });

  it.each([
    ...['고객 님', '부모 님', '하나 님', '선생 님', '예수님', '날 씨가 좋다', '그 아저 씨', '말 씨'],
    ...[
      '수박 씨를 뱉다',
      '국산 참깨 씨를 심는다',
      '작은 해바라기 씨',
      '지혜 씨앗',
      '박 모 씨',
      '김 모 씨는',
      '모 씨',
    ],
    ...['우리 아이 씨', '담당 매니저 님', '수지침', '보라색 님프'],
  ])('are not seen in %j', (text) => {
    expect(people(text)).toEqual([]);
  });
});
