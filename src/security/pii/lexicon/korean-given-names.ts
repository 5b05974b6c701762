import { HANGUL_FIRST, HANGUL_SYLLABLES, isHangul } from '../text/character-class.js';
import { max } from '../text/math.js';

/** Frequent given names by their first syllable. */
const GIVEN_NAMES = `
  가영은연람인희온율윤빈현림령을 강민우현희인산토준호 건우호희형민욱후률 겨레울 경희숙미자수민호아은란훈진철환석화주태구원식선애윤빈현욱옥순남덕일만준 고은운 관우수호 광수호현민석희진식철일용규 권우희
  규현민리호빈태진원하영선연희남석환 근우영호수태희석 금자순희주옥숙분남례란 기현훈영우철호준태범석환성은주남수덕순옥혁찬정섭쁨 길동수호자순남용태 꽃님별 나연영은래리현경라윤희율린예혜무빛 남희수준규주순길태숙호철
  다은인연현혜빈솔영예희미원슬온정올경윤나래운함겸솜해울 단비아우희이 달래님 대현호성영식희철수진규원웅 덕수희호자순만영남현구 도윤현영훈연원경형하준희은진겸운아율담건균혁결빈일산언이
  동현훈욱우진하민규건혁원수식희준윤환석완주철국영찬빈섭녘 두리현호식환나희산 라희온율엘은임윤라 래원현 로운하아이희한 루나아다하리비이오 리아나안원라하오 마루음리 만수호식석복덕 말순자숙례
  명수희숙자호진훈철환선화옥순주구 모아란 무영성진열 문희수영호석정옥 미경숙정영란선희자연옥진현나소주애래르라리지서순남화혜아 민준지서수정호우재기아경규영석성식철주혁현희선하솔찬채유율후건겸상국 바다름른위 반디달 버들
  범수준석진규기용호 별이아 병훈철호우현희찬헌수준일주욱진국규기만석선식옥 보라영람미경은검아나민성윤름현연겸늬배슬 복순자희남녀동례수만실 봄이빛 봉순수희식석준구자남주 빛나찬 사랑름 산들하
  상우민현훈철진호욱수희준혁환원규일미숙범석윤은아연엽구기길봉화균선근 새롬봄나별아론벽한람 서연준현윤영우진은아율하희정인후원경빈이온담언호림린훈휘령라예안완유주지 석진호준훈현우민원규환기주태만구순희
  선영희미우아숙주경화호진정현옥자규민은혜빈율애하지재태 설아희현윤화하린 성민호훈준진우현수희숙은재경미철환식일규태욱혁주열찬빈란용아연애순옥기길균춘하심 세희영준윤진아은훈빈나라린연율현인호찬하림미정경원민령
  소연영희정율은민현윤라하담망미유린예진슬리향아 솔미비아이희지하민별빛찬 송이희현미 수민진빈현아연정경희영지미호혁인철란환용하예안린완복찬림애남옥봉 숙희자영경현진 순자희영옥덕애남철복금례임분녀심화선 슬기아비찬옹
  승민현우호준희훈철주연원환혜재기윤아완욱빈태하헌찬은규안유리 시우은윤현영아연온율후하안원완환진헌준유언내훈형 신애영혜우비아욱재희 아름영연라인현린윤리율정준온진람솔림은루나미 안나 애리경란자순라심숙희 양희수호순미
  여진울정은원름 연우수주희정아서경지진숙연재호두화옥준제후하이 영희수숙자호철민준진미훈석환식재란선주아은길태우일경기균찬배현남화서빈인애순옥임혜욱규복실심광 예은진지린서원나슬빈림준찬성인담주솔람온율봄강리윤건승현령랑본솜하아
  오름 옥순자희분주경선란 온유새달 용준수호민현훈식석희환우진태욱철운구만선순 우진성빈현석혁재영주철리람림연솔찬경태민희식섭 원희준석빈영호진우식재태철일경규정미주
  유진나미리정라빈주경선현민찬승준림하안이은솔채담건설란신근성영환람아희순 윤서아지정호희주미경성진재우하슬영후별수종찬솔설옥태석식 은지서영정주경미희혜숙비진하수아우재설채성선별새솔결호찬율총후유조빈봄실향옥순자철애 을순동
  이슬준안서현솔람레루찬진령담헌혁재 익현수준환 인수숙영호경성혜철선혁희우아주자환규서정순옥석애범태 일환섭호수남영태 자영현룡은윤경민 장미우호원훈
  재현민훈영석호원준혁우희성환욱윤인은경용진철형규범식하이찬빈완헌율일학남순덕온 점순례 정민수희훈은숙현우호아인환식욱미연자원란석태윤서규혁재남진음심후안율빈순옥화애선임경국주섭례엽분 제니이나인하윤현민훈원 조이아안
  종현수석민원훈호혁철식우환국찬욱성영태희윤빈남순 주연희원현영은호혁미아형하환경안찬완리승옥순성빈율엽 준호영우혁서형수석희기태식상성현표규모원환빈이 중현기호훈원
  지민현훈은영원우연수호혜안윤성아유석환선예율후완애창숙희욱니나오찬솔음봄효홍온혁섭용웅태인빈향담 진우영호수희아주경서숙현욱혁성형규석솔환철선옥순애리미태원 찬우호희영민솔미혁경유빈율수양규식주
  창민수현호훈희영우준욱환기식석숙순규진 채원은영연린윤아민이하율희안온령빈나경현우 천수석 철수호민진우현희용규영 초롱희아원은연이 춘자희식수호순삼옥애화 충현희식일 치우영현호
  태현호준영희우민윤원훈형석연은진양규빈환일경오이율린리하인온강헌성수식섭욱웅범순자 평강 푸름른 필립순호 하은윤준율린진영늘나람연온경선정민랑루임엘빈솔담성원유음 학수준순 한나별솔빛울결비올준서영유율새길샘주민
  해인진린숙솔수영담나든온찬원준율봄미성람윤주림리선 행자숙순 향숙미기란순 현우준수진정아주지서민석철경희영숙식욱태승빈호성기미선이규도찬동순옥 형준석우민진욱철원규주 혜진원경정영미숙인선연지은림수리주성란빈민윤나린자옥승순
  호준영진연성윤민철석정원빈산 홍기석주수철자 화영숙자진연정순선란 환희우 효진주정민선은린리원준경연빈찬신숙희영순자상재 훈민석기 휘성재경인민 흥수식민 희정수진연선경원숙준재영주철찬태성윤자순옥망`;
