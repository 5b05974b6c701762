import { cardNumber, grouped } from './money.mjs';
import { pad } from './dates.mjs';

const none = (make) => ({ type: null, make });
const shapes = (...list) => none((random) => random.fill(random.pick(list)));
const won = (value) => value.toLocaleString('en-US');

/** What looks like personal data and is none. */
export const NOISE = {
  order: shapes('2026######-#######', 'ORD-2026####-#####', '20260N########', 'S####-######'),
  tracking: shapes('6###-####-####', '5###########', '####-####-####', '3##########'),
  'case.kr': none(
    (random) =>
      `${random.int(2015, 2026)}${random.pick(['가합', '가단', '나', '구합', '노', '카합'])}${random.digits(random.int(4, 6))}`,
  ),
  patent: shapes('10-20##-0######', '10-2######-0000', '40-20##-0######'),
  'patent.us': shapes('US 1#,###,###', 'US20##/0######'),
  epoch: none((random) => String(random.int(1_500_000_000, 1_790_000_000)) + random.digits(3)),
  'epoch.s': none((random) => String(random.int(1_500_000_000, 1_790_000_000))),
  uuid: shapes('hhhhhhhh-hhhh-4hhh-ahhh-hhhhhhhhhhhh'),
  sha: shapes('hhhhhhh', 'hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh'),
  version: none(
    (random) =>
      `${random.int(1, 12)}.${random.int(0, 30)}.${random.int(0, 90)}${random.chance(0.4) ? `.${random.int(1, 900)}` : ''}`,
  ),
  won: none((random) => won(random.int(1, 9_999) * 1000)),
  usd: none((random) => `$${won(random.int(10, 99_999))}.${random.digits(2)}`),
  isbn: none((random) =>
    random.fill(random.pick(['978-89-####-###-#', '979-11-#####-##-#', '97889########'])),
  ),
  'isbn.en': none((random) => random.fill(random.pick(['978-0-####-####-#', '978-1-###-#####-#']))),
  'card.luhnless': none((random) => grouped(cardNumber(random, false), random.pick(['-', ' ', '']))),
  'masked.rrn': none((random) => random.fill('######-N******')),
  'masked.mobile': none((random) =>
    random.fill(random.pick(['010-****-####', '010-####-****', '***-****-####'])),
  ),
  'masked.card': none((random) =>
    random.fill(random.pick(['####-****-****-####', '****-****-****-####', '**** **** **** ####'])),
  ),
  'masked.email': none((random) => `${random.pick(['h***', 'ki**', 'a*****'])}@example.com`),
  'masked.name': none((random) => random.pick(['홍*동', '김**', '이*연', '박*'])),
  token: none(
    (random) =>
      `⟦${random.pick(['EMAIL', 'PERSON', 'PHONE'])}:gh1.A256GCM.k1.${random.fill('Aa#aAa#Aa#aA')}⟧`,
  ),
  sku: shapes('AB-####-##', 'SKU######', 'KR-AA-####', 'P#####-BLK'),
  ticket: shapes('GH-####', 'INC00#####', 'REQ-20##-####', 'CS#######'),
  count: none((random) => won(random.int(3, 9_999))),
  percent: none((random) => `${random.int(1, 99)}.${random.int(0, 9)}%`),
  small: none((random) => String(random.int(2, 30))),
  size: none((random) => `${random.int(40, 250)}x${random.int(40, 250)}`),
  coordinate: none(
    (random) => `${random.int(33, 38)}.${random.digits(6)}, ${random.int(126, 129)}.${random.digits(6)}`,
  ),
  hex: shapes('0xhhhhhhhh', '#hhhhhh'),
  log: none(
    (random) =>
      `2026-${pad(random.int(1, 12))}-${pad(random.int(1, 28))}T${pad(random.int(0, 23))}:${pad(random.int(0, 59))}:${pad(random.int(0, 59))}.${random.digits(3)}Z`,
  ),
};
