import { WordTree } from '../text/word-tree.js';
import { wordList } from './korean-word-list.js';

/** Names from elsewhere as they are written in Hangul, of three syllables and more: shorter ones are words too often. */
const FOREIGN_NAMES = wordList(`
  마이클 데이비드 데이빗 제임스 로버트 윌리엄 리처드 찰스 토마스 토머스 크리스토퍼 크리스티나 크리스틴 대니얼 다니엘라 매튜 앤서니 앤드류 앤드루 조지프 조셉 스티븐 스티브 에드워드 브라이언 케네스 케빈 제이슨 제프리 라이언 제이콥
  니콜라스 조너선 저스틴 브랜든 벤자민 벤저민 사무엘 새뮤얼 그레고리 알렉산더 알렉스 패트릭 프랭크 레이먼드 제러미 타일러 애런 네이선 헨리 더글러스 재커리 피터 월터 이선 제이든 올리버 엘리엇 세바스찬 세바스티안 도미닉 가브리엘 라파엘 미카엘 미겔
  제니퍼 엘리자베스 제시카 사라 세라핀 캐런 낸시 마거릿 마가렛 에밀리 애슐리 킴벌리 도나 미셸 캐럴 아만다 멜리사 데보라 스테파니 레베카 로라 신시아 캐서린 캐스린 에이미 안젤라 앤젤라 셜리 브렌다 파멜라 엠마 니콜 헬렌 사만다 사만사 레이첼 캐롤린 자넷 올리비아 소피아 이사벨라
  줄리아 줄리아나 그레이스 빅토리아 샬럿 샬롯 해나 나탈리 나탈리아 다이애나 다이아나 엘레나 알리사 아나스타샤 타티아나 스베틀라나 올가 율리아 예카테리나 마리나 드미트리 블라디미르 알렉세이 세르게이 니콜라이 안드레이 미하일 이반 바실리 발렌티나 가브리엘라 알레한드로 페르난도 프란시스코 로드리고
  다나카 스즈키 사토 다카하시 와타나베 야마모토 나카무라 고바야시 가토 요시다 야마다 사사키 야마구치 마쓰모토 이노우에 기무라 하야시 시미즈 야마자키 이케다 하시모토 아베 이시카와 오가와 후지타 오카다 하세가와 곤도 무라카미 엔도 사카모토 아오키 후지이 니시무라 후쿠다 미우라 후지와라 마쓰다 나카지마 하라다 오노 다케우치 가네코 와다 나카야마 이시다
  유키코 하루토 하루카 미사키 사쿠라 나오미 히로시 다카시 겐지 마사루 요시코 아키라 가즈키 쇼타로 리사코 도모코 유이치 게이코 미치코
  응우옌 응웬 응우엔 쩐티 레티 팜티 부이티 호앙 응오 도티 응우옌티 쩐반 응우옌반 왕샤오밍 장웨이 리웨이 왕웨이 류웨이 리우웨이 천웨이 왕팡 리나 장하오 샤오밍 메이링 샤오메이 바트바야르 간볼드 바야르 오트곤 체렝 잉흐 소핫 소피압 라메시 라제시 수레시 프라빈 아미트 산제이 디팍 무함마드 모하메드 무하마드 아흐메드 하산 후세인 이브라힘 유수프 파티마 아이샤
  하이메 디에고 카를로스 호세 마르코 마르쿠스 스테판 스테파노 조반니 프란체스코 알레산드로 클라우스 위르겐 볼프강 하인리히 카타리나 프리드리히 장피에르 프랑수아 베르나르 이자벨 쥘리에트
`).filter((name) => name.length > 2);

/** The longest of them from one place on. */
export const foreignNames = new WordTree(FOREIGN_NAMES);
/** What stands second in them. */
export const FOREIGN_SECOND_SYLLABLES: string = FOREIGN_NAMES.map((name) => name.charAt(1)).join('');
/** What they begin with. */
export const FOREIGN_FIRST_SYLLABLES: string = [...new Set(FOREIGN_NAMES.map((name) => name.charAt(0)))].join(
  '',
);
