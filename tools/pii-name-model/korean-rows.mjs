import { readFileSync } from 'node:fs';
import { fill, readTemplates } from '../pii-dev-set/template.mjs';
import { GENERATORS } from '../pii-dev-set/values/index.mjs';

/** Given names of the twentieth century; the list handed in holds today's. */
const OLDER_NAMES =
  '영수 영호 영철 영식 정수 정호 성호 성수 성민 상철 상호 상훈 재호 재훈 종수 종호 광수 광호 병철 병수 기철 기호 동수 동현 경수 경호 진수 진호 창수 창호 용수 용호 태수 태호 대현 대호 철수 철민 만수 인수 인호 덕수 순자 영자 정자 옥자 춘자 말자 영희 정희 순희 경희 명희 선희 미희 영숙 정숙 경숙 미숙 은숙 현숙 혜숙 순옥 영옥 정옥 미옥 영순 정순 미경 은경 현경 혜경 은주 현주 미주 영미 정미 선미 혜진 은영 미영 선영 지영 혜영 은정 현정 미정 수정 혜정 은희 지혜 정은 정란 미란 영란 애란 정애 영애 금자 복순 말순 점순 성옥 정남 영남 상우 재석 동건 종석 준호 승환 찬호 홍철 건우 강인 지성 동국 정환 명보 승우 길동 순신 중근 봉길'.split(
    ' ',
  );
const SURNAMES = [
  ...'김김김김김김김김김김이이이이이이이박박박박최최최정정강강조조윤윤장장임임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길',
];
/** Frequent ones more often, and each that there is. */
const ALL_SURNAMES = [...SURNAMES, ...'표맹명기반라왕금옥육인탁국어은편용예봉사부피빈간감경계견태'];
/** Copies of a text with other names. */
const COPIES = 4;
const LONG_SURNAMES = ['남궁', '황보', '제갈', '선우', '독고'];
const SHORT_NAMES = [...'준솔훈별건산율철혁진환범원현빈'];
const TITLES = [
  '씨',
  '교수',
  '의원',
  '감독',
  '대표',
  '기자',
  '선수',
  '박사',
  '배우',
  '회장',
  '대통령',
  '작가',
  '팀장',
];
/** Words for people, whose place in a sentence a name can take. */
const PEOPLE =
  /(사용자|사람|개발자|관리자|제작자|당신|작가|여러분|친구|저자|관리인)(들)?(은|는|이|가|을|를|의|에게|과|와|께)(?=\s)/;
const PARTICLES = {
  은: '은/는',
  는: '은/는',
  이: '이/가',
  가: '이/가',
  을: '을/를',
  를: '을/를',
  과: '과/와',
  와: '과/와',
};

const TEMPLATES = new URL('../pii-dev-set/templates/', import.meta.url);
const HERE = new URL('./', import.meta.url);

/**
 * Labelled texts: templates filled with names, plain texts without and with a name in the place of a person, and texts of
 * whose names each is there once and others take its place in copies; and nouns, each in a place where nothing tells that it
 * is none.
 */
export function trainingRows(random, { givenNames, plainTexts, markedTexts, nouns }) {
  const generators = {
    ...GENERATORS,
    name: { type: 'PERSON', make: (source) => nameOf(source, givenNames) },
  };
  const filled = (file, times) =>
    readTemplates(readFileSync(file, 'utf8')).flatMap(({ template }) =>
      Array.from({ length: times }, () => fill(template, generators, random)),
    );
  return [
    ...filled(new URL('ko-pii-tune.txt', TEMPLATES), 20),
    ...filled(new URL('ko-clean-tune.txt', TEMPLATES), 6),
    ...filled(new URL('contexts.txt', HERE), 25),
    ...filled(new URL('plain.txt', HERE), 6),
    ...plainTexts.flatMap((text) => [asRow(text), asRow(text), ...withNames(text, generators, random)]),
    ...withOtherNames(markedTexts, givenNames, random),
    ...inContexts(nouns, new Set([...givenNames, ...markedTexts.flatMap(namesIn)]), random),
  ];
}

/** A row for each noun that nobody is called by. */
function inContexts(nouns, names, random) {
  const contexts = readTemplates(readFileSync(new URL('noun-contexts.txt', HERE), 'utf8'));
  return nouns
    .filter((noun) => /^[가-힣]{2,4}$/.test(noun) && !names.has(noun))
    .map((noun) => fill(random.pick(contexts).template, { noun: { type: null, make: () => noun } }, random));
}

const namesIn = ({ text, spans }) => spans.map(({ start, end }) => text.slice(start, end));

/** Every text and, where people are named by family and given name, copies with other names, so that their words count. */
function withOtherNames(rows, givenNames, random) {
  const given = [...givenNames, ...rows.flatMap(fullNames).map((name) => name.slice(1))];
  return rows.flatMap((row) => [
    row,
    ...Array.from({ length: fullNames(row).length > 0 ? COPIES : 0 }, () => renamed(row, given, random)),
  ]);
}

const fullNames = (row) => namesIn(row).filter(isFullName);

const isFullName = (name) => /^[가-힣]{3}$/.test(name) && ALL_SURNAMES.includes(name[0]);

function renamed({ text, spans }, given, random) {
  let copy = '';
  let at = 0;
  const moved = spans.map(({ start, end, type }) => {
    const name = text.slice(start, end);
    copy += text.slice(at, start);
    at = end;
    const begin = copy.length;
    copy += isFullName(name) ? otherName(name, given, random) : name;
    return { start: begin, end: copy.length, type };
  });
  return { text: copy + text.slice(at), spans: moved };
}

/** A name that the same particles follow. */
function otherName(name, given, random) {
  for (;;) {
    const other = random.pick(given);
    if (other.length === 2 && isClosed(other) === isClosed(name)) return random.pick(ALL_SURNAMES) + other;
  }
}

/** Whether the last syllable ends with a consonant. */
const isClosed = (word) => (word.charCodeAt(word.length - 1) - 0xac00) % 28 !== 0;

const asRow = (text) => ({ text, spans: [] });

function nameOf(random, givenNames) {
  const surname = random.chance(0.03) ? random.pick(LONG_SURNAMES) : random.pick(SURNAMES);
  if (random.chance(0.05)) return surname + random.pick(SHORT_NAMES);
  return surname + random.pick(random.chance(0.55) ? givenNames : OLDER_NAMES);
}

function withNames(text, generators, random) {
  const match = PEOPLE.exec(text);
  if (match === null) return [];
  return Array.from({ length: 3 }, () => {
    const title = random.chance(0.3) ? ` ${random.pick(TITLES)}` : '';
    const template = `${text.slice(0, match.index)}«name»${title}{${particle(match[3])}}${text.slice(match.index + match[0].length)}`;
    return fill(template, generators, random);
  });
}

const particle = (form) => PARTICLES[form] ?? `${form}/${form}`;
