import { people } from '../../../../test/support/found-people.js';

/** By which rule a name is found; names stand between ‹ and ›. */
const RULES: Readonly<Record<string, readonly string[]>> = {
  'given and family name': [
    '‹Nancy Baker› joined the board',
    'signed ‹Mary C. Haddad›',
    'with ‹Arjun McAllister›, who',
    '‹Jean-Pierre Dubois› wrote',
    "‹Sarah O'Connor› agreed",
    'for ‹Elena De La Cruz›,',
    'by ‹Ludwig van Beethoven›',
    'met ‹Martin Luther King Jr.› there',
  ],
  'a title': [
    'Mr. ‹Whitfield› called',
    'Dr. ‹Helen Park› and',
    'Prof. Dr. ‹Anna Roe›',
    'Señora ‹Reyes› said',
    'Judge ‹Thornbury› ruled',
  ],
  'an introduction': [
    'Dear ‹John›,',
    'my name is ‹Priya Ramanathan›.',
    'this is ‹Oluwaseun› speaking',
    'spoke with ‹Deepak› today',
    'Regards,\n‹Olivia›',
    'Hi ‹Tom›, thanks',
    'Best, ‹Jane›',
  ],
  'a label': [
    'Customer name: ‹john doe›',
    '"full_name": "‹Tara Quill›"',
    'Recipient: ‹Zed Umber›\n',
    'prepared by: ‹Ana Reyes›',
    'Registrant Name: ‹Igor Petrenko› Registrant Phone: 1',
    'author=‹Nina Petrov›',
  ],
  'a role, which is no part of it': [
    'Prosecutor ‹Helga Brandvold› said no more',
    'Dispatcher ‹Yolanda› sent a van',
    'seconded by Cllr ‹Haverstock›.',
    'with her brother ‹Anselm›.',
    'Nurse Practitioner ‹Talia Greaves› saw him',
    'Claimant: ‹Zofia Quenby›\n',
  ],
  initials: [
    'apologies: ‹Gail F.›\n',
    'Errors: ‹K. Umbridge›, again',
    '‹D.K. Osterman› → left',
    'ask ‹Farida S›, she knows',
  ],
  'what stands between its words': [
    '‹Leonard "Len" Hathersage› (union)',
    'for ‹Njeri wa Kimani›.',
    'Mr. ‹van der Linden› called',
    'Ms ‹O’Dwyer› agreed',
    '"‹de Groot, Marijke›"',
  ],
  'a title in capitals': ['MR ‹QUENBY›, YOUR CARD', 'MRS ‹T. ARKWRIGHT›\n'],
  'what closes a letter': [
    'See you.\n\nxo\n‹Paige Lorraine Tully›',
    'Rgds\n‹W. Dunmore›',
    '— ‹Harriet V.›, Boise',
  ],
  'what stands beside it': [
    '‹John Doe› <john@example.com>',
    '‹Quill Umber›, quill@example.com',
    '‹Zara Moon› | 212-555-0147',
  ],
  'the order of a list': ['‹Doe, John›\n', '‹Haddad, Mary C.›'],
};

describe.each(Object.entries(RULES))('names in Latin letters by %s', (_rule, texts) => {
  it.each(texts)('are found in %j', (marked) => {
    const value = marked.slice(marked.indexOf('‹') + 1, marked.indexOf('›'));
    expect(people(marked.replace(/[‹›]/g, ''))).toEqual([value]);
  });
});

describe('what only looks like a name', () => {
  it.each([
    ...[
      'New York City',
      'Stanford University',
      'Baker Street Bikes',
      'High Street',
      'the Mill Road bridge',
      'Monday Morning',
    ],
    ...[
      'Product name: Standing Desk',
      'file name: John',
      'host name = Alice',
      'Contact Us <help@example.com>',
      'Dear Customer',
    ],
    ...[
      'john.smith/readme',
      'JOHN_SMITH',
      '@JohnSmith',
      '$John',

      'Will you come?',
      'Click Here',
      'Thank You',
    ],
    ...[
      'device at 10.0.0.1 (Madison, WI)',
      'trains to Preston from Milton Keynes',
      'Sr. Data Engineer',
      'Kind regards\nBranch Manager',
      'Bill to: Tin Shed Media, Unit 4',
      'Mercy Hill Hospital',
      'Customer: QX4R9T. It says so',
      'Rose garden and Ivy on the wall',
      'Transfer from Ward 7',
      'Dear Payroll, my slip',
      'Vitamin C. Take two',
    ],
    ...['J*** D** <john****@example.com>', 'Dr. and Mrs.', 'Lake Victoria', 'Port Louis'],
  ])('is not found in %j', (text) => {
    expect(people(text)).toEqual([]);
  });
});
