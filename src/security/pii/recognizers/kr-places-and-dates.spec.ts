import { valuesOf } from '../../../../test/support/found-people.js';

describe('the detail of Korean addresses', () => {
  it.each([
    ['서울 관악구 난곡로 12길 7, 반지하 B01호', '서울 관악구 난곡로 12길 7, 반지하 B01호'],
    ['대구 달서구 월배로 55 다동 304 입니다', '대구 달서구 월배로 55 다동 304'],
    ['경기 수원시 팔달구 효원로 31, 102-1504', '경기 수원시 팔달구 효원로 31, 102-1504'],
    ['경남 창원시 성산구 공단로 98, 7블럭 3롯트', '경남 창원시 성산구 공단로 98, 7블럭 3롯트'],
    ['인천 연수구 달빛로 77, C동 4층으로 오세요', '인천 연수구 달빛로 77, C동 4층'],
    ['인천 연수구 달빛로 77, 3층 사무실', '인천 연수구 달빛로 77, 3층 사무실'],
    ['인천 연수구 달빛로 77, 3층 사무실은', '인천 연수구 달빛로 77, 3층'],
    ['여기 달빛로 77, 온누리타워 501호요', '달빛로 77, 온누리타워 501호'],
  ])('is found in %j', (text, address) => {
    expect(valuesOf('ADDRESS', text)).toEqual([address]);
  });

  it.each(['앞으로 3, 4층만 쓴다', '순서대로 2번 방 301호', '회의실 3층 301호'])(
    'is not seen in %j',
    (text) => {
      expect(valuesOf('ADDRESS', text)).toEqual([]);
    },
  );
});

describe('dates of birth', () => {
  it.each([
    ['생년월일 81/11/30', '81/11/30'],
    ['생년월일 1963.04.02. 확인', '1963.04.02.'],
    ['생년월일 여섯 자리 부탁드려요. 고객: 910215요', '910215'],
    ["row=('홍길동', '1979/03/08')", '1979/03/08'],
    ['생년월일 1984. 07. 19. 연락처', '1984. 07. 19.'],
    ['생년월일: 2009. 3. 4', '2009. 3. 4'],
    ['<td>홍길동</td><td>1979/03/08</td>', '1979/03/08'],
    ['| 홍길동 | 1979/03/08 |', '1979/03/08'],
    ['환자 홍길동(여, 1951.03.09) 내원', '1951.03.09'],
    ['신청인 홍길동 / 1979-03-08 / 재직 5년', '1979-03-08'],
    ['홍길동, 남, 1979-03-08', '1979-03-08'],
    ['생년월일 1971-05-04, 최근 퇴원일 2023-01-02', '1971-05-04'],
    ['피보험자: 홍길동 (자녀, 2015-06-30)', '2015-06-30'],
  ])('are found in %j', (text, date) => {
    expect(valuesOf('DATE_OF_BIRTH', text)).toEqual([date]);
  });

  it.each([
    '홍길동, 2019/03/08',
    '담당 홍길동 / 2024-03-08 / 완료',
    '홍길동(여, 2024.03.09 입사)',
    '홍길동, 2004-05-01 입사',
    '발행일 81/11/30',
    '작성일 2024. 5. 6. 홍길동',
    '<td>홍길동</td><td>2019/03/08</td>',
    '홍길동 (서울, 2015-06-30)',
  ])('are not seen in %j', (text) => {
    expect(valuesOf('DATE_OF_BIRTH', text)).toEqual([]);
  });
});

describe('registration numbers behind a company', () => {
  it('are those of the company', () => {
    const text = '유한회사 한물결(등록번호 160114-0023471)';
    expect(valuesOf('KR_CRN', text)).toEqual(['160114-0023471']);
    expect(valuesOf('KR_RRN', text)).toEqual([]);
  });

  it.each([
    ['근저당권자 주식회사 한물결 134511-0012366', ['134511-0012366'], []],
    // No number of a company by its check digit, and none of a resident of this century.
    ['근저당권자 주식회사 한물결 134511-0012367', [], []],
    ['주식회사 한물결 직원 900114-1023471', [], ['900114-1023471']],
  ])('are told by the number itself: %j', (text, ofCompany, ofResident) => {
    expect(valuesOf('KR_CRN', text)).toEqual(ofCompany);
    expect(valuesOf('KR_RRN', text)).toEqual(ofResident);
  });

  it('are those of its head where he is named', () => {
    const text = '주식회사 한물결 대표이사 홍길동(등록번호 800114-1023471)';
    expect(valuesOf('KR_CRN', text)).toEqual([]);
  });
});
