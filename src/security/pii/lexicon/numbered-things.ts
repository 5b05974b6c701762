/** What else has numbers in groups as phones have: bookings and papers, by the name of their number. */
export const THING_NUMBERS: readonly string[] =
  `ref no|reference no|reference number|reference code|booking ref|booking no|booking number|booking code|booking id|policy no
  policy number|asset no|membership no|membership number|member no|member id|meter no|meter number|scan id`.split(
    /\s*[|\n]\s*/,
  );

/** The things themselves, whose number stands directly behind them: `parcel 0125 482917`, but not `parcel driver 07700 900123`. */
export const NUMBERED_THINGS: readonly string[] =
  'tag|tags|ref|voucher|coupon|receipt|pnr|confirmation|batch|waybill|awb|consignment|container|parcel|locker|barcode|certificate'.split(
    '|',
  );

/** In Korean, what a `번호` of a phone is the number of; what else stands directly before it is a thing: 승인번호, 예매번호. */
export const KOREAN_PHONES =
  '전화|폰|핸드|휴대|휴대전화|모바일|연락|연락처|팩스|유선|무선|직통|대표|문의|상담|안내|통화|내선|비상|수신|발신|착신|회신|콜|콜백|국번|고객센터|콜센터|사무실|회사|매장|가게|본인|개인|업무용|님|씨|담당자|보호자|수령인|대리인|점주|엄마|아빠|어머니|아버지|남편|아내|와이프|친구|동생|언니|오빠|누나|부모|학부모';
/** The same, which other words end with as well: 과제번호, 유형번호. */
export const KOREAN_PHONES_ALONE = '제|내|이|그|집|형|딸|아들';
/** In Korean, what has a number of its own, behind which a space may stand: 티켓 번호. */
export const KOREAN_THINGS =
  '티켓|승인|예매|예약|주문|송장|운송장|접수|쿠폰|회원|고객|증권|바우처|인증|확인|계약|관리|등록|사건|참조|문서|발행|수험|응시|좌석|일련|제품|기기|계좌|카드|승차권|탑승권|상품권|입장권|복권|사물함|대기|결제|거래|환불|신청|민원|영수증|보증서|시리얼|모델|부품|설비|차량|객실|테이블|과제|공고|허가|특허|출원';
