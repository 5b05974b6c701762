/** Real administrative names; roads and numbers are put together at random. */
const CITIES = [
  [
    '서울특별시',
    ['서울시', '서울'],
    ['강남구', '마포구', '종로구', '송파구', '관악구', '노원구', '성동구'],
    ['테헤란로', '월드컵북로', '세종대로', '올림픽로', '관악로', '동일로', '왕십리로', '봉은사로37길'],
    ['역삼동', '상암동', '신림동', '공릉동', '성수동2가'],
  ],
  [
    '부산광역시',
    ['부산시', '부산'],
    ['해운대구', '수영구', '부산진구', '사하구'],
    ['센텀중앙로', '광안해변로', '중앙대로', '낙동대로'],
    ['우동', '남천동', '전포동', '괴정동'],
  ],
  [
    '대구광역시',
    ['대구시', '대구'],
    ['수성구', '달서구', '중구'],
    ['달구벌대로', '월배로', '동성로2길'],
    ['범어동', '상인동', '삼덕동'],
  ],
  [
    '인천광역시',
    ['인천시', '인천'],
    ['연수구', '부평구', '남동구'],
    ['컨벤시아대로', '부평대로', '예술로'],
    ['송도동', '부평동', '구월동'],
  ],
  [
    '광주광역시',
    ['광주시', '광주'],
    ['서구', '북구', '광산구'],
    ['상무중앙로', '용봉로', '임방울대로'],
    ['치평동', '용봉동', '수완동'],
  ],
  [
    '대전광역시',
    ['대전시', '대전'],
    ['유성구', '서구', '중구'],
    ['대학로', '둔산로', '중앙로'],
    ['봉명동', '둔산동', '은행동'],
  ],
  ['울산광역시', ['울산시', '울산'], ['남구', '북구'], ['삼산로', '진장유통로'], ['삼산동', '진장동']],
];
const PROVINCES = [
  [
    '경기도',
    ['경기'],
    ['성남시 분당구', '수원시 영통구', '고양시 일산동구', '용인시 수지구', '화성시', '부천시'],
    ['판교역로', '광교중앙로', '중앙로', '풍덕천로', '동탄대로', '길주로'],
    ['삼평동', '이의동', '장항동', '반송동'],
  ],
  [
    '강원특별자치도',
    ['강원도', '강원'],
    ['춘천시', '원주시', '강릉시'],
    ['공지로', '북원로', '경강로'],
    ['석사동', '단계동', '교동'],
  ],
  ['충청북도', ['충북'], ['청주시 흥덕구', '충주시'], ['가로수로', '중원대로'], ['복대동', '연수동']],
  [
    '충청남도',
    ['충남'],
    ['천안시 서북구', '홍성군 홍북읍', '아산시'],
    ['불당대로', '충남대로', '번영로'],
    ['불당동', '모종동'],
  ],
  [
    '전북특별자치도',
    ['전라북도', '전북'],
    ['전주시 완산구', '군산시'],
    ['효자로', '대학로'],
    ['효자동3가', '나운동'],
  ],
  [
    '전라남도',
    ['전남'],
    ['순천시', '무안군 삼향읍', '여수시'],
    ['중앙로', '오룡길', '여문로'],
    ['조례동', '여서동'],
  ],
  [
    '경상북도',
    ['경북'],
    ['포항시 북구', '안동시', '구미시'],
    ['중흥로', '경동로', '송정대로'],
    ['장성동', '옥동', '송정동'],
  ],
  [
    '경상남도',
    ['경남'],
    ['창원시 성산구', '김해시', '진주시'],
    ['중앙대로', '금관대로', '진주대로'],
    ['상남동', '내외동', '칠암동'],
  ],
  [
    '제주특별자치도',
    ['제주도', '제주'],
    ['제주시', '서귀포시'],
    ['노형로', '중앙로', '첨단로'],
    ['노형동', '서홍동', '아라일동'],
  ],
];
const BUILDINGS = [
  '한빛아파트',
  '푸른숲빌라',
  '센트럴오피스텔',
  '래미안',
  '새롬타워',
  '현대아이파크',
  '미래빌딩',
];

const place = (random) => random.pick(random.chance(0.6) ? CITIES : PROVINCES);

function base(random, short) {
  const [full, shorts, districts, roads, dongs] = place(random);
  const head = `${short ? random.pick(shorts) : full} ${random.pick(districts)}`;
  return { head, road: random.pick(roads), dong: random.pick(dongs) };
}

const number = (random) => String(random.int(1, 390)) + (random.chance(0.3) ? `-${random.int(1, 40)}` : '');
const unit = (random) => `${random.int(101, 120)}동 ${random.int(1, 25)}0${random.int(1, 6)}호`;

function road(random, short) {
  const { head, road: name } = base(random, short);
  return `${head} ${name} ${number(random)}`;
}

function detailed(random) {
  const { head, road: name, dong } = base(random, random.chance(0.5));
  const street = `${head} ${name} ${number(random)}`;
  return random.pick([
    `${street}, ${unit(random)}`,
    `${street} ${random.int(2, 20)}층`,
    `${street}, ${unit(random)} (${dong.replace(/\d가$/, '')}, ${random.pick(BUILDINGS)})`,
    `${street} ${random.pick(BUILDINGS)} ${unit(random)}`,
    `${street} (${dong})`,
  ]);
}

function lot(random) {
  const { head, dong } = base(random, random.chance(0.6));
  return `${head} ${dong} ${random.chance(0.1) ? '산 ' : ''}${number(random)}${random.chance(0.3) ? '번지' : ''}`;
}

const entry = (make) => ({ type: 'ADDRESS', make });

export const KOREAN_ADDRESSES = {
  address: entry((random) => (random.chance(0.5) ? road(random, random.chance(0.5)) : detailed(random))),
  'address.road': entry((random) => road(random, random.chance(0.5))),
  'address.full': entry(detailed),
  'address.lot': entry(lot),
  'address.lot.unit': entry((random) => `${lot(random)} ${random.pick(BUILDINGS)} ${unit(random)}`),
  'zip.kr': { type: null, make: (random) => random.fill('0N###') },
};
