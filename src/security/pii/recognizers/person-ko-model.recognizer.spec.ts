import { CodeUnits } from '../text/code-units.js';
import { personKoreanModelRecognizer } from './person-ko-model.recognizer.js';

/** Names that the recognizer sees in a text, run of syllables by run of syllables. */
function namesIn(text: string): string[] {
  const units = new CodeUnits();
  units.read(text);
  return [...text.matchAll(/[가-힣]+/g)].flatMap(({ 0: run, index }) => {
    const found = personKoreanModelRecognizer.recognize(units, index, index + run.length, ...UNUSED);
    return found ? [text.slice(found.start, found.end)] : [];
  });
}

/** What other recognizers of Hangul want to know. */
const UNUSED = [0] as unknown as [never];

describe('the model of Korean names', () => {
  it.each([
    ['배우 한지민과 이병헌이 올가을 함께 무대에 선다.', ['한지민', '이병헌']],
    ['원고 김영희, 피고 박철수.', ['김영희', '박철수']],
    ['참석: 정하윤, 최민호, 남궁수아', ['정하윤', '최민호', '남궁수아']],
    ['저는 딸 계민선입니다. 연락은 곽필두에게서 왔다.', ['계민선', '곽필두']],
    ['{"작성자":"윤서연","팀":"재무"}', ['윤서연']],
    ['어제 이지훈이 늦게 왔고 박수진이 먼저 갔다.', ['이지훈', '박수진']],
  ])('finds %s', (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it.each([
    '이상한 나라에서 온 편지가 조용히 도착했다.',
    '장소: 연회실, 진단: 심근염병, 표제: 정산액',
    '정부는 내년 예산을 늘리고 최근 방안을 발표했다.',
    '고객님, 주문하신 상품은 현재 배송 중입니다.',
    '하나님의 은혜라는 말로 시작하는 설교',
    '신규 회원은 한국 시간으로 오전에 이용할 수 있다.',
    '김치찌개와 조기구이를 시켰다.',
    '{"name":"배송지 관리","order":3}',
  ])('leaves %s alone', (text) => {
    expect(namesIn(text)).toEqual([]);
  });

  it('looks at a bounded part of long runs', () => {
    expect(namesIn('김'.repeat(100_000))).toEqual([]);
  });
});
