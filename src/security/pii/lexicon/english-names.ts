/** Frequent given names that are no common words or places, with Korean ones as written in English. */
const GIVEN_NAMES = new Set(
  `aaron abigail adam adrian ahmed alan albert alejandro alex alexander alexandra alice alicia allison amanda amber amy ana andrea andrew angela anita ann anna
   anne anthony antonio arthur ashley barbara benjamin bernard beth betty beverly bob bobby bradley brandon brenda brian bruce bryan carl carla carlos carmen carol
   caroline catherine cathy charles cheryl chloe chris christian christina christine christopher cindy claire colin connie craig crystal cynthia daniel danielle
   david deborah debra dennis diana diane diego donald donna dorothy douglas dylan edith edward eileen elaine eleanor elena elizabeth ellen emily emma eric erica
   erik erin ethan eugene eva evelyn fatima felix fernando frances francis francisco frank fred frederick gabriel gary george gerald gloria gordon greg gregory
   hannah harold harry harvey heather helen henry howard ian irene isaac isabella ivan jack jacob jacqueline james jamie jane janet janice jason javier jean
   jeff jeffrey jennifer jenny jeremy jerry jesse jessica jill jim jimmy joan joanna joe johannes john johnny jonathan jorge jose joseph joshua juan judith
   judy julia julian julie justin karen karl kate katherine kathleen kathryn kathy keith kelly kenneth kevin kim kimberly kyle larry laura lauren lawrence
   leah leo leonard leslie liam linda lisa lois lori louis louise lucas lucy luis luke lynn manuel marcus margaret maria marie marilyn mario marion martha
   martin mary mateo matthew max megan melissa michael michelle miguel mike mohammed monica muhammad nancy natalie natasha nathan nicholas nicole nina noah
   nora norman olga oliver olivia oscar pamela patricia patrick paul paula pedro peggy peter philip phillip phyllis priya rachel rafael raj ralph raymond
   rebecca ricardo richard rita robert roberto robin roger ronald rosa russell ruth ryan samantha samuel sandra sara sarah scott sean sergio sharon shawn
   sheila shirley simon sofia sophia sophie stanley stefan stephanie stephen steve steven stuart susan suzanne sylvia tamara tanya teresa terry theodore theresa
   thomas tiffany tim timothy tina todd tom tony tracy tyler valerie vanessa vera vicki vincent walter wanda wayne wendy william wolfgang yolanda zachary zoe
   gildong gil-dong minsu min-su minsoo minji min-ji jisoo ji-soo jihoon ji-hoon jiwon ji-won seojun minjun min-jun seoyeon youngho young-ho sunhee eunji
   hyunwoo hyun-woo sungmin sung-min yuna soyeon taehyung donghyun`.split(/\s+/),
);

/** Korean family names as written in English: one of them makes two words a name. */
const ROMANISED_SURNAMES = new Set(
  'kim lee park choi jung jeong kang cho yoon jang lim han oh seo shin kwon hwang ahn song hong yoo jeon moon yang'.split(
    ' ',
  ),
);

/** Words that stand beside contact data but are nobody's name. */
const NOT_NAMES = new Set(
  `email mail phone tel telephone mobile cell fax contact contacts call customer customers service services support sales team info information help desk
   office center centre please dear sir madam all everyone hello hi hey thanks thank regards sincerely the this that our your my we you user users admin
   administrator system server client company corp inc ltd llc group department dept street avenue road order product item price number name first last full
   address date time to from cc bcc re subject message note notes see visit website www http https api error status true false null none test account bank
   card credit monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
   new york san los south north east west united states street st ave rd standing desk office chair keyboard monitor laptop resident registration passport
   license licence driver social security patient person i it he she they will can not no yes and or for with by at in on of is are was were`.split(
    /\s+/,
  ),
);

/** Lower-case words between capitals that belong to a surname. */
export const NAME_PARTICLES = 'de|da|del|della|di|van|von|der|den|la|le|bin|al';

/** Whether no word of it is an ordinary word. */
export function hasOnlyNameWords(words: readonly string[]): boolean {
  return words.length > 0 && words.every((word) => !NOT_NAMES.has(word.toLowerCase()));
}

/** Whether the words carry their own proof: a known given name, or a Korean surname beside another word. */
export function isKnownName(words: readonly string[]): boolean {
  const lower = words.map((word) => word.toLowerCase());
  if (GIVEN_NAMES.has(lower[0] ?? '')) return hasOnlyNameWords(words);
  return (
    words.length >= 2 &&
    words.length <= 3 &&
    lower.some(isRomanisedSurname) &&
    lower.some((word) => GIVEN_NAMES.has(word))
  );
}

function isRomanisedSurname(word: string): boolean {
  return ROMANISED_SURNAMES.has(word);
}
