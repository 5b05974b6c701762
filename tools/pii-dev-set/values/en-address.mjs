const STREETS = [
  'Maple',
  'Oak',
  'Washington',
  'Lakeview',
  'Cedar Hill',
  'Martin Luther King Jr.',
  'Sunset',
  'Elm',
  'Church',
  'River Bend',
  'Jefferson',
  'Pine Ridge',
];
const KINDS = [
  'Street',
  'St',
  'St.',
  'Avenue',
  'Ave',
  'Ave.',
  'Road',
  'Rd',
  'Boulevard',
  'Blvd',
  'Lane',
  'Ln',
  'Drive',
  'Dr.',
  'Court',
  'Way',
  'Place',
  'Terrace',
  'Parkway',
];
const TOWNS = [
  ['Springfield', 'IL', '627##'],
  ['Austin', 'TX', '787##'],
  ['Portland', 'OR', '972##'],
  ['Albany', 'NY', '122##'],
  ['Denver', 'CO', '802##'],
  ['San Jose', 'CA', '951##'],
  ['Salt Lake City', 'UT', '841##'],
  ['Raleigh', 'NC', '276##'],
];
const BRITISH = [
  ['Leeds', 'LS#'],
  ['Bristol', 'BS#'],
  ['Manchester', 'M#'],
  ['Cardiff', 'CF##'],
  ['Oxford', 'OX#'],
  ['London', 'SW#A'],
  ['Glasgow', 'G##'],
];
const CITIES = [
  'Chicago',
  'Lisbon',
  'Toronto',
  'Nairobi',
  'Osaka',
  'Berlin',
  'Buenos Aires',
  'Seattle',
  'Cape Town',
  'Edinburgh',
];
const UNITS = ['Apt 4B', 'Apt. 12', 'Suite 300', 'Unit 7', '#210', 'Floor 3'];

function street(random) {
  const side = random.chance(0.12) ? `${random.pick(['N', 'S', 'East', 'W.'])} ` : '';
  return `${random.int(3, 9899)} ${side}${random.pick(STREETS)} ${random.pick(KINDS)}`;
}

function american(random) {
  const [town, state, zip] = random.pick(TOWNS);
  const unit = random.chance(0.35) ? `, ${random.pick(UNITS)}` : '';
  return `${street(random)}${unit}, ${town}, ${state} ${random.fill(zip)}${random.chance(0.1) ? `-${random.digits(4)}` : ''}`;
}

function british(random) {
  const [town, area] = random.pick(BRITISH);
  const flat = random.chance(0.25) ? `Flat ${random.int(1, 40)}, ` : '';
  return `${flat}${random.int(1, 240)} ${random.pick(STREETS.slice(1, 9))} ${random.pick(['Road', 'Street', 'Lane', 'Close', 'Gardens'])}, ${town} ${random.fill(area)} ${random.fill('#AA')}`;
}

const entry = (type, make) => ({ type, make });

export const ENGLISH_ADDRESSES = {
  'address.us': entry('ADDRESS', american),
  'address.uk': entry('ADDRESS', british),
  'address.street': entry('ADDRESS', street),
  city: entry('LOCATION', (random) => random.pick(CITIES)),
  nationality: entry('NRP', (random) =>
    random.pick(['Brazilian', 'Korean', 'Catholic', 'Muslim', 'Nigerian', 'Swedish', 'Buddhist', 'Canadian']),
  ),
  url: entry(
    'URL',
    (random) =>
      random.pick(['https://', 'http://', 'www.']) +
      random.pick(['example.com', 'example.org/profile', 'portal.example.net/u']) +
      random.fill('/aaaa##'),
  ),
};
