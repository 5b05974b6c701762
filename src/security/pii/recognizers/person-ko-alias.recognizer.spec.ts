import { people } from '../../../../test/support/found-people.js';

describe('names in Hangul behind their Latin form', () => {
  it.each([
    ['작성자: Ryu, Da-on (류다온)', ['Ryu, Da-on', '류다온']],
    ['신청인: Sato Haruka (사토 하루카)', ['Sato Haruka', '사토 하루카']],
    ['송금인: 류다온 (RYU DAON)', ['류다온', 'RYU DAON']],
    ['송금인: 류다온(Ryu, Da-on)', ['류다온', 'Ryu, Da-on']],
  ])('are found in %j', (text, names) => {
    expect(people(text)).toEqual(names);
  });

  it.each([
    ['신청인: Sato Haruka (재직 확인)', ['Sato Haruka']],
    ['신청인: Sato Haruka (본인)', ['Sato Haruka']],
    ['신청인: Sato Haruka (서울 지점)', ['Sato Haruka']],
    ['신청인: 류다온 (Hanul Trading Co. Ltd)', ['류다온']],
    ['신청인: 류다온 (Seoul)', ['류다온']],
  ])('are no remarks: %j', (text, names) => {
    expect(people(text)).toEqual(names);
  });
});

describe('people in fields and by names from elsewhere', () => {
  it.each([
    ['방문자: 나루', ['나루']],
    ['근로자: 브엉 옥', ['브엉 옥']],
    ['계약자: TSEREN OYUNAA (여권)', ['TSEREN OYUNAA']],
    ['제니퍼 씨 서류입니다', ['제니퍼']],
    ['와타나베 입니다', ['와타나베']],
    ['스테파니에게 송금', ['스테파니']],
    ['"lastName":"모","firstName":"아린"', ['모', '아린']],
    ['성,이름\n제갈,수현', ['제갈', '수현']],
  ])('are found in %j', (text, names) => {
    expect(people(text)).toEqual(names);
  });

  it.each([
    ...[
      '방문자: 미정',
      '담당자: 회의중',
      '대표: 공석',
      '환자: 퇴원',
      '신청자: 확인중',
      '작성: 완료',
      '담당: 영업팀',
    ],
    ...['토마스 기차 장난감', '소피아 공항', '성별,이름표\n남,분실', '제임스 웹 망원경', '신청자: 본사 직원'],
  ])('are not seen in %j', (text) => {
    expect(people(text)).toEqual([]);
  });
});
