import { WordTree } from '../text/word-tree.js';
import { wordList } from './korean-word-list.js';

const PARTICLES = wordList(`
  은 는 이 가 을 를 의 에게 에게서 에게는 에게도 와 과 도 께 께서 께서는 께는 께도 한테 한테서 로 으로 만 까지 부터 랑 이랑 하고 라고 이라고 라는 이라는 입니다 이고 이며
  이다 인 이에요 예요 였다 이었다 이란 란 이라면 라면 인데 인데요 이고요 고요 이구요 입니다만 측 네 처럼 보다 마저 조차 이나 이라 라 이신 이시고 이시고요 이세요 이십니다 이신데
  이신가요 인가요 이죠 죠 으로부터 로부터 이나마 및 이시며 이라서 라서 이므로 으로서 로서 에게만 만이 만은 까지는 이든 든 이었고 였고 이셨 과의 와의 으로는 한텐 에겐 한테는 에요
  이랑은 랑은 라도 이라도 라며 이라며 였습니다 이었습니다 밖에
`);
/** How somebody is introduced: 홍길동입니다. */
const COPULAS = wordList(
  '입니다 이요 이에요 예요 인데요 이라고 라고 이고요 고요 입니다만 이라_합니다 이구요 요 에요 이여요 라고요 이라고요 이라고_하는데요',
);
/** What belongs to somebody whose name stands before it with 의: 김지영의 주민번호. */
const BELONGINGS = wordList(`
  주민 연락처 휴대 핸드폰 전화 이메일 메일 주소 계좌 생년 생일 여권 차량 면허 번호 카드 집 보호자 아버지 어머니 아들 딸 남편 아내 부인 개인 신상 진료 급여 통장 아이디 비밀번호
  정보 신분증 사진 자택
`);

export const particles = new WordTree(PARTICLES);
/** Of either kind: most words are of neither, and one walk says so. */
export const endings = new WordTree([...PARTICLES, ...COPULAS]);
export const copulas = new WordTree(COPULAS);
export const belongings = new WordTree(BELONGINGS);
