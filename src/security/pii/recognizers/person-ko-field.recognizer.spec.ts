import { people } from '../../../../test/support/found-people.js';

describe('names from elsewhere in Korean fields', () => {
  it.each([
    ['외국인등록번호: 900101-5123456, 성명: 응우옌티란', '응우옌티란'],
    ['성명: 마이클 조던', '마이클 조던'],
    ['{"성명":"쩐티흐엉","phone":"1"}', '쩐티흐엉'],
    ['고객명: 알렉산드라 페트로바\n주소: 없음', '알렉산드라 페트로바'],
    ['영문성명: KIM DOHYUN', 'KIM DOHYUN'],
    ['영문명: HONG/GILDONG', 'HONG/GILDONG'],
    ['성명(영문): PARK JIWOO', 'PARK JIWOO'],
    ['예금주: NGUYEN THI LAN', 'NGUYEN THI LAN'],
    ['성명: 홍길동', '홍길동'],
    ['성명: 홍길동 대리', '홍길동'],
  ])('are found in %j', (text, name) => {
    expect(people(text)).toEqual([name]);
  });

  it.each([
    ...['성명: 미정', '성명: 동일', '고객명: 비회원', '성명: 아래와 같이', '성명: 확인합니다', '성함: 없음'],
    ...[
      '상품명: BLUE OCEAN',
      '파일명: 응우옌티란',
      '회사명: 마이크로소프트',
      '예금주: 한빛소프트',
      '예금주: BLUE OCEAN CO',
    ],
    ...['설명: 로그 수집', '성명: 비공개 요청', '사용자명: 관리자', '대표자명: 별첨'],
  ])('are not seen in %j', (text) => {
    expect(people(text)).toEqual([]);
  });
});
