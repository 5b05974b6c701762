const FIRST =
  'James Mary Robert Patricia Michael Linda David Barbara William Susan Thomas Karen Chris Nancy Daniel Emily Olivia Noah Ava Liam Sophia Mason Priya Arjun Mei Hiroshi Yuki Fatima Omar Aisha Carlos Lucia Mateo Ingrid Sven Kwame Amara Chloe Declan Siobhan Tomasz Agnieszka Dmitri Nadia Grace Ethan Hannah Caleb Ruth Ines'.split(
    ' ',
  );
const LAST =
  'Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Wilson Anderson Taylor Moore Jackson Lee Perez Thompson White Harris Clark Lewis Walker Young Allen King Wright Scott Torres Nguyen Hill Green Adams Baker Patel Singh Chen Kim Park Tanaka Okafor Mensah Kowalski Novak Petrov Haddad Larsen Fischer Rossi Moreau'.split(
    ' ',
  );
const SPECIAL = [
  "O'Brien",
  "D'Angelo",
  'Van der Berg',
  'McAllister',
  'Smith-Jones',
  'de la Cruz',
  'MacDonald',
  'Al-Sayed',
  'Fitzgerald',
  'St. Clair',
];
const ROMAN_FAMILY = ['Kim', 'Lee', 'Park', 'Choi', 'Jung', 'Kang', 'Yoon', 'Lim'];
const ROMAN_GIVEN = ['Ji-hoon', 'Minseo', 'Seo-yeon', 'Hyun-woo', 'Eunji', 'Do-yun', 'Sujin', 'Jae-won'];

const first = (random) => random.pick(FIRST);
const last = (random) => (random.chance(0.12) ? random.pick(SPECIAL) : random.pick(LAST));
const initial = (random) => `${random.fill('A')}.`;

function full(random) {
  const kind = random.next();
  if (kind < 0.1) return `${first(random)} ${initial(random)} ${last(random)}`;
  if (kind < 0.14) return `${initial(random)} ${last(random)}`;
  if (kind < 0.19) return `${random.pick(ROMAN_GIVEN)} ${random.pick(ROMAN_FAMILY)}`;
  return `${first(random)} ${last(random)}`;
}

const entry = (make) => ({ type: 'PERSON', make });

export const ENGLISH_PERSONS = {
  person: entry(full),
  'person.first': entry(first),
  'person.last': entry(last),
  'person.upper': entry((random) => `${first(random)} ${random.pick(LAST)}`.toUpperCase()),
  'person.lower': entry((random) => `${first(random)} ${random.pick(LAST)}`.toLowerCase()),
  'person.reversed': entry((random) => `${random.pick(LAST)}, ${first(random)}`),
  'person.roman': entry((random) => `${random.pick(ROMAN_FAMILY)} ${random.pick(ROMAN_GIVEN)}`),
};
