import { copulas, endings } from './korean-endings.js';
import { anyTitles } from './korean-titles.js';
import type { CodeUnits } from '../text/code-units.js';

/** Family names that cover over 99 % of people in Korea; the frequent ones first. */
const COMMON_SURNAMES =
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현';
const RARE_SURNAMES =
  '함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국어은편용예경봉사부가복태목형피두감음빈동온호범좌팽승간상갈독평';
export const DOUBLE_SURNAMES: readonly string[] = [
  '남궁',
  '황보',
  '제갈',
  '사공',
  '선우',
  '서문',
  '독고',
  '동방',
];

/** Syllables that stand first and last in given names. */
const FIRST =
  '민서지영정수현은재성예하유도승주준동상미경혜진윤태시건우선다채종기광병순명인나소연아보가규대덕문용원창철춘호효희한형홍환훈찬남두란복봉석숙옥완웅의익일자장제중학해화후강근금길리슬애세송이무백빛산새신안양언여열오온요운응조차천청초충탁필향휘별샘솔본범봄국모공노담라로루린마말매맹묘바반방배벼변비사삼생설섭손솜실심어억얼엄에역염옹왕울웃월위육음임작잔전점증직추축치칠타탄택토통판평표푸품풍하학함항허헌협황회흥힘';
export const LAST_SYLLABLES =
  '준우윤원호후현훈진민빈연은아서영희숙자수경미정선주규석철환식섭혁욱태율린나인지안용기균근배범복봉상순애열옥웅일재종찬창천필하학헌형화란람름솔슬별림리라곤구국권길남덕동록룡만명모묵백성세신언엽완예오온운월유음의이임중직춘출충택표한향혜홍효휘흔흠늘루결봄빛샘솜승시실심양요울을잎채초검교광도비겸관군담대두득들래량련렬례롱률무문박반보본부산삼새생설섬소송수습심애어여역염웅위응잔장전제조창추탁탄평하함항해행현협황회흥훤니빛단달돌든아야연분령월';

/** Endings of words for roles and things: 구독자, 조합원, 고객사. */
const ROLE_ENDINGS = '자원사생집점들팀측실님씨과처관소장';
/** Given names of one syllable. */
const SINGLE = '준훈율환산혁건솔별슬찬빈윤현민철석욱결헌웅겸섭균봄샘빛탁완린담힘엘률';
/** A noun with one of these is no name: 설정은, 문서의. */
const PARTICLES = '은는이가을를의에와과도로만하한인들';
/** Nor is a compound: 홍보비, 조사실, 관리팀, 전기료. */
const COMPOUND_ENDINGS = '비실팀료';
/** Ends of ordinary words that are forms of address themselves: 소유주님, 연예인님. */
const ADDRESSED_ENDINGS = '인주민';
/** What forms of address and the like behind a name begin with. */
const SUFFIX_STARTS = '님씨고회선환귀';

/** What a syllable may be within a name or behind it; bits. */
export const Syllable = {
  COMMON_SURNAME: 1,
  RARE_SURNAME: 2,
  /** Begins a family name of two syllables. */
  DOUBLE_SURNAME: 4,
  FIRST: 8,
  LAST: 16,
  SINGLE: 32,
  PARTICLE: 64,
  ROLE_ENDING: 128,
  SUFFIX_START: 256,
  COMPOUND_ENDING: 512,
  ADDRESSED_ENDING: 1_024,
  /** Begins a particle, an ending or a title: what may follow a name within its word. */
  FOLLOWING: 2_048,
  /** Of these what begins a title or says who somebody is, and speaks for a name. */
  TELLING: 4_096,
  /** Ends a family name of two syllables. */
  DOUBLE_END: 8_192,
} as const;
export const SURNAME: number = Syllable.COMMON_SURNAME | Syllable.RARE_SURNAME;

/** Places of bits in `Syllable`: that of FIRST is the one before LAST. */
const LAST_PLACE = 4;
const FOLLOWING_PLACE = 11;

/** By UTF-16 unit. */
const SYLLABLES = new Uint16Array(0x10000);
mark(COMMON_SURNAMES, Syllable.COMMON_SURNAME);
mark(RARE_SURNAMES, Syllable.RARE_SURNAME);
for (const surname of DOUBLE_SURNAMES) {
  mark(surname.charAt(0), Syllable.DOUBLE_SURNAME);
  mark(surname.charAt(1), Syllable.DOUBLE_END);
}
mark(FIRST, Syllable.FIRST);
mark(LAST_SYLLABLES, Syllable.LAST);
mark(SINGLE, Syllable.SINGLE);
mark(PARTICLES, Syllable.PARTICLE);
mark(ROLE_ENDINGS, Syllable.ROLE_ENDING);
mark(SUFFIX_STARTS, Syllable.SUFFIX_START);
mark(COMPOUND_ENDINGS, Syllable.COMPOUND_ENDING);
mark(ADDRESSED_ENDINGS, Syllable.ADDRESSED_ENDING);
for (const tree of [endings, anyTitles]) mark(tree.beginnings, Syllable.FOLLOWING);
for (const tree of [copulas, anyTitles]) mark(tree.beginnings, Syllable.TELLING);

/** All that a family name may begin with. */
export const SURNAME_SYLLABLES = COMMON_SURNAMES + RARE_SURNAMES;

/** Whether a syllable is one of these. */
export function is(code: number, syllable: number): boolean {
  return (SYLLABLES[code]! & syllable) !== 0;
}

/** The lengths, as bits from 2 to 5, of names from `start` on whose last two syllables are usual in given names. */
export function usualLengths(text: CodeUnits, start: number): number {
  const second = SYLLABLES[text.charCodeAt(start + 1)]!;
  const third = SYLLABLES[text.charCodeAt(start + 2)]!;
  const fourth = SYLLABLES[text.charCodeAt(start + 3)]!;
  const fifth = SYLLABLES[text.charCodeAt(start + 4)]!;
  const { LAST } = Syllable;
  return (
    ((second & LAST) >> (LAST_PLACE - 2)) |
    ((third & (second << 1) & LAST) >> (LAST_PLACE - 3)) |
    ((fourth & (third << 1) & LAST) >> (LAST_PLACE - 4)) |
    ((fifth & (fourth << 1) & LAST) << (5 - LAST_PLACE))
  );
}

/** The lengths, as bits from 2 to 4, of names from `start` on that something may follow. */
export function followedLengths(text: CodeUnits, start: number): number {
  return followsAt(text, start, 2) | followsAt(text, start, 3) | followsAt(text, start, 4);
}

function followsAt(text: CodeUnits, start: number, length: number): number {
  return ((SYLLABLES[text.charCodeAt(start + length)]! & Syllable.FOLLOWING) >> FOLLOWING_PLACE) << length;
}

function mark(list: Iterable<string>, syllable: number): void {
  for (const character of list) SYLLABLES[character.charCodeAt(0)]! |= syllable;
}
