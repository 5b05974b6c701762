import type { Characters } from '../../text/code-units.js';
import { ROLE_WORDS } from '../../lexicon/english/roles.js';
import { classAt, classOf, NAME, ORDINARY, WordClass } from '../../lexicon/english/word-class.js';
import { isAsciiAlphanumeric, isDigit } from '../../text/character-class.js';
import { isLatinCapital, isLatinLetter, wordEnd } from '../../text/latin-words.js';
import { max } from '../../text/math.js';
import { wordBefore, type WordBefore } from './word-before.js';

const words = (list: string) => new Set(list.split(' '));

/** What introduces a name whatever it looks like. */
const INTRODUCING = words(
  "dear hi hello hey yo attn cllr maestro named called alias i'm i’m customer client patient employee colleague applicant contact sincerely signed aka née nee thx tx cheers hiya",
);
/** The same before a comma or the end of a line. */
const CLOSINGS = words(
  'regards rgds sincerely cheers thanks thx thnx ta best wishes truly faithfully yours greetings respectfully cordially warmly gratefully xo xox xoxo xx x love hugs br',
);
/** The same before a colon. */
const LABELS = words(
  'name from to by cc bcc attn attention author contact signature signed customer client patient employee user owner assignee',
);
/** `name is`, `this is`, `I am`, `spoke with`, `on behalf of`. */
const PHRASES = words(
  'name_is this_is here_is it_is i_am spoke_with spoke_to speak_with speak_to behalf_of care_of known_as assigned_to addressed_to signed_by written_by prepared_by',
);
/** What stands before people rather than things. */
const BEFORE_PEOPLE = words(
  `with by for and or told tell asked ask met meet thank thanks thx call email emailed message contacted between says said invite invited married husband wife son daughter brother sister mother father
   friend boss manager singer actor actress player captain president minister congratulations welcome sorry following via love loves miss about against cc to of from is was when that if because but where
   think thinks hope hopes guess reckon heard like who whom did does has had mom dad cousin uncle aunt nephew niece neighbour neighbor partner spouse tenant landlord lawyer attorney nurse director`.replaceAll(
    '\n  ',
    '',
  ),
);
const BEFORE_THINGS = words(
  'the a an in at near on into visit visited visiting across around through our my your this these every each no new buy bought using use install open watch watching read reading play playing',
);
/** The name of a place begins here. */
const BEFORE_PLACES = words(
  'st saint san santa sankt mt mount ft fort port lake cape camp point hotel café cafe villa rue avenue via calle plaza piazza platz',
);
/** What people do. */
const AFTER_PEOPLE = words(
  `is was has had said says told tells lives lived works worked wrote writes asked asks called calls went goes came comes wants wanted needs needed sent sends signed agreed joined will would can could should
   did does doesn't didn't thinks thought knows knew got gets gave made makes took plays played won lost loves loved likes liked moved born married died started became who whose speaks claims claimed
   added explained replied requested reported submitted paid ordered bought purchased received visited arrived left met tried used ever never personally hasn't isn't wasn't won't can't couldn't wouldn't shouldn't hadn't hasn’t isn’t wasn’t won’t can’t couldn’t wouldn’t hadn’t doesn’t didn’t`.replaceAll(
    '\n  ',
    '',
  ),
);
/** What somebody is asked, behind the name and a comma. */
const VOCATIVE = new Set(
  ['can', 'could', 'would', 'will', 'do', 'did', 'are', 'have', 'if', 'when'].map((verb) => `${verb} you`),
);
/** What is done to people: behind these even an ordinary word with a capital is somebody, and a family name alone. */
const DONE_TO_PEOPLE = words(
  'ask asked tell told thank thanked email emailed messaged pinged phoned texted invited remind reminded informed said says',
);
/** Ships and storms have names of people, behind these. */
const SHIPS_AND_STORMS = words(
  'msc cgm mv hms uss usns rms ss hmas hmcs hmnzs ins storm hurricane cyclone typhoon ferry tug yacht frigate trawler lifeboat schooner destroyer barge',
);
/** So have rooms, machines, animals, plants, products and plans, but given names alone. */
const NAMED_THINGS = words(
  'room boardroom robot chatbot bot horse puppy kitten model project sprint codename release version theme font cluster shade colour color variety cultivar operation mission satellite asteroid rover',
);
/** Dishes, drinks, plants and sayings that end with a given name, after their first words. */
const NAMED_SO = words(
  `eggs_benedict bloody_mary hail_mary virgin_mary sweet_william black-eyed_susan creeping_jenny ragged_robin herb_robert lazy_susan smart_alec smart_aleck plain_jane uncle_sam peeping_tom doubting_thomas jolly_roger union_jack steak_diane
   crêpe_suzette crepe_suzette crêpes_suzette crepes_suzette peach_melba queen_anne king_edward king_charles grumpy_gertie long_john big_ben big_ted spinning_jenny flash_harry moaning_minnie raggedy_ann jack_russell ask_jeeves`.replaceAll(
    '\n  ',
    '',
  ),
);
/** What is called after somebody, behind the name: `the Grace Hopper conference`. */
const NAMED_AFTER = words(
  `conference prize lecture lectures award awards scholarship scholarships medal cup trophy memorial building wing theatre theater stand bridge museum foundation fellowship fellowships chair library auditorium arena stadium
   airport holiday institute school college centre center fund endowment tournament classic invitational festival parade theorem lemma algorithm distribution syndrome disease equation constant transform filter manoeuvre maneuver sword
   telescope probe crater comet expedition collection edition series franchise trilogy musical film movie album brand range store stores shop outlet estate gardens park dealership dealerships distillery brewery winery`.replaceAll(
    '\n  ',
    '',
  ),
);
/** Said of people only. */
const SAID_OF_PEOPLE = words(
  `said says told tells asked asks wrote writes replied agreed explained joined married signed who whose whom speaks thinks thought prefers wants wanted called calls emailed phoned texted
   laughed cried smiled nodded shrugged swears swore joked jokes phones texts volunteered forgot forgets remembers remembered hates thanked begged testified wonders wondered disagrees apologises apologizes
   herself himself mentioned suggested confirmed complained apologised apologized promised admitted insisted resigned retired reckons knows believes`.replaceAll(
    '\n  ',
    '',
  ),
);
/** States of the USA and provinces of Canada behind a town: `(Madison, WI)`. */
const STATES = words(
  'AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC ON QC BC AB MB SK NS NB NL PE NSW VIC QLD WA TAS ACT UK USA',
);
const RANKS = words('Realtor CEO CTO CFO COO PhD MD Esq RN DDS MBA CPA');
const APOSTROPHE = 0x27;
const RIGHT_QUOTE = 0x2019;
const SPACE = 0x20;
const COMMA = 0x2c;
const AMPERSAND = 0x26;
const PARENTHESIS = 0x28;
/** `john.doe`, `John_Doe`, `John-2`, `John/`: part of a user name or a path. */
const JOINERS = words('. _ @ / \\ -');
const NO_PERSON = -1;
/** Of a name before `&`. */
const LONGEST_JOINED = 16;
/** Words with capitals that are read on for what they name. */
const MOST_CAPITALS = 3;
const EN_DASH = 0x2013;
const SHORTEST_THING = 4;
/** Ordinary words that stand behind people as well: adverbs, conjunctions, irregular verbs. */
const NOT_THINGS = words(
  `about after again ahead already also although always around away back because been before behind below beside between both brought built bought broke came chose could cut did down drank drew drove during each either else enough even ever
   every fell felt first fought found from gave gone grew have hear held here hers herself himself hurt instead into itself just kept knew last later laid lead least left lent less lets like lost made maybe mean meant more most much near never next
   none once only onto other over own paid past please plus please pull push quit quite rang rather read really ride rise rode rose same sang sat saw sell send sent set shall she show shut since slept sold some soon speak spent still stood such
   swam take than that their them then there these they think this those though through thus till today together tomorrow tonight told took tore towards turn twice under unless until upon used very wait wake want went were what when where
   whether which while whom whose will wish with within without woke won wore worn would write wrote yesterday your`.replaceAll(
    '\n  ',
    '',
  ),
);