/** Those of them that are words as well: somebody is named only where more says so than a particle. */
const ALSO_WORDS = `
  가령림을인 강산토호 겨레울 경남화주구선호 고은운 광석 근수 금주남 기우호준성수찬주쁨 나은리라무 남길 다정래운해함원인 단비 달래님 대성식수진원 도하산일형 동원석국녘 라임 루비 마루음리 만석복호 명화주구
  모아란 무성진영 문호 미숙정연진소주래라리지남화아 민정영주선 바다른름위 반디달 버들 범용 병기석선국 보라람은아나름배슬 복수실 봄빛이 빛나 사랑 산하들 상수환원석아연기봉선근일구균 새봄벽 서원린예지라정경유
  석기구 선주호진정현율지재 설화하 성우숙은경미주찬애기길심하 세율찬정경인 소정라망유진리아연담 송이 수정경영지호용하예완복림애 순금례화 슬기 승기리원 시연안내원영 신비 아름연린리 양수호 여진울정름
  연수주정서재호두옥하이후지경제 영미재주아남화서광인기 예찬지하인 오름 온유 용수태구선 우성주리림연민경람식 원석경정주호태일 유리선림채신성영람아희정승순안설 윤석식 은혜하총유실 이슬서레루안재 인수성선주자정서
  일환수호태영남 자영은경 장미원 재현석원경진범일학인 정수숙식미자원석태서규진화선경국례분인음심주 제하원 조아 종식국성영원 주연미리옥빈 준수기 중기원 지은원우연수혜성나니인향음석창오 진영수주경리미원형성 찬미양 창기
  채우 천수 철수 초롱원연 춘화 충일 치우 태형연양자우인 평강 푸른 하늘나선루원경성 한결길주솔빛 해진수주리성원 향기 현지미기주 혜성자 호연 홍수 화자정순선 환희우 효자상 훈기 휘경 희망`;
/** And those that are rather a word even before a title: 수영 강사, 현지 직원, 우리 엄마. */
const RATHER_WORDS = `
  가령 강산 경호주남 금주 기준성수호 나라은 남길 다해운 도하 동원 마리음 모아 무진 미래화리 민영주 바다 보은아 사랑 상수연 성주우 소아리유 수영호 시연내 양호 여정 연수주 영주재남화 용구 우리주 원주정호
  유아선리 이재서 인수정성 일환 자영 재학현원 정규식수화서 종성 주연 지원연나 진주영 태양 하나루 한주 해수 현지`;

/** What two syllables are as a given name; the more, the surer. */
export const GivenName = { NONE: 0, RATHER_WORD: 1, ALSO_WORD: 2, NAME_ONLY: 3 } as const;

const groupsOf = (list: string) => list.trim().split(/\s+/);
/** All that frequent given names begin with. */
export const GIVEN_FIRST_SYLLABLES: string = groupsOf(GIVEN_NAMES)
  .map((group) => group.charAt(0))
  .join('');

/** All that they end with. */
export const GIVEN_LAST_SYLLABLES: string = groupsOf(GIVEN_NAMES)
  .map((group) => group.slice(1))
  .join('');

/** By syllable, its number as a first one and as a last one, from 1 on; 0 for all others. */
const firstNumbers = new Uint8Array(HANGUL_SYLLABLES);
const lastNumbers = new Uint8Array(HANGUL_SYLLABLES);
const WIDTH = 256;
/** By both numbers, what the two are: two looks at an array and one at this, as most words of a text ask. */
const kinds = new Uint8Array(WIDTH * WIDTH);

function numberIn(numbers: Uint8Array, code: number, next: number): number {
  return (numbers[code - HANGUL_FIRST] ||= next);
}

let firsts = 1;
let lasts = 1;
for (const [list, kind] of [
  [GIVEN_NAMES, GivenName.NAME_ONLY],
  [ALSO_WORDS, GivenName.ALSO_WORD],
  [RATHER_WORDS, GivenName.RATHER_WORD],
] as const) {
  for (const group of groupsOf(list)) {
    const first = numberIn(firstNumbers, group.charCodeAt(0), firsts);
    firsts = max(firsts, first + 1);
    for (const syllable of group.slice(1)) {
      const last = numberIn(lastNumbers, syllable.charCodeAt(0), lasts);
      lasts = max(lasts, last + 1);
      kinds[first * WIDTH + last] = kind;
    }
  }
}

/** Whether two syllables are a frequent given name. */
export function isFrequentGivenName(first: number, last: number): boolean {
  return givenNameKind(first, last) !== GivenName.NONE;
}

/** What two syllables are as a given name: one of GivenName. */
export function givenNameKind(first: number, last: number): number {
  if (!isHangul(first) || !isHangul(last)) return GivenName.NONE;
  return kinds[firstNumbers[first - HANGUL_FIRST]! * WIDTH + lastNumbers[last - HANGUL_FIRST]!]!;
}
