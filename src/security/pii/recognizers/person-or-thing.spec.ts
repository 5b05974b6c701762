import { people, valuesOf } from '../../../../test/support/found-people.js';

/** Things that have names of people, by what tells them. */
const THINGS: Readonly<Record<string, readonly string[]>> = {
  'a firm or a brand': [
    'Merrill Lynch cut its forecast',
    'a coat from Calvin Klein, size M',
    'Pitney Bowes and Wolters Kluwer were flat',
    'sold at John Lewis on Monday',
    'a crate of Dr Pepper and Mr Kipling cakes',
    'Hargreaves Lansdown said fees would fall',
  ],
  'words in capitals on both sides of a slash': ['see UPLOAD/FORMS', 'DATA/ITEMS', 'RISK/PROGRAMS'],
  'a dish, a drink or a plant': ['Eggs Benedict, Bloody Mary and Earl Grey', 'sow sweet William in May'],
  'a ship or a storm': [
    'HMS Beatrice sails at noon',
    'Attention: MSC Lorena is late',
    'Storm Edith hit Kent',
    'claims for Hurricane Nora',
  ],
  'a room, a model or a plan': [
    'in meeting room Edith until four',
    'the Skoda Octavia and the Dacia Sandra',
    'project Ingrid is red',
    'armchair model Olivia in oak',
  ],
  'what is called after somebody': [
    'at the Edith Clarke conference',
    'the Nora Ephron Lecture is full',
    'rooms in the Nora Ward Hall',
    'keys to Wallace House, please',
    "Nora's Law and Edith's theorem",
  ],
  'a word that no list has, and nothing that people do': ['see Quillory.', 'the Harrowgate release is out'],
  'a compound of two syllables': ['Win-win for all of us', 'Ping-pong at six', 'Pop-up store'],
  'parts that are no names': ['name: nora-gateway\n', 'owner: edith-worker\n'],
  'a plural that is no family': ['watched the Simpsons again', 'a week in the Hamptons'],
  'a shop that is called like its founder': ["Christie's and Sotheby's withdrew", "at Denny's, exit 42"],
  'a town with a preposition': ['Newcastle-upon-Tyne is next', 'in Henley-on-Thames today'],
};

describe.each(Object.entries(THINGS))('no name is read in %s', (_rule, texts) => {
  it.each(texts)('as in %j', (text) => {
    expect(people(text)).toEqual([]);
  });
});

/** By which evidence somebody is found; names stand between ‹ and ›. */
const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  'a role in front of the whole name': [
    'Constable ‹Edith Marlow› wrote it',
    'Instructor ‹Nora Winslow› is ill',
    'Deputy Head ‹Marcus Finch› called',
    'keeper ‹Hartgrove› saved it',
  ],
  'an office behind a title': ['Mr Justice ‹Winslow› agreed', 'Detective Sergeant ‹Nora Marlow› attended'],
  'a form of address from elsewhere': [
    'Datuk ‹Azlan Yusof› spoke',
    'Smt ‹Lata Iyer› signed',
    'with Puan ‹Rohani›.',
  ],
  'a particle between the names': [
    'from ‹Siva a/l Raman› today',
    'Tenant ‹Nurul Aina binti Hassan› has paid',
  ],
  'what is done to people': [
    'Ask ‹Grant› if it is done',
    'I emailed ‹Rose› on Monday',
    'Remind ‹Bill› about the gate',
    'said ‹Larsen›, a farmer',
  ],
  'what they are asked': ['‹Mark›, could you look?', 'So ‹Joy›, please sign here'],
  'what they do': ["‹Leila› won't come", '‹Hassan› hasn’t replied'],
  'the article before a plural': ['since the ‹Rahmans› moved in', 'ask the ‹Hendersons› first'],
  'two syllables behind a Chinese family name': ['with ‹Zhang Yuqing› and others', '‹Wang Xiaoying› joined'],
  'capitals behind a role': ['applicant ‹RAGHUVIR NANDAKUMARAN›, visa'],
  'a ticket': ['Passenger ‹WINTERBOURNE/EDITH› MRS is late', 'for ‹OKORO/DANIEL›MR'],
  'the column that is compared': ["WHERE customer_name ILIKE '%‹Lestrade›%'"],
  'what people do whose name is that of a firm': [
    '‹Tom Collins› said he would pay',
    '‹Sara Lee› said so',
    '‹Charles Schwab› said so',
  ],
  'a title before what is also a brand': ['Please call Mr ‹Price› back', 'Mr. ‹Porter› is in'],
  'a given and a family name': ['‹John Smith› drivers license is AC432223', 'total due ‹Mary Johnson› 40.00'],
  'what somebody has': ["‹Sarah›'s disease has progressed", "‹Laura›'s desk is empty"],
  'a pet form': ['call ‹Jonno› first', 'Thx ‹Bex›, see you'],
};

describe.each(Object.entries(PEOPLE))('a name is read by %s', (_rule, texts) => {
  it.each(texts)('as in %j', (marked) => {
    const value = marked.slice(marked.indexOf('‹') + 1, marked.indexOf('›'));
    expect(people(marked.replace(/[‹›]/g, ''))).toEqual([value]);
  });
});

describe('the number of a machine or a stop', () => {
  it.each(['Valve 12, Station Road, is shut', 'Platform 2, Victoria Road stop', 'Bus 9, Park Street'])(
    'begins no address in %j',
    (text) => {
      expect(valuesOf('ADDRESS', text)).toEqual([]);
    },
  );

  it.each(['Flat 3, Mill Lane, Leeds LS1 4AB', 'lives at 12, Station Road'])(
    'but one of a house does in %j',
    (text) => {
      expect(valuesOf('ADDRESS', text)).toHaveLength(1);
    },
  );
});
