import type { TokenRun } from '../text/token-run.js';
import { max } from '../text/math.js';

/** What a `번호` of a phone is the number of; what else stands directly before it is a thing: 승인번호, 예매번호. */
const PHONES =
  '전화|폰|핸드|휴대|휴대전화|모바일|연락|연락처|팩스|유선|무선|직통|대표|문의|상담|안내|통화|내선|비상|수신|발신|착신|회신|콜|콜백|국번|고객센터|콜센터|사무실|회사|매장|가게|집|본인|개인|업무용|님|씨|제|내|이|그';
/** What has a number of its own, behind which a space may stand: 티켓 번호. */
const THINGS =
  '티켓|승인|예매|예약|주문|송장|운송장|접수|쿠폰|회원|고객|증권|바우처|인증|확인|계약|관리|등록|사건|참조|문서|발행|수험|응시|좌석|일련|제품|기기|계좌|카드|승차권|탑승권|상품권|입장권|복권|사물함|대기|결제|거래|환불|신청|민원|영수증|보증서|시리얼|모델|부품|설비|차량|객실|테이블';
const THING = new RegExp(
  `(?:[가-힣](?<!${PHONES})번호|(?:${THINGS}) ?번호)(?:는|가|은|를|도)? ?[:=]? ?["'(]?$`,
);
const WINDOW = 20;
/** 호 of 번호. */
const HO = 0xd638;
const LONGEST_GAP = 5;

/** Whether the `번호` directly before a number is that of a thing, not of a phone. */
export function isOfThing({ units, text, start }: TokenRun): boolean {
  for (let at = start - 1; at >= 0 && start - at <= LONGEST_GAP; at--)
    if (units.charCodeAt(at) === HO) return THING.test(text.slice(max(0, start - WINDOW), start));
  return false;
}