/** How much what stands around a candidate speaks for a person; negative for a place or a thing. */
export function scoreContext(text: Characters, start: number, end: number, count: number): number {
  const after = scoreAfter(text, end, count);
  if (after === NO_PERSON) return NO_PERSON;
  const before = wordBefore(text, start);
  if (before.mark === '&' && isApostrophe(text.charCodeAt(end))) return NO_PERSON;
  return after + scoreBefore(text, start, before, count);
}

function isApostrophe(code: number): boolean {
  return code === APOSTROPHE || code === RIGHT_QUOTE;
}

function scoreBefore(text: Characters, start: number, before: WordBefore, count: number): number {
  const { word, mark, isCapitalised } = before;
  if ((mark === '%' || mark === "'") && COMPARED.test(text.slice(max(0, start - COMPARED_WINDOW), start)))
    return 0.4;
  if (word === '') return mark === '&' ? scoreJoined(text, start) : count === 1 ? -0.05 : 0;
  if (BEFORE_PLACES.has(word) && mark !== ':' && mark !== ',') return count > 1 ? -0.3 : NO_PERSON;
  if (mark === '' && isOfThing(text, start, word, count)) return NO_PERSON;
  if (introduces(before)) return count > 1 ? 0.35 : 0.4;
  if (mark === ',') return count > 1 && ROLE_WORDS.has(word) ? 0.3 : 0.1;
  if (mark !== '') return -0.02;
  if (DONE_TO_PEOPLE.has(word)) return 0.3;
  if (isCapitalised && count === 1 && isMaker(text, start)) return -0.35;
  if (isCapitalised && before.second !== '' && !BEFORE_PEOPLE.has(word)) return -0.25;
  if (BEFORE_THINGS.has(word)) return count > 1 ? -0.15 : -0.3;
  return BEFORE_PEOPLE.has(word) ? 0.15 : 0;
}

