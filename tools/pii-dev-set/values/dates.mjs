export const pad = (value) => String(value).padStart(2, '0');

const day = (random, from, to) => ({
  year: random.int(from, to),
  month: random.int(1, 12),
  day: random.int(1, 28),
});

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const FORMS = {
  iso: ({ year, month, day: date }) => `${year}-${pad(month)}-${pad(date)}`,
  dots: ({ year, month, day: date }) => `${year}.${pad(month)}.${pad(date)}`,
  korean: ({ year, month, day: date }) => `${year}년 ${month}월 ${date}일`,
  short: ({ year, month, day: date }) => `${pad(year % 100)}.${pad(month)}.${pad(date)}`,
  plain: ({ year, month, day: date }) => `${year}${pad(month)}${pad(date)}`,
  us: ({ year, month, day: date }) => `${pad(month)}/${pad(date)}/${year}`,
  long: ({ year, month, day: date }) => `${MONTHS[month - 1]} ${date}, ${year}`,
  british: ({ year, month, day: date }) => `${date} ${MONTHS[month - 1]} ${year}`,
};

const birth =
  (...forms) =>
  (random) =>
    FORMS[random.pick(forms)](day(random, 1945, 2009));
const recent =
  (...forms) =>
  (random) =>
    FORMS[random.pick(forms)](day(random, 2023, 2026));

export const DATES = {
  dob: { type: 'DATE_OF_BIRTH', make: birth('iso', 'dots', 'korean') },
  'dob.short': { type: 'DATE_OF_BIRTH', make: birth('short') },
  'dob.plain': { type: 'DATE_OF_BIRTH', make: birth('plain') },
  'dob.en': { type: 'DATE_OF_BIRTH', make: birth('iso', 'us', 'long', 'british') },
  // Dates that say nothing of a person. In English texts they carry Presidio's type, see `english`.
  date: { type: null, make: recent('iso', 'dots', 'korean') },
  'date.iso': { type: null, make: recent('iso') },
  'date.en': { type: 'DATE_TIME', make: recent('us', 'long', 'british', 'iso') },
  'date.clean': { type: null, make: recent('us', 'long', 'british', 'iso') },
  time: {
    type: null,
    make: (random) => `${pad(random.int(0, 23))}:${pad(random.int(0, 59))}:${pad(random.int(0, 59))}`,
  },
};
