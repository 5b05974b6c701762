import { people } from '../../../../../../test/support/found-people.js';
import { CodeUnits } from '../../../text/code-units.js';
import { spellingOf } from './spelling.js';

function spelling(word: string): number {
  const units = new CodeUnits();
  units.read(word);
  return spellingOf(units, 0, word.length);
}

describe('the spelling of a word', () => {
  it.each(['Torvald', 'Mirabela', 'Okonkwo', 'Kowalczyk', 'Szymańska'])('is that of a name in %s', (word) => {
    expect(spelling(word)).toBeGreaterThan(0);
  });

  it.each(['Dashboard', 'Throughput', 'Refundable', 'Quarterly', 'Checkout'])('is not in %s', (word) => {
    expect(spelling(word)).toBeLessThan(0);
  });

  it('stays within its bounds, however long the word', () => {
    expect(Math.abs(spelling('a'.repeat(5_000)))).toBeLessThanOrEqual(6);
    expect(Math.abs(spelling(''))).toBeLessThanOrEqual(6);
  });
});

describe('the model of English names', () => {
  it.each([
    ['We met with Casimir and Wambui on Tuesday.', ['Casimir', 'Wambui']],
    ['According to Brannigan the meter was never read.', ['Brannigan']],
    ['Elowen emailed the tenants and Domhnall replied.', ['Elowen', 'Domhnall']],
  ])('finds in %j whom no list has', (text, names) => {
    expect(people(text)).toEqual(names);
  });

  it.each([
    'The Kestrel theme ships with Harbour and Meridian as defaults.',
    'Zephyr, Lumen and Cobalt are out of stock until March.',
    'Deploy Granary to staging, then rebuild Thimble and Lantern.',
  ])('finds nobody in %j', (text) => {
    expect(people(text)).toEqual([]);
  });
});
