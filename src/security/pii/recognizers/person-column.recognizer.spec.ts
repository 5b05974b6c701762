import { people } from '../../../../test/support/found-people.js';

describe('names in the columns of tables', () => {
  it.each([
    [
      'family names alone',
      'id,first_name,last_name\n7,Wren,Ashdale\n8,Bao,Quillon',
      ['Wren', 'Ashdale', 'Bao', 'Quillon'],
    ],
    ['capitals', 'passenger,seat\nMARLOWE EDITH,4A\nOKWUOSA NNEKA,4B', ['MARLOWE EDITH', 'OKWUOSA NNEKA']],
    ['initials', 'customer;total\nK PEMBRIDGE;12.50\nR T LANGFORD;3.10', ['K PEMBRIDGE', 'R T LANGFORD']],
    ['particles', 'payee\tiban\nJoris van der Laan\tNL1', ['Joris van der Laan']],
    ['Markdown', '| Tenant | Unit |\n|---|---|\n| Lucinda Harwell | 3B |', ['Lucinda Harwell']],
    [
      'INSERT',
      "INSERT INTO staff (surname, given) VALUES ('O''Rourke', 'Deirdre');",
      ["O''Rourke", 'Deirdre'],
    ],
  ])('are found: %s', (_kind, text, names) => {
    expect(people(text)).toEqual(names);
  });

  it.each([
    'name,price\nStanding Desk,129\nLamp,30',
    'customer,status\nnone,open\nvacant,closed',
    'last_name,first_name\nNone,Unknown',
    'owner,repo\nPlatform Team,api\nHelpdesk,web',
    'city,country\nFlorence,Italy\nAustin,USA',
    'team,p,w\nChelsea,12,6\nPreston NE,16,4',
  ])('are not seen in %j', (text) => {
    expect(people(text)).toEqual([]);
  });
});