/** `Storm Agnes`, `project Ingrid`, `Eggs Benedict`. */
function isOfThing(text: Characters, start: number, word: string, count: number): boolean {
  if (SHIPS_AND_STORMS.has(word)) return true;
  if (count > 1) return false;
  return (
    NAMED_THINGS.has(word) || NAMED_SO.has(`${word}_${text.slice(start, wordEnd(text, start)).toLowerCase()}`)
  );
}

/** `Skoda Octavia`, `Amazon Alexa`: behind the maker a given name alone is a model. */
function isMaker(text: Characters, start: number): boolean {
  const end = start - 1;
  if (text.charCodeAt(end) !== SPACE) return false;
  let from = end;
  while (end - from < LONGEST_JOINED && isLatinLetter(text.charCodeAt(from - 1))) from--;
  const flags = classAt(text, from, end);
  return (flags & WordClass.BRAND) !== 0 && (flags & NAME) === 0;
}

/** `customer_name ILIKE '%Roe%'`: what a column of names is compared with. */
const COMPARED =
  /(?:^|[^a-z])(?:first|last|full|given|family|customer|client|patient|employee|contact|user|member|sur)[_ ]?name\)? (?:not )?(?:i?like|similar to|rlike|in|=|<>|!=) ?\(?'%?$/i;
const COMPARED_WINDOW = 40;

/** `Nate & Corinne`, but `Mason & Reed`: given names are people, family names a company. */
function scoreJoined(text: Characters, start: number): number {
  const end = start - 2;
  if (text.charCodeAt(start - 1) !== SPACE || text.charCodeAt(end) !== AMPERSAND) return -0.3;
  let from = end - 1;
  while (end - from < LONGEST_JOINED && isLatinLetter(text.charCodeAt(from - 1))) from--;
  return isLatinCapital(text, from) && isSureGiven(classAt(text, from, end - 1)) ? 0 : -0.3;
}

function isSureGiven(flags: number): boolean {
  return (flags & WordClass.GIVEN) !== 0 && (flags & WordClass.SURNAME) === 0;
}

function introduces({ word, mark, second }: WordBefore): boolean {
  if (mark === ':')
    return (
      (LABELS.has(word) || ROLE_WORDS.has(word)) &&
      second !== 'product' &&
      second !== 'file' &&
      second !== 'company'
    );
  if (mark === ',' || mark === '\n') return CLOSINGS.has(word);
  return mark === '' && (INTRODUCING.has(word) || ROLE_WORDS.has(word) || PHRASES.has(`${second}_${word}`));
}

function scoreAfter(text: Characters, end: number, count: number): number {
  const code = text.charCodeAt(end);
  const next = text.charCodeAt(end + 1);
  if (code === APOSTROPHE || code === RIGHT_QUOTE) return next === 0x73 ? 0.2 : 0;
  // `Runge–Kutta`: a method or a line between places.
  if (code === EN_DASH && isLatinCapital(text, end + 1)) return NO_PERSON;
  if (code === SPACE) return scoreNextWord(text, end + 1, next, count);
  if (code === COMMA && next === SPACE) return scoreApposition(text, end + 2, count);
  if (isAsciiAlphanumeric(code) || isLatinLetter(code)) return NO_PERSON;
  return JOINERS.has(text.charAt(end)) && isAsciiAlphanumeric(next) ? NO_PERSON : 0;
}

function scoreNextWord(text: Characters, at: number, code: number, count: number): number {
  if (code === AMPERSAND) return scoreJoining(text, at + 2);
  if (code === PARENTHESIS) return isDigit(text.charCodeAt(at + 1)) ? 0.2 : 0;
  if (isDigit(code)) return count === 1 ? -0.2 : 0;
  if (!isLatinLetter(code)) return 0;
  const end = wordEnd(text, at);
  if (isLatinCapital(text, at)) return scoreNextCapital(text, at, end, count);
  const word = text.slice(at, end);
  if (SAID_OF_PEOPLE.has(word)) return 0.3;
  if (NAMED_AFTER.has(word)) return NO_PERSON;
  if (AFTER_PEOPLE.has(word)) return 0.2;
  if (word === 'and') return 0.05;
  return count === 1 && isThing(word) ? -0.1 : 0;
}

/** `Douglas pouch`, `Savannah office`: an ordinary word in small letters that people do not do. */
function isThing(word: string): boolean {
  if (
    word.length < SHORTEST_THING ||
    NOT_THINGS.has(word) ||
    /(?:ed|s|ly|ing)$/.test(word.replace(/ss$/, ''))
  )
    return false;
  return (classOf(word.charAt(0).toUpperCase() + word.slice(1)) & WordClass.COMMON) !== 0;
}

/** Before `&`: a couple by their given names, or a company. */
function scoreJoining(text: Characters, at: number): number {
  if (!isLatinCapital(text, at)) return 0;
  const end = wordEnd(text, at);
  // `Ben & Jerry's` is a firm.
  return isSureGiven(classAt(text, at, end)) && !isApostrophe(text.charCodeAt(end)) ? 0 : NO_PERSON;
}

/** `Tin Roof Media`, `Mercy Valley Hospital`: capitals up to a word that says what they are; otherwise a title rather than a name. */
function scoreNextCapital(text: Characters, from: number, firstEnd: number, count: number): number {
  let at = from;
  let end = firstEnd;
  let isKnown = false;
  for (let words = 0; words < MOST_CAPITALS && isLatinCapital(text, at); words++) {
    const flags = classAt(text, at, end);
    if ((flags & WordClass.ORGANISATION) !== 0) return NO_PERSON;
    if (words === 0 && NAMED_AFTER.has(text.slice(at, end).toLowerCase())) return NO_PERSON;
    if (words === 0) isKnown = (flags & ORDINARY) !== 0 && (flags & NAME) === 0 && end - at > 1;
    if (text.charCodeAt(end) !== SPACE) break;
    at = end + 1;
    end = wordEnd(text, at);
  }
  return isKnown && count === 1 ? -0.2 : 0;
}

/** `, CEO`, `, aged 34`, `, 34,`; `, WI` behind a town. */
function scoreApposition(text: Characters, at: number, count: number): number {
  if (isDigit(text.charCodeAt(at))) return isDigit(text.charCodeAt(at + 2)) ? 0 : 0.2;
  const word = text.slice(at, wordEnd(text, at));
  if (count === 1 && STATES.has(word)) return NO_PERSON;
  if (word === 'please' || VOCATIVE.has(text.slice(at, wordEnd(text, wordEnd(text, at) + 1)))) return 0.35;
  return RANKS.has(word) || AFTER_PEOPLE.has(word) || word === 'aged' ? 0.2 : 0;
}
