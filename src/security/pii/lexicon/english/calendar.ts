/** Months and their usual abbreviations. */
export const MONTHS: readonly string[] =
  'January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec'.split(
    ' ',
  );

/** Days of the week and their usual abbreviations. */
export const WEEKDAYS: readonly string[] =
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun'.split(
    ' ',
  );

/** Labels of a day of birth; the Korean ones have a recognizer of their own. */
export const BIRTH_WORDS: readonly string[] = [
  ...[
    'date of birth',
    'birth date',
    'birthdate',
    'birthday',
    'dob',
    'd.o.b',
    'b.',
    'bday',
    'b day',
    'born',
    'born on',
    'birth',
    'geboren',
    'geburtsdatum',
  ],
  ...['né le', 'née le', 'date de naissance', 'fecha de nacimiento', 'nato il', 'nata il', 'data di nascita'],
];
