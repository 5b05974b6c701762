/** What two syllables behind a unit are when they are no part of it: particles and endings. */
const PARTICLES =
  '으로|에서|에는|에도|에요|까지|부터|입니|입구|이에|예요|이고|이라|이며|이요|이구|이었|이지|이죠|이야|이신|이네|이면|이니|(?<=[호동])인데|인가|인지|이랑|하고|라고|로요|로는|로도|로서|로써|로만|이나|맞으|맞아|맞습|앞으|앞에|쪽으|옆에|뒤에|에다|에만|만요|인근';
/** Block, floor and unit: 101동, 나동, 지하 1층, B1층, 1203호, 301-2호. */
const UNIT = new RegExp(
  String.raw`,?[ \n]?(?:(?:지하 ?|반지하 ?|지상 ?|옥탑 ?|B)?\d{1,3}층|제?\d{1,4}동|[가나다라마바사A-H]동|(?:반지하 ?|지하 ?|옥탑 ?|비|[A-Z])?\d{1,5}(?:-\d{1,3})?호실?|\d{1,4}(?:블럭|블록|BL|롯트|로트|LOT)|반지하|지층|옥탑방?)(?!(?!${PARTICLES})[가-힣]{2})`,
  'y',
);
/** The flat behind its block, and both in one, without 호: 나동 202, 205-1103. */
const BARE_FLAT = / ?\d{2,4}(?![\d가-힣A-Za-z.,:/-])/y;
const BLOCK_AND_FLAT = /, ?\d{1,4}-\d{3,4}(?![\d가-힣-])/y;
const BLOCK = 0xb3d9;
const BUILDING_KINDS =
  '아파트|빌딩|타워|빌라|오피스텔|센터|맨션|주공|하우스|팰리스|스퀘어|프라자|플라자|힐스|힐스테이트|자이|푸르지오|래미안|캐슬|더샵|아이파크|파크|상가|회관|병원|호텔|몰|스위첸|위브|시티|캠퍼스|대학교|청사|사옥|본관|별관|신관|아지트|테크노밸리|밸리|빌|타운|마을|단지|팩토리|벤처|트윈|포레|리버|뷰|원룸|연립|주택|학교|마을회관|주민센터|스테이|라운지|월드|하임|채|편한세상';
/** A building by its kind, or any word before a unit. */
const BUILDING = new RegExp(
  `(?:,? |\\n)(?:[가-힣A-Za-z0-9]{1,14}(?:${BUILDING_KINDS})(?:\\d차)?|[가-힣A-Za-z0-9]{2,16}(?=,? (?:[가-힣A-Za-z0-9]{2,12} )?(?:제?\\d{1,4}동|[A-H가나다]동|(?:지하 ?|B)?\\d{1,3}층|\\d{1,5}호))|(?:${BUILDING_KINDS}))(?![가-힣])`,
  'y',
);
/** 번지 of a hill, a side road, or the neighbourhood and building in parentheses. */
const PARENTHESES = / ?\([가-힣0-9A-Za-z,·\- ]{2,40}\)/y;
/** Behind a floor or a flat: where within it. */
const ROOM =
  /,? (?:쇼룸|사무실|사무국|매장|카운터|로비|접수처|안내데스크|연구실|창고|관리실|경비실|교무실|행정실|스튜디오|작업실|식당|카페)(?![가-힣])/y;
const FLOOR = 0xce35;
const FLAT = 0xd638;
const MAX_PARTS = 7;

/** Where the detail behind a building or lot number ends: building, block, floor, unit, and what stands in parentheses. */
export function addressDetailEnd(text: string, numberEnd: number): number {
  let end = numberEnd;
  for (let part = 0; part < MAX_PARTS; part++) {
    const next =
      matchEnd(UNIT, text, end) ||
      (text.charCodeAt(end - 1) === BLOCK && end > numberEnd ? matchEnd(BARE_FLAT, text, end) : 0) ||
      (end === numberEnd ? matchEnd(BLOCK_AND_FLAT, text, end) : 0) ||
      (isUnitEnd(text.charCodeAt(end - 1)) ? matchEnd(ROOM, text, end) : 0) ||
      matchEnd(BUILDING, text, end) ||
      matchParentheses(text, end);
    if (next === 0) return end;
    end = next;
  }
  return end;
}

function isUnitEnd(code: number): boolean {
  return code === FLOOR || code === FLAT;
}

/** A neighbourhood or building, not a telephone number or a remark. */
function matchParentheses(text: string, at: number): number {
  const end = matchEnd(PARENTHESES, text, at);
  return end > 0 && /[동리가읍면]|빌딩|아파트|타워|센터|빌라/.test(text.slice(at, end)) ? end : 0;
}

function matchEnd(pattern: RegExp, text: string, start: number): number {
  pattern.lastIndex = start;
  return pattern.test(text) ? pattern.lastIndex : 0;
}
