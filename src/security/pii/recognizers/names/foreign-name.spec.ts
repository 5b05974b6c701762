import { people } from '../../../../../test/support/found-people.js';

describe('names from elsewhere in Hangul', () => {
  it.each([
    ['나카타 신이치 교수와 함께', ['나카타 신이치']],
    ['임대인 실비아 박(1991)', ['실비아 박']],
    ['토마스 뮐러가 골을 넣었다', ['토마스 뮐러']],
    ["닉네임은 '비비안'입니다", ['비비안']],
    ['가이드 수파껀 씨가 기다린다', ['수파껀']],
    ['바트쳉겔 씨는 내일 온다', ['바트쳉겔']],
  ])('are found in %j', (text, names) => {
    expect(people(text)).toEqual(names);
  });

  it.each(['오스카 상', '모니카 해변', '청양고추 씨를 뺀다', '방울토마토 씨 한 봉지', '제이미 리조트'])(
    'are not seen in %j',
    (text) => {
      expect(people(text)).toEqual([]);
    },
  );
});
