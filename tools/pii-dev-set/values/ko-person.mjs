/** The first string by its share of the population, the second as long tail. */
const COMMON_SURNAMES = [
  ...'김김김김김김김김김김이이이이이이이박박박박최최최정정강강조조윤윤장장임임한오서신권황안송류전홍고문양손배백허유남심노',
];
const RARE_SURNAMES = [
  ...'하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국',
];
const LONG_SURNAMES = ['남궁', '황보', '제갈', '선우', '독고', '사공', '서문'];
/** First and second syllables of given names as generations chose them. */
const GENERATIONS = [
  ['민서지도하예준시윤주현건우은유태승재', '준우호윤현빈율원훈찬성혁진민'],
  ['서지하민수예은채유다가나소윤시연주', '연윤은아원서린빈영희현민지인'],
  ['영성정상재광종병기동경진창용문태대', '수호철식환훈석태근섭욱일만규진민'],
  ['영정미순경은명숙옥선혜현인춘말복', '희숙자순옥미경애란주영정선화임'],
];
const SHORT = [...'준솔훈별건산율철혁진환범'];
const NATIVE = [
  '하늘',
  '보람',
  '슬기',
  '아름',
  '우리',
  '나래',
  '다솜',
  '한결',
  '초롱',
  '빛나라',
  '한별',
  '새봄',
];
const FOREIGN = [
  '응우옌 반 남',
  '마이클 존슨',
  '다나카 유키',
  '왕웨이',
  '알리 하산',
  '쩐 티 란',
  '소피아 로페즈',
  '라지 쿠마르',
];

export function surname(random) {
  if (random.chance(0.04)) return random.pick(LONG_SURNAMES);
  return random.pick(random.chance(0.8) ? COMMON_SURNAMES : RARE_SURNAMES);
}

export function givenName(random) {
  if (random.chance(0.05)) return random.pick(NATIVE);
  const [first, second] = random.pick(GENERATIONS);
  for (;;) {
    const name = random.pick([...first]) + random.pick([...second]);
    if (name[0] !== name[1]) return name;
  }
}

/** Two to four syllables: mostly surname and two, sometimes a given name of one, sometimes a surname of two. */
export function koreanName(random) {
  const family = surname(random);
  return family + (random.chance(0.06) ? random.pick(SHORT) : givenName(random));
}

export const KOREAN_PERSONS = {
  name: { type: 'PERSON', make: koreanName },
  'name.given': { type: 'PERSON', make: givenName },
  'name.spaced': { type: 'PERSON', make: (random) => `${surname(random)} ${givenName(random)}` },
  'name.foreign': { type: 'PERSON', make: (random) => random.pick(FOREIGN) },
};
