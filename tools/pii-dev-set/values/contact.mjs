const LOCAL = [
  'hong',
  'minsu',
  'j.kim',
  'seoyeon',
  'park_jh',
  'lee.dohyun',
  'admin.yoon',
  'c.evans',
  'maria.lopez',
  'tw',
  'sales-kr',
  'ann_marie',
  'x.y.z',
  'r2park',
  'o.brien',
  'hkd',
  'dev+alerts',
  'nguyen.t',
  'kimch',
  'sunny',
];
const DOMAINS = [
  'example.com',
  'example.org',
  'example.net',
  'mail.example.com',
  'corp.example.org',
  'gatehouse.example',
  'hr.example.net',
  'shop.test',
  'univ.example',
  'example.co.kr',
];
const AREA = [
  '031',
  '032',
  '033',
  '041',
  '042',
  '043',
  '051',
  '052',
  '053',
  '054',
  '055',
  '061',
  '062',
  '063',
  '064',
];
const DIGIT_NAMES = {
  0: '공',
  1: '일',
  2: '이',
  3: '삼',
  4: '사',
  5: '오',
  6: '육',
  7: '칠',
  8: '팔',
  9: '구',
};

const entry = (type, make) => ({ type, make });
const phone = (...shapes) => entry('PHONE', (random) => random.fill(random.pick(shapes)));

function email(random) {
  const number = random.chance(0.5) ? String(random.int(1, 999)) : '';
  return `${random.pick(LOCAL)}${number}@${random.pick(DOMAINS)}`;
}

const fullWidth = (text) =>
  text.replace(/[!-~]/g, (each) => String.fromCharCode(each.charCodeAt(0) + 0xfee0));
const spelled = (text) => text.replace(/\d/g, (digit) => DIGIT_NAMES[digit]).replace(/-/g, ' ');
const mobile = (random) => random.fill('010-N###-####');
const landline = (random) =>
  random.fill(random.chance(0.4) ? '02-N###-####' : `${random.pick(AREA)}-N##-####`);

function ipv6(random) {
  return random.chance(0.5)
    ? random.fill('2001:db8::hhh:hhhh')
    : random.fill('2001:db8:hhhh:hhhh:hhhh:hhhh:hhhh:hhhh');
}

const ipv4 = (random) => `${random.pick(['192.0.2', '198.51.100', '203.0.113'])}.${random.int(1, 254)}`;

/** Numbers that the regulators keep for films and books where there are any. */
export const CONTACTS = {
  email: entry('EMAIL', email),
  mobile: entry('PHONE', mobile),
  'mobile.any': phone(
    '010-N###-####',
    '010N#######',
    '010 N### ####',
    '010.N###.####',
    '010-N###-####',
    '011-N##-####',
    '016-N##-####',
  ),
  'mobile.plain': phone('010N#######'),
  'mobile.intl': phone(
    '+82 10-N###-####',
    '+82-10-N###-####',
    '+8210N#######',
    '+82 10 N### ####',
    '+82)10-N###-####',
    '82-10-N###-####',
  ),
  'mobile.odd': phone(
    '010)N###-####',
    '(010) N###-####',
    '010 - N### - ####',
    '010–N###–####',
    '010/N###/####',
  ),
  'mobile.full': entry('PHONE', (random) => fullWidth(mobile(random))),
  'mobile.hangul': entry('PHONE', (random) => spelled(mobile(random))),
  landline: entry('PHONE', landline),
  'landline.any': entry('PHONE', (random) =>
    random.pick([
      landline(random),
      random.fill('02)N##-####'),
      random.fill('(02) N##-####'),
      random.fill(`${random.pick(AREA)}) N##-####`),
      random.fill('02N#######'),
      random.fill('+82-2-N###-####'),
      random.fill('02.N##.####'),
    ]),
  ),
  voip: phone('070-N###-####', '070N#######', '050N-N##-####', '050N-N###-####'),
  'phone.us': phone(
    '(212) 555-01##',
    '415-555-01##',
    '303.555.01##',
    '+1 646 555 01##',
    '+1-702-555-01##',
    '1-800-555-01##',
    '(617)555-01##',
    '+1 (503) 555-01##',
    '2025550###'.replace('###', '1##'),
  ),
  'phone.uk': phone(
    '020 7946 0###',
    '+44 20 7946 0###',
    '07700 900###',
    '+44 7700 900###',
    '0161 496 0###',
    '+44 (0)117 496 0###',
  ),
  'phone.world': phone(
    '+61 491 570 ###',
    '+49 30 23125 ###',
    '+33 1 99 00 ## ##',
    '+353 20 912 ####',
    '+81 90-1234-####',
    '+86 138 0013 ####',
    '+91 98765 4####',
    '+34 600 00 ## ##',
    '+65 8123 ####',
  ),
  ip: entry('IP_ADDRESS', (random) => (random.chance(0.75) ? ipv4(random) : ipv6(random))),
  ipv4: entry('IP_ADDRESS', ipv4),
  ipv6: entry('IP_ADDRESS', ipv6),
  mac: entry('MAC_ADDRESS', (random) =>
    random.fill(random.pick(['00:00:5E:00:53:hh', '00-00-5e-00-53-hh', '02:hh:hh:hh:hh:hh'])).toLowerCase(),
  ),
  'url.credentials': entry(
    'URL_CREDENTIALS',
    (random) => `${random.pick(['app', 'svc_report', 'deploy', 'minsu'])}:${random.fill('aaaAA##a##')}`,
  ),
};
