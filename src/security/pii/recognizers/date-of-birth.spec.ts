import { valuesOf } from '../../../../test/support/found-people.js';

const births = (text: string) => valuesOf('DATE_OF_BIRTH', text);

describe('days of birth', () => {
  it.each([
    'Claimant, b. ‹1991-08-14›, stayed',
    'dob ‹7/9/98›',
    'D.O.B. : ‹02.11.1976›',
    'DATE OF BIRTH ‹14 / 02 / 1981›',
    'born ‹3.ix.1947›',
    'bday is still ‹mar 11 1993› ok',
    'born ‹3rd of may 1988›',
    'born on the ‹14th day of March 1985›',
    'dob ‹21MAR1979›',
    'DOB: ‹1985-Mar-04›',
    'dob: ‹4-July-1982›',
    'née le ‹3 mars 1988›',
    'geboren am ‹3. März 1988›',
    'nacido el ‹3 de marzo de 1988›',
    'dob ‹14 03 1985›',
    '‹14/03/1985› (DOB)',
    'born ‹2021/05/09› 03:15, 3.1 kg',
    'Name: Jane Roe (‹14/09/1968›)',
    'name,birth_date\nJane Roe,‹23-Jun-2004›',
  ])('are found exactly in %j', (marked) => {
    const value = /‹([^›]+)›/.exec(marked)![1]!;
    expect(births(marked.replace(/[‹›]/g, ''))).toEqual([value]);
  });

  it.each([
    'due 3 mai 2024',
    'release 14MAR2024 build',
    'Plan b. 1986 units',
    'sections 4.xi and 5 / 6 / 7',
    'met on mar 11 1993',
    'version 14 03 1985',
  ])('are not seen in %j', (text) => {
    expect(births(text)).toEqual([]);
  });
});
