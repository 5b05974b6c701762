import { EdgeTable } from '../text/edge-table.js';

/** Frequent given names by their first syllable. */
const GIVEN_NAMES = `
  가영은연람인희 건우호희형민욱 경희숙미자수민호아은란훈진철환석화주태구원식선애윤 광수호현민석희진식철 규현민리호빈태진 기현훈영우철호준태범석환성
  나연영은래리현경라윤희 다은인연현혜빈솔영예희미원슬온 대현호성영식희 덕수희 도윤현영훈연원경형하준희은진겸운 동현훈욱우진하민규건혁원수식희준윤환석완주철국
  명수희숙자호진훈철환선 문희수영 미경숙정영란선희자연옥진현나소주애 민준지서수정호우재기아경규영석성식철주혁현희선하솔찬채
  병훈철호우현희찬헌수 보라영람미경은검아나 상우민현훈철진호욱수희준혁환원규일미숙범석윤은 서연준현윤영우진은아율하희정인후원경빈 선영희미우아숙주경화호진정현옥자
  성민호훈준진우현수희숙은재경미철환식일규태욱혁주열찬빈란용아 세희영준윤진아은훈빈 소연영희정율은민현윤라 수민진빈현아연정경희영지미호혁인철란환용 순자희영옥덕애이남철
  승민현우호준희훈철주연원환혜재기윤아완욱 시우은윤현영아연온율후 아름영연라인현린윤 여진울정 연우수주희정아서경지진숙
  영희수숙자호철민준진미훈석환식재란선주아은길태우일경기균찬배현남화 예은진지린서원나슬빈림준찬성인담주솔 용준수호민현훈식석희환 우진성빈현석혁재영주철 원희준석빈영호
  유진나미리정라빈주경선현민찬승준림 윤서아지정호희주미경성진재우하슬영 은지서영정주경미희혜숙비진하수아우재설채성선별새솔결호찬율 인수숙영호경성혜철선혁
  재현민훈영석호원준혁우희성환욱윤인은경용진철형규범식하 정민수희훈은숙현우호아인환식욱미연자원란석태윤서하규혁재남진 종현수석민원훈호혁철식우환
  주연희원현영은호혁미아형하환경 준호영우혁서형수석희기하태식상성 지민현훈은영원우연수호혜안윤성아유석환선예율후완애창숙희욱 진우영호수희아주경서숙현욱혁성형규석솔환
  찬우호희영민 창민수현호훈희영우 채원은영연린윤아민 철수호민진우현 춘자희 태현호준영희우민윤원훈형석연은진양규빈환일경 하은윤준율린진영늘나람연온경선정민
  한나별솔빛울결 해인진린숙 현우준수진정아주지서민석철경희영숙식욱태승빈호성기미선 형준석우민진식 혜진원경정영미숙인선연지은림수리주성란 홍기석주 효진주정민선은린리원준 희정수진연선경원숙준재
  길동 솔미비 슬기아 새롬봄 라희온 로운하 이슬준 봄이 별이 단비 초롱희 예지 다정 장미 두리 산들 윤슬 해솔 가람온`;

const groups = GIVEN_NAMES.trim().split(/\s+/);
/** All that frequent given names begin with. */
export const GIVEN_FIRST_SYLLABLES: string = groups.map((group) => group.charAt(0)).join('');

/** A first syllable and a last one are a node and a label. */
const known = new EdgeTable();
for (const group of groups) {
  for (const last of group.slice(1)) known.grow(group.charCodeAt(0), last.charCodeAt(0));
}

/** Whether two syllables are a frequent given name. */
export function isFrequentGivenName(first: number, last: number): boolean {
  return known.child(first, last) !== 0;
}
