import { people } from '../../../../test/support/found-people.js';

describe('names in small letters', () => {
  it.each([
    ['hi, my name is alice johnson and i want to cancel', 'alice johnson'],
    ['My name is deepak. please help', 'deepak'],
    ["my name's emma watson", 'emma watson'],
    ['my full name is maria garcia lopez.', 'maria garcia lopez'],
    ['my last name is johnson', 'johnson'],
    ['her first name is grace.', 'grace'],
    ['the caller: his name is omar, from leeds', 'omar'],
    ["i'm bob smith from accounting", 'bob smith'],
    ['I’m alice from support', 'alice'],
    ['i am sarah connor, account holder', 'sarah connor'],
    ['i am will smith', 'will smith'],
    ['hello this is maria garcia calling about my invoice', 'maria garcia'],
    ["this is kevin o'brien again", "kevin o'brien"],
    ['this is alice', 'alice'],
    ['agent: how can i help?\ncaller: this is tom baker', 'tom baker'],
  ])('are found in %j', (text, name) => {
    expect(people(text)).toEqual([name]);
  });

  it.each([
    'my name is on the list',
    'my name is not important',
    'my name is misspelled',
    'my name is will be changed',
    'the file name is alice',
    'the username is alice',
    'this is fine',
    'this is paris',
    'this is amber light',
    'this is max speed',
    'and all of this is the worst',
    "i'm happy",
    "i'm sorry, i'm late",
    "i'm christian",
    'i am may be late',
    'i am in paris',
    'i am american',
    "i am alice's friend",
    "i'm grace under pressure",
    'siam alice, spam bob',
    'team bob from leeds',
  ])('are not seen in %j', (text) => {
    expect(people(text)).toEqual([]);
  });
});
